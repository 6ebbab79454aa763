using FsCheck.Xunit;
using SynthRender.Datasets.Masks;

namespace SynthRender.Tests.Datasets.Masks;

public sealed class ColumnRunsTests
{
    [Property(MaxTest = 400)]
    public void Masks_are_those_of_one_bitmap_per_id(byte widthSeed, byte heightSeed, byte[] noise, byte ids)
    {
        // Widths on both sides of the vector width of 8, and images of a few even areas as well as noise.
        var (width, height, count) = (widthSeed % 37 + 1, heightSeed % 23 + 1, ids % 6 + 1);
        var image = new uint[width * height];
        for (var i = 0; i < image.Length && noise.Length > 0; i++) image[i] = (uint)(noise[i / (ids % 3 * 5 + 1) % noise.Length] % count);

        var masks = ColumnRuns.Of(image, width, height).Masks([.. Enumerable.Range(0, count)], count);

        for (var id = 0; id < count; id++)
            Assert.Equal(RunLengthEncoding.FromBitmap([.. image.Select(i => i == id ? (byte)1 : (byte)0)], width, height), masks[id]);
        for (var id = 0; id < count; id++)
        {
            var again = new RunLengthEncoding(width, height, masks[id].Runs.ToArray());
            Assert.Equal((again.Area, again.Bounds), (masks[id].Area, masks[id].Bounds));
        }
    }

    [Property(MaxTest = 100)]
    public void Ids_that_share_a_mask_are_joined(byte[] noise)
    {
        const int width = 19, height = 11;
        var image = new uint[width * height];
        for (var i = 0; i < image.Length && noise.Length > 0; i++) image[i] = (uint)(noise[i % noise.Length] % 5);
        int[] maskOfId = [-1, 0, 1, 0, 1];

        var masks = ColumnRuns.Of(image, width, height).Masks(maskOfId, 3);

        for (var mask = 0; mask < 3; mask++)
            Assert.Equal(RunLengthEncoding.FromBitmap([.. image.Select(i => maskOfId[i] == mask ? (byte)1 : (byte)0)], width, height), masks[mask]);
    }

    [Fact]
    public void Runs_go_on_over_the_end_of_a_column()
    {
        // By columns: 7 7 0, 7 7 7.
        var runs = ColumnRuns.Of([7, 7, 7, 7, 0, 7], 2, 3);
        Assert.Equal([0, 2, 3], runs.Starts.ToArray());
        Assert.Equal([7u, 0u, 7u], runs.Ids.ToArray());
    }

    [Fact]
    public void An_id_beyond_the_table_is_named_with_its_pixel()
    {
        var runs = ColumnRuns.Of([0, 0, 0, 9], 2, 2);
        var error = Assert.Throws<InvalidDataException>(() => runs.Masks([0, 1], 2));
        Assert.Contains("9 at pixel (1, 1)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_number_of_pixels_is_refused() => Assert.Throws<ArgumentException>(() => ColumnRuns.Of(new uint[5], 2, 3));
}
