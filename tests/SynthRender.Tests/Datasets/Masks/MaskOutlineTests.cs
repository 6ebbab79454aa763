using FsCheck.Xunit;
using SynthRender.Datasets.Masks;

namespace SynthRender.Tests.Datasets.Masks;

public sealed class MaskOutlineTests
{
    [Fact]
    public void A_rectangle_is_traced_along_its_edges()
    {
        // ANNOTATIONS.md: 3×2 pixels from (1, 1), traced along edges, fill to 6 pixels.
        var mask = new RunLengthEncoding(5, 4, new[] { 5, 2, 2, 2, 2, 2, 5 });
        Assert.Equal([1, 1, 4, 1, 4, 3, 1, 3], Assert.Single(MaskOutline.Trace(mask)));
    }

    [Fact]
    public void Pixels_that_touch_at_a_corner_are_parts_of_their_own_and_a_hole_goes_the_other_way_round()
    {
        Assert.Equal([[0, 0, 1, 0, 1, 1, 0, 1], [1, 1, 2, 1, 2, 2, 1, 2]], MaskOutline.Trace(RunLengthEncoding.FromBitmap([1, 0, 0, 1], 2, 2)));
        var ring = RunLengthEncoding.FromBitmap([1, 1, 1, 1, 0, 1, 1, 1, 1], 3, 3);
        Assert.Equal([[0, 0, 3, 0, 3, 3, 0, 3], [1, 1, 1, 2, 2, 2, 2, 1]], MaskOutline.TraceWithHoles(ring));
        Assert.Single(MaskOutline.Trace(ring));
        Assert.Empty(MaskOutline.Trace(new RunLengthEncoding(2, 2, new[] { 4 })));
    }

    [Property(MaxTest = 200)]
    public void Filling_the_outlines_gives_the_mask_back(byte widthSeed, byte heightSeed, byte[] noise)
    {
        var (width, height) = (widthSeed % 14 + 1, heightSeed % 14 + 1);
        var bitmap = new byte[width * height];
        for (var i = 0; i < bitmap.Length && noise.Length > 0; i++) bitmap[i] = (byte)((noise[i / 2 % noise.Length] >> (i % 4)) & 1);
        var loops = MaskOutline.TraceWithHoles(RunLengthEncoding.FromBitmap(bitmap, width, height));

        // Even-odd at pixel centres: count the vertical edges to the left of each.
        var filled = new byte[bitmap.Length];
        for (var i = 0; i < filled.Length; i++)
            filled[i] = (byte)(loops.Sum(loop => CrossingsLeftOf(loop, i % width + 0.5, i / width + 0.5)) & 1);
        Assert.Equal(bitmap, filled);
    }

    private static int CrossingsLeftOf(int[] loop, double x, double y)
    {
        var crossings = 0;
        for (var i = 0; i < loop.Length; i += 2)
        {
            var (x0, y0, x1, y1) = (loop[i], loop[i + 1], loop[(i + 2) % loop.Length], loop[(i + 3) % loop.Length]);
            Assert.True(x0 == x1 || y0 == y1, "Edges run along pixel edges.");
            if (x0 == x1 && x0 < x && Math.Min(y0, y1) < y && y < Math.Max(y0, y1)) crossings++;
        }

        return crossings;
    }
}
