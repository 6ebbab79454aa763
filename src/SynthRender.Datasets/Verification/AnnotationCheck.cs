using SynthRender.Datasets.Masks;
using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.Datasets.Verification;

/// <summary>Checks one annotation against its image and its category.</summary>
internal sealed class AnnotationCheck(CocoImage image, CocoAnnotation annotation, CocoCategory? category)
{
    /// <summary>The mask, once <see cref="Problems"/> has run and found it sound; null when there is none, or polygons that cannot hold it.</summary>
    internal RunLengthEncoding? Mask { get; private set; }

    internal IEnumerable<string> Problems()
    {
        if (category is null) yield return $"category_id {annotation.CategoryId} is not a category";
        if (annotation.Iscrowd != 0) yield return $"iscrowd is {annotation.Iscrowd}; 0 is expected of a single object";
        if (!(annotation.Area > 0)) yield return $"area is {annotation.Area}; an object that is written has a pixel at least";
        if (MaskProblem() is { } problem) yield return problem;
        foreach (var outline in OutlineProblems()) yield return outline;
        if (annotation.Bbox.Count != 4) yield return $"bbox has {annotation.Bbox.Count} numbers; 4 are expected";
        else if (annotation.Bbox[0] < 0 || annotation.Bbox[1] < 0 || !(annotation.Bbox[2] > 0) || !(annotation.Bbox[3] > 0)
            || annotation.Bbox[0] + annotation.Bbox[2] > image.Width || annotation.Bbox[1] + annotation.Bbox[3] > image.Height)
            yield return $"bbox [{string.Join(", ", annotation.Bbox)}] does not lie in the image of {image.Width}×{image.Height}";
        foreach (var keypoint in KeypointProblems()) yield return keypoint;
    }

    private string? MaskProblem()
    {
        RunLengthEncoding? mask;
        try
        {
            mask = annotation.ReadMask();
        }
        catch (FormatException error)
        {
            return error.Message;
        }

        if (mask is null) return null;
        if (mask.Width != image.Width || mask.Height != image.Height)
            return $"the mask is of an image of {mask.Width}×{mask.Height}, this one has {image.Width}×{image.Height}";
        Mask = mask;
        if (mask.Area != annotation.Area) return $"area is {annotation.Area}, the mask has {mask.Area} pixels";
        var bounds = mask.Bounds;
        return annotation.Bbox.SequenceEqual([bounds.X, bounds.Y, bounds.Width, bounds.Height])
            ? null
            : $"bbox is [{string.Join(", ", annotation.Bbox)}], the mask's is [{bounds.X}, {bounds.Y}, {bounds.Width}, {bounds.Height}]";
    }

    private IEnumerable<string> OutlineProblems()
    {
        if (annotation.ReadPolygons() is not { } polygons) yield break;
        if (polygons.Length == 0) yield return "the segmentation has no polygon";
        foreach (var polygon in polygons)
        {
            if (polygon.Length < 6 || polygon.Length % 2 != 0) yield return $"a polygon has {polygon.Length} numbers; x and y of 3 corners or more are expected";
            for (var i = 0; i < polygon.Length; i++)
                if (!(polygon[i] >= 0 && polygon[i] <= (i % 2 == 0 ? image.Width : image.Height)))
                {
                    yield return $"a polygon's corner at {polygon[i - i % 2]}, {polygon[Math.Min(i - i % 2 + 1, polygon.Length - 1)]} lies outside the image of {image.Width}×{image.Height}";
                    yield break;
                }
        }

        if (!polygons.All(MaskOutline.IsAlongPixelEdges)) yield break;
        var filled = MaskOutline.Fill(polygons, image.Width, image.Height);
        if (filled.Area < annotation.Area) yield return $"area is {annotation.Area}, the polygons hold {filled.Area} pixels";
        var bounds = filled.Bounds;
        if (!annotation.Bbox.SequenceEqual([bounds.X, bounds.Y, bounds.Width, bounds.Height]))
            yield return $"bbox is [{string.Join(", ", annotation.Bbox)}], the polygons' is [{bounds.X}, {bounds.Y}, {bounds.Width}, {bounds.Height}]";

        // Polygons cannot say holes: where the area is smaller than what they hold, the mask is not known.
        if (filled.Area == annotation.Area) Mask = filled;
    }

    private IEnumerable<string> KeypointProblems()
    {
        var expected = category?.Keypoints?.Count ?? 0;
        if (annotation.NumKeypoints is null) yield return "num_keypoints is missing; 0 is expected of an object without keypoints";
        if (annotation.Keypoints is not { } keypoints)
        {
            if (annotation.NumKeypoints > 0) yield return $"num_keypoints is {annotation.NumKeypoints}, but there are no keypoints";
            if (expected > 0) yield return $"keypoints is missing; the category has {expected}";
            yield break;
        }

        if (keypoints.Count != 3 * expected)
        {
            yield return $"keypoints has {keypoints.Count} numbers; the category's {expected} keypoints take {3 * expected}";
            yield break;
        }

        var inImage = 0;
        for (var i = 0; i < expected; i++)
        {
            var (x, y, flag) = (keypoints[3 * i], keypoints[3 * i + 1], keypoints[3 * i + 2]);
            var name = category!.Keypoints![i];
            if (flag is not (0 or 1 or 2)) yield return $"keypoint '{name}' has flag {flag}; 0, 1 or 2 is expected";
            if (flag == 0 && (x != 0 || y != 0)) yield return $"keypoint '{name}' is not in the image, but at {x}, {y}; 0, 0 is expected";

            // Pixel indices: the image's edges are half a pixel outside the centres of its outer pixels; below 0, loaders refuse them.
            if (flag > 0 && (x < 0 || y < 0 || x > image.Width - 0.5 || y > image.Height - 0.5))
                yield return $"keypoint '{name}' at {x}, {y} lies outside the image of {image.Width}×{image.Height}";
            if (flag > 0) inImage++;
        }

        if (annotation.NumKeypoints is { } stated && stated != inImage) yield return $"num_keypoints is {stated}; {inImage} have a flag above 0";
    }
}
