using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Writers;

namespace SynthRender.Tests.Datasets.Writers;

public sealed class InMemoryWriterTests
{
    [Fact]
    public void It_keeps_labels_and_pixels_in_order()
    {
        var writer = new InMemoryWriter { KeepPixels = true };
        writer.Begin(CocoDataset.Describe("", 2));
        var second = new FrameRecord(1, "camera", CocoDataset.Write(writer, CocoDataset.Frame(1), new BoundingBox2DLabeler()));
        var first = new FrameRecord(0, "camera", CocoDataset.Write(writer, CocoDataset.Frame(0), new BoundingBox2DLabeler()));
        writer.Complete([first, second]);

        Assert.Equal([0, 1], writer.Frames.Select(f => f.Snapshot.FrameIndex));
        using var expected = CocoDataset.Frame(1).Render();
        Assert.Equal(expected.InstanceIds.ToArray(), writer.Frames[1].InstanceIds.ToArray());
        Assert.Equal(expected.Color.ToArray(), writer.Frames[1].Color.ToArray());
        Assert.Equal(2, ((BoundingBox2DLabel)Assert.Single(writer.Frames[1].Labels)).Boxes.Length);
        Assert.Throws<DatasetException>(() => writer.Complete([new FrameRecord(9, "camera", default)]));
    }
}
