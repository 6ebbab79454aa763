using System.Numerics;

namespace SynthRender.Rendering.Coverage;

/// <summary>Marks the pixels whose centres lie so near an outline that rounding decided on which side of it they are.</summary>
internal readonly ref struct OutlineMarker(PixelMarks marks, Pinhole pinhole, ReadOnlySpan<float> depth, float reach) : IOutlineVisitor
{
    // Outlines behind what is drawn change nothing. The surface an outline bounds has the outline's depth but for its slope
    // over a hundredth of a pixel.
    private const float HiddenBehind = 1.02f;

    private readonly ReadOnlySpan<float> _depth = depth;

    public void Visit(Vector4 from, Vector4 to, Vector2 inside, DrawnPrimitive primitive) => Mark(from, to);

    private void Mark(Vector4 from, Vector4 to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        if (MathF.Abs(dx) >= MathF.Abs(dy))
        {
            // One centre at most lies near the outline in each column: that of the pixel the outline is in.
            var (first, last) = Centres(MathF.Min(from.X, to.X), MathF.Max(from.X, to.X), pinhole.Width);
            for (var x = first; x <= last; x++)
            {
                var along = dx == 0 ? 0 : Math.Clamp((x + 0.5f - from.X) / dx, 0, 1);
                var at = from.Y + dy * along;
                var y = (int)MathF.Floor(at);
                if (MathF.Abs(at - y - 0.5f) <= reach && (uint)y < (uint)pinhole.Height) MarkUnlessHidden(x, y, from.Z, to.Z, along);
            }
        }
        else
        {
            var (first, last) = Centres(MathF.Min(from.Y, to.Y), MathF.Max(from.Y, to.Y), pinhole.Height);
            for (var y = first; y <= last; y++)
            {
                var along = Math.Clamp((y + 0.5f - from.Y) / dy, 0, 1);
                var at = from.X + dx * along;
                var x = (int)MathF.Floor(at);
                if (MathF.Abs(at - x - 0.5f) <= reach && (uint)x < (uint)pinhole.Width) MarkUnlessHidden(x, y, from.Z, to.Z, along);
            }
        }
    }

    private (int First, int Last) Centres(float low, float high, int size) => (
        (int)MathF.Ceiling(Math.Clamp(low - reach - 0.5f, 0, size)),
        (int)MathF.Floor(Math.Clamp(high + reach - 0.5f, -1, size - 1)));

    private void MarkUnlessHidden(int x, int y, float fromDepth, float toDepth, float along)
    {
        // 1/depth is linear in the image.
        var depth = 1 / ((1 - along) / fromDepth + along / toDepth);
        if (depth <= _depth[y * pinhole.Width + x] * HiddenBehind) marks.Mark(x, y);
    }
}
