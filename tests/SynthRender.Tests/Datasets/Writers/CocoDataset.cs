using System.Collections.Immutable;
using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;
using SynthRender.Frames;
using SynthRender.Labels;

namespace SynthRender.Tests.Datasets.Writers;

/// <summary>Small datasets of hand-made frames.</summary>
internal static class CocoDataset
{
    internal static readonly KeypointTemplate DeerTemplate = HandMadeFrame.Template("nose", "eye", "hoof");

    internal static readonly CameraLabeler[] AllLabelers =
    [
        new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler(),
        new SemanticSegmentationLabeler(IdLabelConfig.Sorted("deer", "fox", "ground")), new DepthLabeler(),
    ];

    internal static DatasetDescription Describe(string folder, int frames, params string[] cameras) => new()
    {
        OutputFolder = folder,
        ToolVersion = "1.2.3",
        SceneName = "Test",
        Seed = 7,
        Frames = frames,
        Cameras = [.. (cameras.Length == 0 ? ["camera"] : cameras).Select(name => new DatasetCamera(name, 64, 48))],
        Categories =
        [
            new DatasetCategory("fox", "test"), new DatasetCategory("deer", "test", LabelKind.Thing, DeerTemplate),
            new DatasetCategory("ground", "test", LabelKind.Stuff), new DatasetCategory("wolf", "test"),
        ],
    };

    /// <summary>A frame with a deer (keypoints), a fox and ground; positions follow the index.</summary>
    internal static HandMadeFrame Frame(int index, string camera = "camera")
    {
        var frame = new HandMadeFrame(64, 48, index, camera);
        var (cx, cy) = (12 + index * 5 % 40, 14 + index * 3 % 20);
        frame.Add("ground", (_, y) => y > 30, depth: 5, kind: LabelKind.Stuff);
        frame.Add("fox", (x, y) => Math.Abs(x - 40) + Math.Abs(y - 30) < 12, depth: 3);
        frame.Add("deer", (x, y) => Math.Pow(x - cx, 2) + Math.Pow(y - cy, 2) < 80, depth: 2, template: DeerTemplate, keypoints:
            [new(frame.At(cx, cy, 2), 0.1f), new(frame.At(cx + 3, cy, 3), 0.1f), new(frame.At(-20, 10, 2), 0.1f)]);
        frame.SampledValues.Add(new SampledValue("Sun", "", "elevation", 0.5f + index));
        frame.SampledValues.Add(new SampledValue("Coat", "scene/deer3", "material", "winter \"grey\""));
        return frame;
    }

    internal static ReadOnlyMemory<byte> Write(DatasetWriter writer, HandMadeFrame frame, params CameraLabeler[] labelers)
    {
        using var rendered = frame.Render();
        return writer.WriteFrame(new LabeledFrame(rendered, [.. labelers.Select(l => l.Label(rendered))])).Payload;
    }

    internal static void Make(string folder, IEnumerable<int> order, CocoOptions? options = null)
    {
        var indices = order.ToList();
        var writer = new CocoWriter(options);
        writer.Begin(Describe(folder, indices.Count));
        var records = indices.Select(i => new FrameRecord(i, "camera", Write(writer, Frame(i), AllLabelers))).ToList();
        writer.Complete(records.OrderBy(r => r.FrameIndex));
    }
}
