using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Graph;

namespace SynthRender.Assets;

/// <summary>Vertices and indices with one material. Arrays are as long as <see cref="Positions"/>, or empty where allowed.</summary>
public sealed class PrimitiveAsset
{
    /// <summary>What the indices join.</summary>
    public PrimitiveTopologyKind Topology { get; init; }

    /// <summary>Index of the material slot in <see cref="ModelAsset.Materials"/>; always valid.</summary>
    public required int Material { get; init; }

    /// <summary>Metres in the mesh's frame.</summary>
    public required ReadOnlyMemory<Vector3> Positions { get; init; }

    /// <summary>Unit normals; computed flat as glTF prescribes when the file has none.</summary>
    public required ReadOnlyMemory<Vector3> Normals { get; init; }

    /// <summary>Unit tangents with the bitangent's sign in W; empty when the primitive has no UVs (then nothing needs them).</summary>
    public ReadOnlyMemory<Vector4> Tangents { get; init; }

    /// <summary>The UV set, 0 or 1, that <see cref="Tangents"/> follow: as it is, whatever a texture's slot turns or mirrors.</summary>
    public int TangentTexCoord { get; init; }

    /// <summary>First UV set; empty when there is none.</summary>
    public ReadOnlyMemory<Vector2> TexCoords0 { get; init; }

    /// <summary>Second UV set; empty when there is none.</summary>
    public ReadOnlyMemory<Vector2> TexCoords1 { get; init; }

    /// <summary>Linear RGBA vertex colours; empty means white.</summary>
    public ReadOnlyMemory<Vector4> Colors { get; init; }

    /// <summary>
    /// Joint indices, <see cref="InfluencesPerVertex"/> per vertex; empty when not skinned.
    /// </summary>
    public ReadOnlyMemory<ushort> Joints { get; init; }

    /// <summary>Weights that sum to 1 per vertex, laid out as <see cref="Joints"/>.</summary>
    public ReadOnlyMemory<float> Weights { get; init; }

    /// <summary>4 or 8 joints per vertex, or 0 when not skinned.</summary>
    public int InfluencesPerVertex { get; init; }

    /// <summary>Indices into the vertex arrays; all in range.</summary>
    public required ReadOnlyMemory<uint> Indices { get; init; }

    /// <summary>Shape changes, all primitives of a mesh have the same number.</summary>
    public ImmutableArray<MorphTarget> MorphTargets { get; init; } = [];

    /// <summary>The box around <see cref="Positions"/>.</summary>
    public required BoundingBox Bounds { get; init; }

    /// <summary>Vertices.</summary>
    public int VertexCount => Positions.Length;

    /// <summary>Triangles; 0 for lines and points.</summary>
    public int TriangleCount => Topology == PrimitiveTopologyKind.Triangles ? Indices.Length / 3 : 0;
}
