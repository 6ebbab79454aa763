using System.Collections.Immutable;
using System.Numerics;
using SharpGLTF.Schema2;
using SynthRender.Assets.Geometry;
using SynthRender.Graph;

namespace SynthRender.Assets.Gltf;

/// <summary>Turns glTF primitives into vertices and index lists, and makes what a file leaves out.</summary>
/// <param name="source">For messages.</param>
/// <param name="materials">The material slots.</param>
internal sealed class PrimitiveReader(GltfSource source, MaterialSlots materials)
{
    // What all primitives of a file may hold together after strips and fans are unrolled; more is an attack or needs a decimator.
    private const long MaxElements = 100_000_000;

    private readonly AccessorReader _accessors = new(source);
    private readonly VertexReader _vertices = new(source);
    private long _elements;

    /// <summary>Reads a primitive; null when there is nothing in it to draw.</summary>
    /// <param name="primitive">SharpGLTF's primitive.</param>
    /// <param name="variants">Its material under each variant, −1 for its own; empty when no variant changes it.</param>
    /// <param name="element">For messages.</param>
    /// <exception cref="AssetException">Its data are broken.</exception>
    public PrimitiveAsset? Read(MeshPrimitive primitive, int[] variants, string element)
    {
        if (primitive.GetVertexAccessor("POSITION") is not { } positions)
        {
            source.Warn($"{element}.attributes", "has no POSITION; the primitive is left out.");
            return null;
        }

        Spend(element, positions.Count + (primitive.IndexAccessor?.Count ?? positions.Count) * 3L);
        var indices = primitive.IndexAccessor is { } accessor
            ? _accessors.Indices(accessor, $"{element}.indices", positions.Count)
            : [.. Enumerable.Range(0, positions.Count).Select(i => (uint)i)];
        var topology = Topology.Kind(primitive.DrawPrimitiveType);
        var list = Topology.ToList(primitive.DrawPrimitiveType, indices);
        if (list.Length == 0)
        {
            source.Warn(element, $"{indices.Length} indices make no {topology.ToString().ToLowerInvariant()}; the primitive is left out.");
            return null;
        }

        if (list.Length < indices.Length && primitive.DrawPrimitiveType is PrimitiveType.TRIANGLES or PrimitiveType.LINES)
            source.Warn(element,
                $"{indices.Length} indices do not make whole {topology.ToString().ToLowerInvariant()}; the last {indices.Length - list.Length} are ignored.");
        var vertices = _vertices.Read(primitive, element);
        var material = materials.Mapped(primitive.Material?.LogicalIndex ?? materials.Default, variants);
        if (topology == PrimitiveTopologyKind.Triangles) Complete(vertices, ref list, material, element);
        else material = Unlit(vertices, material);
        return Build(vertices, list, topology, material);
    }

    private void Spend(string element, long elements)
    {
        _elements += elements;
        if (_elements > MaxElements)
            throw source.Fault(element,
                $"the primitives up to here hold {_elements} vertices and indices, at most {MaxElements} are accepted in a file.");
    }

    private void Complete(VertexData vertices, ref uint[] indices, int material, string element)
    {
        if (vertices.Normals.Length == 0)
        {
            // glTF: without normals the shading is flat, and the file's tangents mean nothing.
            vertices.Tangents = [];
            Split(vertices, indices, FlatNormals.Corners(vertices.Positions, indices), Vector3.UnitZ, (v, values) => v.Normals = values);
        }
        else
        {
            RepairNormals(vertices, indices, element);
        }

        vertices.TangentTexCoord = materials[material].NormalTexture is { TexCoord: 1 } && vertices.TexCoords1.Length > 0 ? 1 : 0;
        if (vertices.Tangents.Length > 0 || vertices.TexCoords0.Length == 0) return;
        var uv = vertices.TangentTexCoord == 1 ? vertices.TexCoords1 : vertices.TexCoords0;
        var corners = TangentSpace.Corners(vertices.Positions, vertices.Normals, uv, indices);
        Split(vertices, indices, corners, new Vector4(1, 0, 0, 1), (v, values) => v.Tangents = values);
    }

    private static void Split<T>(VertexData vertices, uint[] indices, T[] corners, T unused, Action<VertexData, T[]> set)
        where T : struct, IEquatable<T>
    {
        var origin = CornerSplit.Split(indices, vertices.Positions.Length, corners, unused, out var values);
        if (origin.Length > vertices.Positions.Length) vertices.Gather(origin);
        set(vertices, values);
    }

    private void RepairNormals(VertexData vertices, uint[] indices, string element)
    {
        var (bad, first) = (0, -1);
        for (var i = 0; i < vertices.Normals.Length; i++)
        {
            if (vertices.Normals[i].LengthSquared() > 0) continue;
            if (bad++ == 0) first = i;
        }

        if (bad == 0) return;
        var smooth = FlatNormals.Smooth(vertices.Positions, indices);
        for (var i = 0; i < vertices.Normals.Length; i++)
            if (!(vertices.Normals[i].LengthSquared() > 0)) vertices.Normals[i] = smooth[i];
        source.Warn($"{element}.attributes.NORMAL",
            $"{bad} normals have no length (the first at vertex {first}); they are computed from the triangles.");
    }

    // Lines and points without normals are shown without light, as glTF asks.
    private int Unlit(VertexData vertices, int material)
    {
        vertices.Tangents = [];
        if (vertices.Normals.Length > 0)
        {
            for (var i = 0; i < vertices.Normals.Length; i++) vertices.Normals[i] = FlatNormals.Unit(vertices.Normals[i]);
            return material;
        }

        vertices.Normals = new Vector3[vertices.Positions.Length];
        Array.Fill(vertices.Normals, Vector3.UnitZ);
        return materials.Unlit(material);
    }

    private static PrimitiveAsset Build(VertexData vertices, uint[] indices, PrimitiveTopologyKind topology, int material)
    {
        var bounds = BoundingBox.Empty;
        foreach (var position in vertices.Positions) bounds = bounds.Include(position);
        return new PrimitiveAsset
        {
            Topology = topology,
            Material = material,
            Positions = vertices.Positions,
            Normals = vertices.Normals,
            Tangents = vertices.Tangents,
            TangentTexCoord = vertices.TangentTexCoord,
            TexCoords0 = vertices.TexCoords0,
            TexCoords1 = vertices.TexCoords1,
            Colors = vertices.Colors,
            Joints = vertices.Joints,
            Weights = vertices.Weights,
            InfluencesPerVertex = vertices.Influences,
            Indices = indices,
            MorphTargets = [.. vertices.Targets.Select(t => new MorphTarget(t.Positions, t.Normals, t.Tangents))],
            Bounds = bounds,
        };
    }
}
