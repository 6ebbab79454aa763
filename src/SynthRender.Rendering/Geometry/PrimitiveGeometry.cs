using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;

namespace SynthRender.Rendering.Geometry;

/// <summary>Where a primitive's vertices and indices lie in its asset's device buffers (byte offsets).</summary>
internal sealed class PrimitiveGeometry
{
    private bool? _isFlat;

    internal required PrimitiveAsset Asset { get; init; }
    internal required uint PositionOffset { get; init; }
    internal required uint FrameOffset { get; init; }
    internal required uint UvOffset { get; init; }
    internal required uint ExtraOffset { get; init; }

    /// <summary>Where the indices of each level of detail lie, and how many there are; full detail first.</summary>
    internal required (uint Offset, uint Count)[] Levels { get; init; }
    internal required IndexFormat IndexFormat { get; init; }

    /// <summary>Whether a second UV set or colours are there.</summary>
    internal required bool HasExtra { get; init; }

    /// <summary>False for lines and points without normals: they are shown unlit, as glTF prescribes.</summary>
    internal required bool HasNormals { get; init; }

    /// <summary>Where joints and weights lie; 0 when not skinned.</summary>
    internal required uint JointOffset { get; init; }
    internal required uint WeightOffset { get; init; }

    internal required MorphDeltas[] Targets { get; init; }

    /// <summary>The box around the vertices that each joint moves; empty for joints that move none.</summary>
    internal required BoundingBox[] JointBounds { get; init; }

    /// <summary>Whether all vertices lie in a plane, to a millionth of its size; found out when it is first asked.</summary>
    internal bool IsFlat => _isFlat ??= LiesInAPlane(Asset.Positions.Span, Asset.Bounds.Size.Length() * 1e-6f);

    internal bool IsDeformed => Asset.InfluencesPerVertex > 0 || Asset.MorphTargets.Length > 0;

    private static bool LiesInAPlane(ReadOnlySpan<Vector3> points, float slack)
    {
        // The two directions from the first point that span the most.
        var (along, normal) = (Vector3.Zero, Vector3.Zero);
        foreach (var p in points)
            if ((p - points[0]).LengthSquared() > along.LengthSquared()) along = p - points[0];
        foreach (var p in points)
            if (Vector3.Cross(along, p - points[0]).LengthSquared() > normal.LengthSquared()) normal = Vector3.Cross(along, p - points[0]);
        if (normal == Vector3.Zero) return true;
        normal = Vector3.Normalize(normal);
        foreach (var p in points)
            if (MathF.Abs(Vector3.Dot(normal, p - points[0])) > slack) return false;
        return true;
    }
}
