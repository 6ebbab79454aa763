using System.Numerics;
using SynthRender.Rendering.Geometry;

namespace SynthRender.Rendering.Drawing;

/// <summary>
/// How many blended surfaces may lie behind each other in a pixel: never fewer than do. A flat primitive is one, a convex one has a front
/// and a back, any other as many as it has triangles; primitives count together where the rectangles around them in the image meet.
/// </summary>
internal static class BlendedLayers
{
    internal static int Of(ReadOnlySpan<DrawItem> items, List<int> blended)
    {
        var most = 0;
        foreach (var i in blended)
        {
            var layers = 0L;
            foreach (var j in blended)
                if (Meet(items[i].ImageBounds, items[j].ImageBounds)) layers += Of(items[j]);
            most = (int)Math.Max(most, Math.Min(layers, int.MaxValue));
        }

        return most;
    }

    /// <summary>The rectangle around a box in normalised device coordinates: least x and y, greatest x and y; all, if it reaches behind the camera.</summary>
    internal static Vector4 ImageBounds(Graph.BoundingBox box, in Matrix4x4 clipFromBox)
    {
        var (low, high) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        for (var i = 0; i < 8; i++)
        {
            var corner = new Vector3((i & 1) == 0 ? box.Min.X : box.Max.X, (i & 2) == 0 ? box.Min.Y : box.Max.Y, (i & 4) == 0 ? box.Min.Z : box.Max.Z);
            var clip = Vector4.Transform(corner, clipFromBox);
            if (clip.W <= 1e-6f) return new Vector4(float.MinValue, float.MinValue, float.MaxValue, float.MaxValue);
            var point = new Vector2(clip.X, clip.Y) / clip.W;
            (low, high) = (Vector2.Min(low, point), Vector2.Max(high, point));
        }

        return new Vector4(low, high.X, high.Y);
    }

    private static int Of(in DrawItem item)
    {
        var triangles = (int)(item.Primitive.Levels[item.Level].Count / 3) + 1;
        if (item.IsDeformed || item.Primitive.Asset.Topology != Assets.PrimitiveTopologyKind.Triangles) return triangles;
        return item.Primitive.Form switch
        {
            SurfaceForm.Flat => 1,
            // Coarser levels of a convex body may have dents.
            SurfaceForm.Convex when item.Level == 0 => item.Material.DoubleSided ? 2 : 1,
            _ => triangles,
        };
    }

    private static bool Meet(Vector4 a, Vector4 b) => a.X <= b.Z && b.X <= a.Z && a.Y <= b.W && b.Y <= a.W;
}
