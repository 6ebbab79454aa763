using SynthRender.Assets;
using SynthRender.Graph;

namespace SynthRender.Rendering.Geometry;

/// <summary>Where a primitive's vertices, indices and rest shape lie in its asset's device buffers (byte offsets).</summary>
internal sealed class PrimitiveGeometry
{
    private SurfaceForm? _form;

    internal required PrimitiveAsset Asset { get; init; }
    internal required uint PositionOffset { get; init; }
    internal required uint FrameOffset { get; init; }
    internal required uint UvOffset { get; init; }
    internal required uint ExtraOffset { get; init; }

    /// <summary>Where the indices of each level of detail lie, and how many there are; full detail first.</summary>
    internal required (uint Offset, uint Count)[] Levels { get; init; }

    /// <summary>The same of the levels that shadows are thrown by.</summary>
    internal required (uint Offset, uint Count)[] CasterLevels { get; init; }

    internal required IndexFormat IndexFormat { get; init; }

    /// <summary>Whether a second UV set or colours are there.</summary>
    internal required bool HasExtra { get; init; }

    /// <summary>False for lines and points without normals: they are shown unlit, as glTF prescribes.</summary>
    internal required bool HasNormals { get; init; }

    /// <summary>What the deform pass reads; null when it is neither skinned nor morphed.</summary>
    internal required RestShape? Rest { get; init; }

    /// <summary>By morph target.</summary>
    internal MorphDeltas[] Targets => Rest?.Targets ?? [];

    /// <summary>The box around the vertices that each joint moves; empty for joints that move none.</summary>
    internal required BoundingBox[] JointBounds { get; init; }

    /// <summary>The form of its rest shape; found out when it is first asked.</summary>
    internal SurfaceForm Form => _form ??= SurfaceForms.Of(Asset);

    internal bool IsDeformed => Rest is not null;
}
