using System.Text.Json;
using SynthRender.Labels;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>The pieces of coco.json.</summary>
internal static class CocoJson
{
    internal static void WriteInfo(Utf8JsonWriter json, DatasetDescription description)
    {
        // No date: the same run gives the same bytes.
        json.WriteStartObject("info"u8);
        json.WriteString("description"u8, description.SceneName);
        json.WriteString("version"u8, description.ToolVersion);
        json.WriteString("contributor"u8, "SynthRender");
        json.WriteNumber("seed"u8, description.Seed);
        json.WriteEndObject();
        json.WriteStartArray("licenses"u8);
        json.WriteEndArray();
    }

    internal static void WriteImage(Utf8JsonWriter json, CocoFrameRecord image, long id, FrameRecord frame)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, id);
        json.WriteString("file_name"u8, image.FileName);
        json.WriteNumber("width"u8, image.Width);
        json.WriteNumber("height"u8, image.Height);
        json.WriteNumber("frame"u8, frame.FrameIndex);
        json.WriteString("camera"u8, frame.Camera);
        json.WriteStartArray("camera_intrinsics"u8);
        foreach (var value in (ReadOnlySpan<float>)[image.FocalLength, 0, image.Width * 0.5f, 0, image.FocalLength, image.Height * 0.5f, 0, 0, 1])
            json.WriteNumberValue(value);
        json.WriteEndArray();
        json.WriteStartArray("world_from_camera"u8);
        foreach (var value in image.WorldFromCamera) json.WriteNumberValue(value);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteAnnotation(
        Utf8JsonWriter json, CocoFrameRecord image, CocoAnnotationRecord annotation, long id, long imageId, int categoryId, ReadOnlySpan<int> keypoints)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, id);
        json.WriteNumber("image_id"u8, imageId);
        json.WriteNumber("category_id"u8, categoryId);
        json.WriteNumber("iscrowd"u8, 0);
        json.WriteNumber("area"u8, annotation.Area);
        json.WriteStartArray("bbox"u8);
        foreach (var value in annotation.Box) json.WriteNumberValue(value);
        json.WriteEndArray();
        WriteSegmentation(json, image, annotation);
        WriteKeypoints(json, annotation, keypoints);
        json.WriteNumber("instance_id"u8, annotation.InstanceId);
        json.WriteString("name"u8, annotation.Name);
        json.WriteEndObject();
    }

    internal static void WriteCategories(Utf8JsonWriter json, List<(int Id, DatasetCategory Category)> categories, CocoOptions options)
    {
        json.WriteStartArray("categories"u8);
        foreach (var (id, category) in categories)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, id);
            json.WriteString("name"u8, category.Name);
            json.WriteString("supercategory"u8, category.Supercategory);
            if (category.Template is { } template) WriteTemplate(json, category.Name, template, options);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSegmentation(Utf8JsonWriter json, CocoFrameRecord image, CocoAnnotationRecord annotation)
    {
        if (annotation.RunLengths is { } text)
        {
            json.WriteStartObject("segmentation"u8);
            json.WriteStartArray("size"u8);
            json.WriteNumberValue(image.Height);
            json.WriteNumberValue(image.Width);
            json.WriteEndArray();
            json.WriteString("counts"u8, text);
            json.WriteEndObject();
        }

        if (annotation.Polygons is not { } polygons) return;
        json.WriteStartArray("segmentation"u8);
        foreach (var polygon in polygons)
        {
            json.WriteStartArray();
            foreach (var coordinate in polygon) json.WriteNumberValue(coordinate);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteKeypoints(Utf8JsonWriter json, CocoAnnotationRecord annotation, ReadOnlySpan<int> keypoints)
    {
        if (keypoints.Length > 0) json.WriteStartArray("keypoints"u8);
        foreach (var own in keypoints)
        {
            var (x, y, flag) = own < 0 ? default : (annotation.Keypoints![2 * own], annotation.Keypoints[2 * own + 1], annotation.Visibility![own]);
            // A thousandth of a pixel is below the precision of the projection.
            json.WriteNumberValue(Math.Round((double)x, 3));
            json.WriteNumberValue(Math.Round((double)y, 3));
            json.WriteNumberValue(flag);
        }

        if (keypoints.Length > 0) json.WriteEndArray();
        json.WriteNumber("num_keypoints"u8, annotation.Visibility?.Count(v => v > 0) ?? 0);
    }

    private static void WriteTemplate(Utf8JsonWriter json, string category, KeypointTemplate template, CocoOptions options)
    {
        json.WriteStartArray("keypoints"u8);
        foreach (var name in template.Names) json.WriteStringValue(name);
        json.WriteEndArray();
        WritePairs(json, "skeleton"u8, template.Edges);
        WritePairs(json, "keypoint_flip_pairs"u8, template.SymmetricPairs);
        json.WriteStartArray("sigmas"u8);
        var sigmas = options.Sigmas.TryGetValue(category, out var given) ? given.AsSpan() : CocoSigmas.For(template);
        if (sigmas.Length != template.Names.Length)
            throw new DatasetSettingsException(
                $"Category '{category}' has {template.Names.Length} keypoints and {sigmas.Length} sigmas; each keypoint needs one.");
        foreach (var sigma in sigmas) json.WriteNumberValue(sigma);
        json.WriteEndArray();
    }

    /// <summary>COCO counts keypoints from 1.</summary>
    private static void WritePairs(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<(int First, int Second)> pairs)
    {
        json.WriteStartArray(name);
        foreach (var (first, second) in pairs)
        {
            json.WriteStartArray();
            json.WriteNumberValue(first + 1);
            json.WriteNumberValue(second + 1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
