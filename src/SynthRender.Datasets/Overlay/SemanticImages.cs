using System.Text.Json;
using SynthRender.Datasets.Images;
using SynthRender.Datasets.Masks;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.Datasets.Overlay;

/// <summary>Reads the class images of a dataset back.</summary>
internal sealed class SemanticImages
{
    private readonly string _folder;
    private readonly Dictionary<int, string> _names;

    private SemanticImages(string folder, Dictionary<int, string> names) => (_folder, _names) = (folder, names);

    /// <summary>The class images of a dataset, or null when it has none.</summary>
    /// <exception cref="DatasetException">The list of classes cannot be read.</exception>
    internal static SemanticImages? Of(string datasetFolder)
    {
        var list = Path.Combine(datasetFolder, CocoWriter.ClassFile);
        if (!File.Exists(list)) return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(list));
            return new SemanticImages(datasetFolder, json.RootElement.EnumerateArray().ToDictionary(
                entry => entry.GetProperty("id").GetInt32(), entry => entry.GetProperty("name").GetString() ?? ""));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new DatasetException($"'{list}' is no list of classes with id and name: {error.Message}", error);
        }
    }

    /// <summary>The classes that an image shows, with their pixels; ids ascend.</summary>
    /// <exception cref="DatasetException">The class image is missing, damaged, or of another size.</exception>
    internal IReadOnlyList<(int ClassId, string Name, RunLengthEncoding Mask)> Read(CocoImage image)
    {
        var path = Path.Combine(_folder, CocoWriter.ClassFolder, Path.ChangeExtension(image.FileName, ".png"));
        if (!File.Exists(path)) throw new DatasetException($"The class image '{path}' is missing.");
        PngImage file;
        try
        {
            file = PngReader.Decode(File.ReadAllBytes(path));
        }
        catch (InvalidDataException error)
        {
            throw new DatasetException($"'{path}': {error.Message}", error);
        }

        if (file.Width != image.Width || file.Height != image.Height)
            throw new DatasetException($"'{path}' has {file.Width}×{file.Height} pixels, its image {image.Width}×{image.Height}.");
        uint[] ids = [.. file.Samples.Select(sample => (uint)sample)];
        var count = (int)ids.Max() + 1;
        var masks = ColumnRuns.Of(ids, file.Width, file.Height).Masks([.. Enumerable.Range(0, count)], count);
        return [.. Enumerable.Range(1, count - 1).Where(id => masks[id].Area > 0).Select(id => (id, _names.GetValueOrDefault(id, $"class {id}"), masks[id]))];
    }
}
