using System.Globalization;
using SkiaSharp;
using SynthRender.Datasets.Images;
using SynthRender.Datasets.Masks;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.Datasets.Verification;

/// <summary>
/// Checks a COCO dataset against itself: ids, files, sizes; boxes and areas against run lengths; that no two masks of an image
/// overlap; masks against the id images when there are some; keypoints against their images and categories.
/// </summary>
public sealed class CocoVerifier
{
    private readonly string _folder;
    private readonly CocoFile _coco;
    private readonly int _most;
    private readonly List<DatasetFinding> _findings = [];

    private CocoVerifier(string folder, CocoFile coco, int most) => (_folder, _coco, _most) = (folder, coco, most);

    /// <summary>Checks a dataset folder.</summary>
    /// <param name="datasetFolder">The folder that holds annotations/coco.json.</param>
    /// <param name="most">Stop after so many findings; 1 or more.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    /// <exception cref="DatasetException">There is no COCO file, or it cannot be read.</exception>
    public static IReadOnlyList<DatasetFinding> Verify(string datasetFolder, int most = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var verifier = new CocoVerifier(datasetFolder, CocoFile.ReadFrom(datasetFolder), most);
        verifier.Run();
        return verifier._findings;
    }

    private void Run()
    {
        CheckCategories();
        CheckAnnotationIds();
        var annotations = _coco.Annotations.Select((annotation, index) => (Annotation: annotation, Index: index)).ToLookup(a => a.Annotation.ImageId);
        var seen = new HashSet<long>();
        for (var i = 0; i < _coco.Images.Count && _findings.Count < _most; i++)
        {
            var image = _coco.Images[i];
            var where = string.Create(CultureInfo.InvariantCulture, $"images[{i}] ({image.FileName})");
            if (image.Id < 1 || !seen.Add(image.Id)) Report(where, $"id {image.Id} is not above 0 and unique");
            CheckFile(where, image);
            CheckImage(image, [.. annotations[image.Id]]);
        }

        foreach (var (annotation, index) in _coco.Annotations.Select((annotation, index) => (annotation, index)))
            if (!seen.Contains(annotation.ImageId) && _findings.Count < _most) Report(Name(index), $"image_id {annotation.ImageId} is not an image");
    }

    private void CheckCategories()
    {
        var ids = new HashSet<int>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var category in _coco.Categories)
        {
            var where = $"category '{category.Name}'";
            if (category.Id < 1 || !ids.Add(category.Id)) Report(where, $"id {category.Id} is not above 0 and unique");
            if (!names.Add(category.Name)) Report(where, "the name occurs twice");
            var keypoints = category.Keypoints?.Count ?? 0;
            foreach (var edge in category.Skeleton ?? [])
                if (edge.Count != 2 || edge.Any(end => end < 1 || end > keypoints)) Report(where, $"skeleton [{string.Join(", ", edge)}] is not a pair of 1 to {keypoints}");
        }
    }

    private void CheckAnnotationIds()
    {
        var ids = new HashSet<long>();
        for (var i = 0; i < _coco.Annotations.Count && _findings.Count < _most; i++)
            if (_coco.Annotations[i].Id < 1 || !ids.Add(_coco.Annotations[i].Id)) Report(Name(i), "the id is not above 0 and unique");
    }

    private void CheckFile(string where, CocoImage image)
    {
        var path = Path.Combine(_folder, CocoWriter.ImageFolder, image.FileName);
        if (!File.Exists(path))
        {
            Report(where, "the file is missing");
            return;
        }

        using var codec = SKCodec.Create(path);
        if (codec is null) Report(where, "the file cannot be decoded");
        else if (codec.Info.Width != image.Width || codec.Info.Height != image.Height)
            Report(where, $"the file has {codec.Info.Width}×{codec.Info.Height} pixels, the image says {image.Width}×{image.Height}");
        else if (codec.GetPixels(out _) is not SKCodecResult.Success and var result)
            Report(where, $"the file's pixels cannot be read to the end ({result})");
    }

    private void CheckImage(CocoImage image, List<(CocoAnnotation Annotation, int Index)> annotations)
    {
        var owner = new int[image.Width * image.Height];
        var idMasks = ReadIdMasks(image);
        foreach (var (annotation, index) in annotations)
        {
            var check = new AnnotationCheck(image, annotation, _coco.Categories.FirstOrDefault(c => c.Id == annotation.CategoryId));
            foreach (var problem in check.Problems()) Report(Name(index), problem);
            if (check.Mask is { } mask) CheckOverlap(owner, mask, index);
            if (idMasks is null || annotation.InstanceId is not { } id) continue;
            if (id >= (uint)idMasks.Length || !IsOf(idMasks[id], annotation, check.Mask))
                Report(Name(index), $"the mask is not the pixels of instance {id} in the id image");
        }
    }

    /// <summary>True when an annotation shows a mask: by run lengths, or by the outlines of all but its holes; true without a segmentation.</summary>
    private static bool IsOf(RunLengthEncoding expected, CocoAnnotation annotation, RunLengthEncoding? mask) =>
        mask is not null ? expected.Equals(mask)
        : annotation.ReadPolygons() is not { } polygons || !polygons.All(MaskOutline.IsAlongPixelEdges)
            || (annotation.Area == expected.Area && MaskOutline.Fill(polygons, expected.Width, expected.Height)
                .Equals(MaskOutline.Fill([.. MaskOutline.Trace(expected).Select(loop => Array.ConvertAll(loop, v => (double)v))], expected.Width, expected.Height)));

    private void CheckOverlap(int[] owner, RunLengthEncoding mask, int index)
    {
        var position = 0;
        for (var run = 0; run < mask.Runs.Length; position += mask.Runs[run++])
        {
            if ((run & 1) == 0) continue;
            for (var i = position; i < position + mask.Runs[run]; i++)
            {
                if (owner[i] != 0)
                {
                    Report(Name(index), $"the mask shares pixel ({i / mask.Height}, {i % mask.Height}) with {Name(owner[i] - 1)}");
                    return;
                }

                owner[i] = index + 1;
            }
        }
    }

    /// <summary>The mask of each id of the image's id image; null when the dataset has none.</summary>
    private RunLengthEncoding[]? ReadIdMasks(CocoImage image)
    {
        var relative = Path.Combine(CocoWriter.IdFolder, Path.ChangeExtension(image.FileName, ".png"));
        var path = Path.Combine(_folder, relative);
        if (!File.Exists(path)) return null;
        PngImage file;
        try
        {
            file = PngReader.Decode(File.ReadAllBytes(path));
        }
        catch (InvalidDataException error)
        {
            Report(relative, error.Message);
            return null;
        }

        if (file.Width != image.Width || file.Height != image.Height)
        {
            Report(relative, $"the id image has {file.Width}×{file.Height} pixels, the image {image.Width}×{image.Height}");
            return null;
        }

        var ids = LabelImages.DecodeIds(file);
        var count = (int)ids.Max() + 1;
        return ColumnRuns.Of(ids, file.Width, file.Height).Masks([.. Enumerable.Range(0, count)], count);
    }

    private string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"annotations[{index}] (id {_coco.Annotations[index].Id})");

    private void Report(string where, string problem)
    {
        if (_findings.Count < _most) _findings.Add(new DatasetFinding(where, problem));
    }
}
