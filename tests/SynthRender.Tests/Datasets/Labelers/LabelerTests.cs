using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Masks;
using SynthRender.Frames;
using SynthRender.Labels;

namespace SynthRender.Tests.Datasets.Labelers;

public sealed class LabelerTests
{
    private static RenderedFrame Overlapping() => new HandMadeFrame(60, 40)
        .Add("ground", (_, y) => y > 25, kind: LabelKind.Stuff)
        .Add("deer", (x, y) => Math.Pow(x - 20, 2) + Math.Pow(y - 20, 2) < 120)
        .Add("fox", (x, y) => Math.Pow(x - 30, 2) + Math.Pow(y - 22, 2) < 90)
        .Add("hidden", (_, _) => false)
        .Add("deer", (x, y) => x > 50 && y < 3)
        .Render();

    [Fact]
    public void Visible_masks_and_the_background_partition_the_image()
    {
        using var frame = Overlapping();
        var masks = InstanceMasks.Of(frame);
        var count = new byte[60 * 40];
        for (var id = 0u; id <= 5; id++)
        {
            var one = new byte[count.Length];
            masks[id].Paint<byte>(one, 1);
            for (var i = 0; i < one.Length; i++) count[i] += one[i];
        }

        Assert.All(count, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Instances_are_the_things_that_show()
    {
        using var frame = Overlapping();
        var label = (InstanceSegmentationLabel)new InstanceSegmentationLabeler().Label(frame);
        Assert.Equal([2u, 3u, 5u], label.Instances.Select(i => i.Id));
        foreach (var instance in label.Instances)
            Assert.Equal(Bitmap(frame, id => id == instance.Id), instance.Mask);
    }

    [Fact]
    public void Boxes_and_areas_are_those_of_the_masks()
    {
        using var frame = Overlapping();
        var masks = (InstanceSegmentationLabel)new InstanceSegmentationLabeler().Label(frame);
        var boxes = (BoundingBox2DLabel)new BoundingBox2DLabeler().Label(frame);
        Assert.Equal(masks.Instances.Select(i => (i.Id, i.Mask.Bounds, i.Mask.Area)), boxes.Boxes.Select(b => (b.Id, b.Box, b.Area)));
        Assert.Equal(new PixelBox(51, 0, 9, 3), boxes.Boxes[^1].Box);
    }

    [Fact]
    public void Semantic_regions_hold_stuff_and_all_things_of_a_class()
    {
        using var frame = Overlapping();
        var label = (SemanticSegmentationLabel)new SemanticSegmentationLabeler("fox", "deer", "ground", "hidden").Label(frame);
        Assert.Equal([(1, "fox"), (2, "deer"), (3, "ground")], label.Regions.Select(r => (r.ClassId, r.Category)));
        Assert.Equal(Bitmap(frame, id => id is 2 or 5), label.Regions[1].Mask);
        Assert.Equal(Bitmap(frame, id => id == 1), label.Regions[2].Mask);
    }

    [Fact]
    public void A_class_without_an_id_is_an_error_or_ignored_as_chosen()
    {
        using var frame = Overlapping();
        var error = Assert.Throws<InvalidDataException>(() => new SemanticSegmentationLabeler("deer", "fox").Label(frame));
        Assert.Contains("'ground'", error.Message, StringComparison.Ordinal);

        var lenient = new IdLabelConfig("deer") { Unknown = UnknownLabels.Ignore };
        var label = (SemanticSegmentationLabel)new SemanticSegmentationLabeler(lenient).Label(frame);
        Assert.Equal("deer", Assert.Single(label.Regions).Category);
        Assert.Equal([0, 0, 1, 0, 0, 1], label.ClassOfInstance);
    }

    [Fact]
    public void Label_ids_count_from_one_in_the_order_given_or_sorted()
    {
        Assert.Equal(2, new IdLabelConfig("b", "a").IdOf("a", "x"));
        Assert.Equal(1, IdLabelConfig.Sorted("b", "a").IdOf("a", "x"));
        Assert.Throws<ArgumentException>(() => new IdLabelConfig("a", "a"));
    }

    [Fact]
    public void Labelers_share_one_analysis_of_the_frame()
    {
        using var frame = Overlapping();
        Assert.Same(InstanceMasks.Of(frame), InstanceMasks.Of(frame));
    }

    [Fact]
    public async Task Labels_are_the_same_from_many_threads()
    {
        using var frame = Overlapping();
        var labels = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Task.Run(() => (InstanceSegmentationLabel)new InstanceSegmentationLabeler().Label(frame))));
        Assert.All(labels, label => Assert.Equal(labels[0].Instances.Select(i => i.Mask), label.Instances.Select(i => i.Mask)));
    }

    private static RunLengthEncoding Bitmap(RenderedFrame frame, Func<uint, bool> inside) =>
        RunLengthEncoding.FromBitmap([.. frame.InstanceIds.ToArray().Select(id => inside(id) ? (byte)1 : (byte)0)], frame.Width, frame.Height);
}
