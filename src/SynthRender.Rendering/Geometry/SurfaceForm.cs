using System.Numerics;
using SynthRender.Assets;

namespace SynthRender.Rendering.Geometry;

/// <summary>How often a line may pass through a surface.</summary>
internal enum SurfaceForm
{
    /// <summary>As often as there are triangles.</summary>
    Any,

    /// <summary>All in one plane: once.</summary>
    Flat,

    /// <summary>The outside of a convex body: once from the front, once from behind.</summary>
    Convex,
}

internal static class SurfaceForms
{
    /// <summary>Rounding that is let pass, as a part of the size.</summary>
    private const float Slack = 1e-5f;

    /// <summary>Triangles times vertices that are looked at; a mesh of more counts as any.</summary>
    private const long MostTests = 1 << 24;

    internal static SurfaceForm Of(PrimitiveAsset primitive)
    {
        var points = primitive.Positions.Span;
        var indices = primitive.Indices.Span;
        if (points.IsEmpty || (long)points.Length * (indices.Length / 3) > MostTests) return SurfaceForm.Any;
        var slack = primitive.Bounds.Size.Length() * Slack;
        var (convex, flat) = (true, true);
        for (var t = 0; t + 2 < indices.Length && (convex || flat); t += 3)
        {
            var corner = points[(int)indices[t]];
            var normal = Vector3.Cross(points[(int)indices[t + 1]] - corner, points[(int)indices[t + 2]] - corner);
            if (normal == Vector3.Zero) continue;
            normal = Vector3.Normalize(normal);
            foreach (var point in points)
            {
                var height = Vector3.Dot(normal, point - corner);
                convex &= height <= slack;
                flat &= MathF.Abs(height) <= slack;
            }
        }

        return flat ? SurfaceForm.Flat : convex ? SurfaceForm.Convex : SurfaceForm.Any;
    }
}
