using SynthRender.Datasets.Images;
using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Masks;
using SynthRender.Frames;
using SynthRender.Labels;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>Turns a labelled frame into its record. Thread-safe.</summary>
internal sealed class CocoFrameEncoder(CocoOptions options, FrameFiles files, CocoCategories categories)
{
    internal CocoFrameRecord Encode(LabeledFrame frame)
    {
        var snapshot = frame.Frame.Snapshot;
        var found = new List<DatasetCategory>();
        var annotations = Annotate(frame, found);
        return new CocoFrameRecord
        {
            Version = CocoFrameRecord.CurrentVersion,
            FileName = files.Stem(snapshot.FrameIndex, snapshot.Camera.Name) + ImageEncoder.Extension(options.ImageFormat),
            Width = frame.Frame.Width,
            Height = frame.Frame.Height,
            FocalLength = snapshot.Camera.FocalLengthPixels,
            WorldFromCamera = RowsForColumnVectors(snapshot),
            Categories = [.. found.Select(c => CocoCategoryRecord.From(c.Name, c.Supercategory, c.Template))],
            Annotations = annotations,
            Samples = SampledValueJson.Line(snapshot),
            SemanticClasses = frame.Find<SemanticSegmentationLabel>()?.Classes.ToArray(),
        };
    }

    private CocoAnnotationRecord[] Annotate(LabeledFrame frame, List<DatasetCategory> found)
    {
        var segments = (frame.Find<InstanceSegmentationLabel>()?.Instances ?? []).ToDictionary(i => i.Id);
        var boxes = (frame.Find<BoundingBox2DLabel>()?.Boxes ?? []).ToDictionary(b => b.Id);
        var keypoints = (frame.Find<KeypointLabel>()?.Instances ?? []).ToDictionary(k => k.Id);
        var annotations = new List<CocoAnnotationRecord>();
        foreach (var instance in frame.Frame.Snapshot.Instances)
        {
            var segment = segments.GetValueOrDefault(instance.Id);
            var points = keypoints.GetValueOrDefault(instance.Id);
            if (segment is null && points is null && !boxes.ContainsKey(instance.Id)) continue;
            var mask = segment?.Mask ?? InstanceMasks.Of(frame.Frame)[instance.Id];
            if (mask.Area < options.MinimumVisiblePixels) continue;
            if (options.CategoryIds?.IdOf(instance.Labeling.Category, instance.Name) == 0) continue;
            annotations.Add(Annotate(frame.Frame, instance, mask, segment is not null, points, CategoryIndex(found, instance, points?.Template)));
        }

        return [.. annotations];
    }

    private CocoAnnotationRecord Annotate(
        RenderedFrame frame, FrameInstance instance, RunLengthEncoding mask, bool withMask, InstanceKeypoints? points, int category) => new()
    {
        Category = category,
        Area = mask.Area,
        Box = [mask.Bounds.X, mask.Bounds.Y, mask.Bounds.Width, mask.Bounds.Height],
        RunLengths = withMask && options.Segmentation == CocoSegmentation.RunLengths ? Compress(mask) : null,
        Polygons = withMask && options.Segmentation == CocoSegmentation.Polygons ? MaskOutline.Trace(mask) : null,
        Keypoints = points?.Keypoints.SelectMany(point => PixelIndex(point, frame)).ToArray(),
        Visibility = points?.Keypoints.Select(k => (byte)k.Visibility).ToArray(),
        InstanceId = instance.Id,
        Name = instance.Name,
    };

    /// <summary>The index of a category with these keypoints; a category has an entry for each of its lists of keypoints that the frame shows.</summary>
    private int CategoryIndex(List<DatasetCategory> found, FrameInstance instance, KeypointTemplate? template)
    {
        var category = new DatasetCategory(instance.Labeling.Category, instance.Labeling.Supercategory, LabelKind.Thing, template);
        if (categories.Contradiction(category) is { } contradiction)
            throw new InvalidDataException($"'{instance.Name}': {contradiction}");
        if (!options.MergeKeypoints && found.Exists(c => c.Name == category.Name && CocoCategories.Differ(c.Template, category.Template)))
            throw new InvalidDataException($"'{instance.Name}': {CocoCategories.DifferMessage(category.Name)}");
        var index = found.FindIndex(c => c.Name == category.Name && Equals(c.Template, category.Template));
        if (index >= 0) return index;
        found.Add(category);
        return found.Count - 1;
    }

    private static byte[] Compress(RunLengthEncoding mask)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(mask.MaxTextLength);
        var text = buffer.AsSpan(0, mask.WriteText(buffer)).ToArray();
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    /// <summary>
    /// COCO's keypoints count pixels from their centres; those outside are 0, 0. In the outer half of an outer pixel that would be below 0, or
    /// become so when a picture is flipped, which loaders refuse: such a keypoint moves to the pixel's centre, by half a pixel at most.
    /// </summary>
    private static float[] PixelIndex(ImageKeypoint point, RenderedFrame frame) => point.Visibility == KeypointVisibility.Outside
        ? [0, 0]
        : [Math.Clamp(point.X - 0.5f, 0, frame.Width - 1), Math.Clamp(point.Y - 0.5f, 0, frame.Height - 1)];

    private static float[] RowsForColumnVectors(FrameSnapshot snapshot)
    {
        var m = snapshot.Camera.WorldFromView;
        return [m.M11, m.M21, m.M31, m.M41, m.M12, m.M22, m.M32, m.M42, m.M13, m.M23, m.M33, m.M43, m.M14, m.M24, m.M34, m.M44];
    }
}
