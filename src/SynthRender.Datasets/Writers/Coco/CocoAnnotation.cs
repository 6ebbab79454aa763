using System.Text.Json;
using SynthRender.Datasets.Masks;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>An object of a COCO file.</summary>
/// <param name="Id">From 1.</param>
/// <param name="ImageId">The image it is in.</param>
/// <param name="CategoryId">Its class.</param>
/// <param name="Iscrowd">0 for a single object.</param>
/// <param name="Area">Mask pixels.</param>
/// <param name="Bbox">x, y, width, height in edge coordinates.</param>
/// <param name="Segmentation">Run lengths, polygons, or nothing.</param>
/// <param name="Keypoints">x, y, v for each keypoint, or null.</param>
/// <param name="NumKeypoints">Keypoints with v above 0, or null.</param>
/// <param name="InstanceId">Its value in the id image, or null in files of others.</param>
public sealed record CocoAnnotation(
    long Id, long ImageId, int CategoryId, int Iscrowd, double Area, IReadOnlyList<double> Bbox, JsonElement Segmentation = default,
    IReadOnlyList<double>? Keypoints = null, int? NumKeypoints = null, uint? InstanceId = null)
{
    /// <summary>The mask, when it is stored as compressed run lengths; else null.</summary>
    /// <exception cref="FormatException">The run lengths are damaged.</exception>
    public RunLengthEncoding? ReadMask()
    {
        if (Segmentation.ValueKind != JsonValueKind.Object) return null;
        if (!Segmentation.TryGetProperty("size", out var size) || size.ValueKind != JsonValueKind.Array || size.GetArrayLength() != 2
            || !size[0].TryGetInt32(out var height) || !size[1].TryGetInt32(out var width) || height < 1 || width < 1
            || !Segmentation.TryGetProperty("counts", out var counts) || counts.ValueKind != JsonValueKind.String)
            throw new FormatException("The segmentation has no size [height, width] or no counts text.");
        return RunLengthEncoding.Parse(counts.GetString(), width, height);
    }

    /// <summary>Corners x, y, x, y … of each polygon, when the mask is stored as polygons; else null.</summary>
    public double[][]? ReadPolygons() => Segmentation.ValueKind == JsonValueKind.Array
        ? [.. Segmentation.EnumerateArray().Select(polygon => polygon.EnumerateArray().Select(v => v.GetDouble()).ToArray())]
        : null;
}
