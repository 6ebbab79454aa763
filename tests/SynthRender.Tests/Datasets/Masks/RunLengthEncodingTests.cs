using FsCheck.Xunit;
using SynthRender.Datasets.Masks;

namespace SynthRender.Tests.Datasets.Masks;

/// <summary>Golden values: ANNOTATIONS.md, read from cocoapi's maskApi.c.</summary>
public sealed class RunLengthEncodingTests
{
    public static TheoryData<int, int, int[], string, int, PixelBox> Golden => new()
    {
        { 4, 5, [5, 2, 2, 2, 2, 2, 5], "5220003", 6, new PixelBox(1, 1, 3, 2) },
        { 3, 3, [0, 1, 8], "018", 1, new PixelBox(0, 0, 1, 1) },
        { 2, 3, [0, 6], "06", 6, new PixelBox(0, 0, 3, 2) },
        { 2, 3, [6], "6", 0, default },
        { 1000, 2, [500, 500, 3, 1, 996], "d?d?3]@Qo0", 501, new PixelBox(0, 3, 2, 997) },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void Golden_values(int height, int width, int[] runs, string text, int area, PixelBox bounds)
    {
        var mask = new RunLengthEncoding(width, height, runs);
        Assert.Equal(text, mask.ToText());
        Assert.Equal(area, mask.Area);
        Assert.Equal(bounds, mask.Bounds);
        Assert.Equal(mask, RunLengthEncoding.Parse(text, width, height));
    }

    [Fact]
    public void A_bitmap_is_scanned_by_columns()
    {
        var bitmap = new byte[4 * 5];
        for (var y = 1; y <= 2; y++)
            for (var x = 1; x <= 3; x++) bitmap[y * 5 + x] = 9;
        Assert.Equal([5, 2, 2, 2, 2, 2, 5], RunLengthEncoding.FromBitmap(bitmap, 5, 4).Runs.ToArray());
    }

    [Property(MaxTest = 300)]
    public void Random_bitmaps_round_trip(byte widthSeed, byte heightSeed, byte[] noise)
    {
        var (width, height) = (widthSeed % 40 + 1, heightSeed % 40 + 1);
        var bitmap = new byte[width * height];
        for (var i = 0; i < bitmap.Length && noise.Length > 0; i++) bitmap[i] = (byte)((noise[i / 3 % noise.Length] >> (i % 3)) & 1);

        var mask = RunLengthEncoding.FromBitmap(bitmap, width, height);
        var parsed = RunLengthEncoding.Parse(mask.ToText(), width, height);
        var painted = new byte[bitmap.Length];
        parsed.Paint<byte>(painted, 1);

        Assert.Equal(bitmap, painted);
        Assert.Equal(bitmap.Sum(b => b), mask.Area);
        Assert.Equal(NaiveBounds(bitmap, width), mask.Bounds);
    }

    [Property(MaxTest = 300)]
    public void Intersection_and_union_agree_with_pixels(byte widthSeed, byte heightSeed, byte[] a, byte[] b)
    {
        var (width, height) = (widthSeed % 30 + 1, heightSeed % 30 + 1);
        var bitmapA = Tile(a, width * height);
        var bitmapB = Tile(b, width * height);
        var maskA = RunLengthEncoding.FromBitmap(bitmapA, width, height);
        var maskB = RunLengthEncoding.FromBitmap(bitmapB, width, height);
        Assert.Equal(bitmapA.Zip(bitmapB, (x, y) => x & y).Sum(), RunLengthEncoding.CountIntersection(maskA, maskB));
        Assert.Equal(bitmapA.Zip(bitmapB, (x, y) => x | y).Sum(), RunLengthEncoding.CountUnion(maskA, maskB));
    }

    [Theory]
    [InlineData("52200", "runs out before the image is full")]
    [InlineData("5220004", "one pixel too many")]
    [InlineData("522000Q", "the last number goes on")]
    [InlineData("5 20003", "a space")]
    [InlineData("522000~", "beyond character 111")]
    [InlineData("522000oooooooo3", "a number without end")]
    [InlineData("O5220003", "a negative run")]
    public void Broken_text_is_refused(string text, string why) =>
        Assert.False(string.IsNullOrEmpty(Assert.Throws<FormatException>(() => RunLengthEncoding.Parse(text, 5, 4)).Message), why);

    [Fact]
    public void Runs_fill_the_image()
    {
        Assert.Throws<ArgumentException>(() => new RunLengthEncoding(5, 4, new[] { 5, 14 }));
        Assert.Throws<ArgumentException>(() => new RunLengthEncoding(5, 4, new[] { 25, -5 }));
        Assert.Throws<ArgumentException>(() => RunLengthEncoding.FromBitmap(new byte[19], 5, 4));
        var small = new RunLengthEncoding(2, 2, new[] { 4 });
        Assert.Throws<ArgumentException>(() => RunLengthEncoding.CountIntersection(small, new RunLengthEncoding(1, 4, new[] { 4 })));
    }

    private static byte[] Tile(byte[] noise, int length) =>
        [.. Enumerable.Range(0, length).Select(i => noise.Length == 0 ? (byte)1 : (byte)(noise[i % noise.Length] >> (i % 5) & 1))];

    private static PixelBox NaiveBounds(byte[] bitmap, int width)
    {
        var inside = Enumerable.Range(0, bitmap.Length).Where(i => bitmap[i] != 0).Select(i => (X: i % width, Y: i / width)).ToList();
        if (inside.Count == 0) return default;
        var (left, top) = (inside.Min(p => p.X), inside.Min(p => p.Y));
        return new PixelBox(left, top, inside.Max(p => p.X) - left + 1, inside.Max(p => p.Y) - top + 1);
    }
}
