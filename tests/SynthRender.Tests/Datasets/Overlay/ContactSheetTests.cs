using SkiaSharp;
using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Overlay;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;
using SynthRender.Tests.Datasets.Writers;

namespace SynthRender.Tests.Datasets.Overlay;

public sealed class ContactSheetTests
{
    // 64-pixel images on 512-pixel tiles: 8 sheet pixels per image pixel, the first tile at (10, 44).
    private static readonly ContactSheetOptions Large = new() { TileWidth = 512, Columns = 1 };

    [Fact]
    public void It_colours_the_masks_and_leaves_the_background_alone()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0]);
        using var sheet = ContactSheet.Render(folder.Path, Large);
        Assert.Equal((10 + 512 + 10, 44 + 384 + 24 + 10), (sheet.Width, sheet.Height));

        using var original = SKBitmap.Decode(folder.File("images/000000.png"));
        using var rendered = CocoDataset.Frame(0).Render();
        var ids = rendered.InstanceIds.ToArray();
        var (same, tinted) = (0, 0);
        for (var y = 0; y < 48; y++)
        {
            for (var x = 0; x < 64; x++)
            {
                var onSheet = sheet.GetPixel(10 + 8 * x + 4, 44 + 8 * y + 4);
                var equal = onSheet == original.GetPixel(x, y);
                if (ids[y * 64 + x] >= 2) tinted += equal ? 0 : 1;
                else same += equal ? 1 : 0;
            }
        }

        var thing = ids.Count(id => id >= 2);
        Assert.Equal(thing, tinted);

        // Boxes, names and keypoints cover some of the background's pixel centres, not most of them.
        Assert.InRange(same, (64 * 48 - thing) * 3 / 4, 64 * 48 - thing - 1);
    }

    [Theory]
    [InlineData(1, 4096)]
    [InlineData(4096, 1)]
    [InlineData(1, 1)]
    [InlineData(30, 16384)]
    public void Images_of_any_shape_fit(int width, int height)
    {
        using var folder = new TemporaryFolder();
        var writer = new CocoWriter();
        writer.Begin(CocoDataset.Describe(folder.Path, 3));
        writer.Complete([.. Enumerable.Range(0, 3).Select(i => new FrameRecord(
            i, "camera", CocoDataset.Write(writer, new HandMadeFrame(width, height, i).Add("deer", (_, _) => true), new InstanceSegmentationLabeler())))]);
        using var sheet = ContactSheet.Render(folder.Path);
        Assert.InRange(sheet.Width, 480, 4096);
        Assert.InRange(sheet.Height, 20, 4096);
    }

    [Fact]
    public void Outlines_run_on_pixel_edges()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0]);
        using var sheet = ContactSheet.Render(folder.Path, Large);
        using var rendered = CocoDataset.Frame(0).Render();
        var ids = rendered.InstanceIds.ToArray();

        // The fox (id 2) is tinted on both sides of an inner pixel edge alike; across its border the outline differs from both sides.
        const int row = 30;
        var left = Enumerable.Range(0, 64).First(x => ids[row * 64 + x] == 2);
        var inner = sheet.GetPixel(10 + 8 * (left + 2) + 4, 44 + 8 * row + 4);
        var onEdge = sheet.GetPixel(10 + 8 * left, 44 + 8 * row + 4);
        var outside = sheet.GetPixel(10 + 8 * left - 4, 44 + 8 * row + 4);
        Assert.NotEqual(inner, onEdge);
        Assert.NotEqual(outside, onEdge);
        Assert.True(Saturation(onEdge) > Saturation(inner), "The outline is the instance's full colour.");
    }

    [Fact]
    public void Semantic_classes_are_drawn_where_there_are_no_masks_of_objects()
    {
        using var folder = new TemporaryFolder();
        var writer = new CocoWriter();
        writer.Begin(CocoDataset.Describe(folder.Path, 1));
        writer.Complete([new FrameRecord(0, "camera", CocoDataset.Write(
            writer, CocoDataset.Frame(0), new SemanticSegmentationLabeler(IdLabelConfig.Sorted("deer", "fox", "ground"))))]);
        using var sheet = ContactSheet.Render(folder.Path, Large);
        using var original = SKBitmap.Decode(folder.File("images/000000.png"));
        using var rendered = CocoDataset.Frame(0).Render();
        var ids = rendered.InstanceIds.ToArray();
        var (empty, classes) = (0, 0);
        for (var i = 0; i < ids.Length; i++)
        {
            var equal = sheet.GetPixel(10 + 8 * (i % 64) + 4, 44 + 8 * (i / 64) + 4) == original.GetPixel(i % 64, i / 64);
            if (ids[i] != 0) classes += equal ? 0 : 1;
            else empty += equal ? 1 : 0;
        }

        // All of every class is tinted, ground too; of the rest, names cover at most a tenth.
        Assert.Equal(ids.Count(id => id != 0), classes);
        Assert.InRange(empty, ids.Count(id => id == 0) * 9 / 10, ids.Length);

        File.Delete(folder.File("semantic/000000.png"));
        Assert.Contains("semantic", Assert.Throws<DatasetException>(() => ContactSheet.Render(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_images_are_spread_over_the_sheet_and_it_is_saved()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, Enumerable.Range(0, 9));
        ContactSheet.Save(folder.Path, folder.File("overlay.png"), new ContactSheetOptions { MaxImages = 4, TileWidth = 128, Columns = 2 });
        using var bitmap = SKBitmap.Decode(folder.File("overlay.png"));
        Assert.Equal((10 + 2 * 138, 44 + 2 * (96 + 24 + 10)), (bitmap.Width, bitmap.Height));
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<DatasetSettingsException>(() => ContactSheet.Render(folder.Path));
        CocoDataset.Make(folder.Path, [0]);
        File.Delete(folder.File("images/000000.png"));
        Assert.Contains("000000.png", Assert.Throws<DatasetException>(() => ContactSheet.Render(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactSheet.Render(folder.Path, new ContactSheetOptions { TileWidth = 10 }));
    }

    [Fact]
    public void Every_glyph_is_a_path_of_about_its_width()
    {
        foreach (var (c, glyph) in StrokeFont.Glyphs.Where(g => g.Key != ' '))
        {
            using var path = SKPath.ParseSvgPathData(glyph.Path);
            Assert.NotNull(path);
            Assert.True(path.TightBounds.Left >= -0.1f && path.TightBounds.Right <= glyph.Width + 0.6f, $"'{c}' spans {path.TightBounds}");
            Assert.True(path.TightBounds.Top >= -1.6f && path.TightBounds.Bottom <= 18.1f, $"'{c}' spans {path.TightBounds}");
        }

        foreach (var c in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-. ") Assert.True(StrokeFont.Glyphs.ContainsKey(c), $"'{c}'");
    }

    private static float Saturation(SKColor color)
    {
        color.ToHsv(out _, out var saturation, out _);
        return saturation;
    }
}
