using System.Numerics;
using SynthRender.Rendering.Coverage;

namespace SynthRender.Rendering.Smoothing;

/// <summary>
/// Follows outlines from pixel to pixel and notes how much of each pixel lies beyond them, to which side: exact areas under straight
/// lines, from the meshes' edges (Persson, Geometric Post-process Anti-Aliasing, 2011, with areas in place of distances). Only outlines
/// that are seen count: the surface they bound must show on one side, and nothing nearer on the other.
/// </summary>
internal readonly ref struct OutlineWalker(PixelShares shares, int width, int height, ReadOnlySpan<uint> ids, ReadOnlySpan<float> depth) : IOutlineVisitor
{
    // A pixel beside an outline shows the surface at the outline's depth but for its slope over a pixel, which is large where a round
    // surface turns away.
    private const float Slope = 0.1f;

    // What is this much nearer than the outline hides it.
    private const float Before = 0.02f;

    private readonly ReadOnlySpan<uint> _ids = ids;
    private readonly ReadOnlySpan<float> _depth = depth;

    public void Visit(Vector4 from, Vector4 to, Vector2 inside, DrawnPrimitive primitive)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var steep = MathF.Abs(dy) > MathF.Abs(dx);
        // Along: the axis in which the outline is longer; a pixel's column, if that is x. Across: the other.
        var (alongFrom, alongTo, acrossFrom, acrossTo) = steep ? (from.Y, to.Y, from.X, to.X) : (from.X, to.X, from.Y, to.Y);
        var length = alongTo - alongFrom;
        if (length == 0) return;
        var slope = (acrossTo - acrossFrom) / length;
        var (insideAlong, insideAcross) = steep ? (inside.Y, inside.X) : (inside.X, inside.Y);
        var surfaceAfter = insideAcross > acrossFrom + slope * (insideAlong - alongFrom);
        var (columns, rows) = steep ? (height, width) : (width, height);
        var first = (int)MathF.Ceiling(Math.Clamp(MathF.Min(alongFrom, alongTo) - 0.5f, 0, columns));
        // A centre that two pieces share belongs to the one that it begins.
        var last = (int)MathF.Ceiling(Math.Clamp(MathF.Max(alongFrom, alongTo) - 0.5f, 0, columns)) - 1;
        var half = 0.5f * MathF.Abs(slope);
        for (var column = first; column <= last; column++)
        {
            var along = (column + 0.5f - alongFrom) / length;
            var at = acrossFrom + (acrossTo - acrossFrom) * along;
            // 1/depth is linear in the image.
            var outline = 1 / ((1 - along) / from.Z + along / to.Z);
            var low = Math.Max((int)MathF.Floor(at - half), 0);
            var high = Math.Min((int)MathF.Floor(at + half), rows - 1);
            for (var row = low; row <= high; row++)
            {
                var offset = at - row - 0.5f;
                var beyond = offset >= 0 ? 1 : -1;
                if ((uint)(row + beyond) >= (uint)rows) continue;
                var share = Area(MathF.Abs(offset), 2 * half);
                if (share <= 0.002f) continue;
                var pixel = steep ? column * width + row : row * width + column;
                var neighbour = pixel + (steep ? beyond : beyond * width);
                // The pixel's centre lies before the outline when the outline's offset is positive.
                var onSurface = beyond > 0 ? !surfaceAfter : surfaceAfter;
                if (IsSeen(onSurface ? pixel : neighbour, onSurface ? neighbour : pixel, outline, _ids, _depth))
                    shares.Add(pixel, (steep ? 0 : 2) + (beyond > 0 ? 1 : 0), share);
            }
        }

        bool IsSeen(int surface, int behind, float outline, ReadOnlySpan<uint> ids, ReadOnlySpan<float> depth) =>
            ids[surface] == primitive.Id && MathF.Abs(depth[surface] - outline) <= Slope * outline && depth[behind] >= outline * (1 - Before);
    }

    /// <summary>
    /// The area of a pixel beyond a line at a distance of 0 or more from its centre, both measured across; <paramref name="rise"/> is how
    /// far the line moves across over the pixel, 0 to 1.
    /// </summary>
    private static float Area(float distance, float rise) => rise < 1e-3f
        ? MathF.Max(0.5f - distance, 0)
        : (Integral(distance + 0.5f * rise) - Integral(distance - 0.5f * rise)) / rise;

    /// <summary>The integral of a column's part beyond a border at t, which is 1 below −1/2, 0 above 1/2, and linear between.</summary>
    private static float Integral(float t) => t <= -0.5f ? t : t >= 0.5f ? 0 : 0.5f * t - 0.5f * t * t - 0.125f;
}
