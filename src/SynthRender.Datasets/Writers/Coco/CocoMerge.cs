using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>
/// Joins COCO files into one. Categories are the same when their names are, and numbered in ordinal order; images and annotations are
/// numbered anew from 1 in the order of the files. All other fields stay as they are. One input is in memory at a time.
/// </summary>
public sealed class CocoMerge
{
    private readonly IReadOnlyList<CocoMergeInput> _inputs;
    private readonly SortedDictionary<string, JsonObject> _categories = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fileNames = new(StringComparer.Ordinal);
    private readonly List<Dictionary<long, long>> _imageIds = [];

    private CocoMerge(IReadOnlyList<CocoMergeInput> inputs) => _inputs = inputs;

    /// <summary>Writes the joined file.</summary>
    /// <param name="inputs">At least one.</param>
    /// <param name="outputFile">The path of the joined file.</param>
    /// <exception cref="DatasetException">
    /// An input cannot be read, refers to an id that it does not have, defines a category otherwise than another, or repeats a file name.
    /// </exception>
    public static void Merge(IReadOnlyList<CocoMergeInput> inputs, string outputFile)
    {
        if (inputs.Count == 0) throw new ArgumentException("There is nothing to merge; name at least one COCO file.", nameof(inputs));
        new CocoMerge(inputs).Write(outputFile);
    }

    private void Write(string outputFile) => AtomicFile.Write(outputFile, stream =>
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        WriteHead(json);
        json.WriteStartArray("images"u8);
        foreach (var input in _inputs) WriteImages(json, input);
        json.WriteEndArray();

        var newIds = _categories.Keys.Select((name, i) => (name, Id: i + 1)).ToDictionary(c => c.name, c => c.Id, StringComparer.Ordinal);
        json.WriteStartArray("annotations"u8);
        var last = 0L;
        for (var i = 0; i < _inputs.Count; i++) last = WriteAnnotations(json, _inputs[i], _imageIds[i], newIds, last);
        json.WriteEndArray();

        json.WriteStartArray("categories"u8);
        foreach (var (name, category) in _categories)
        {
            category["id"] = newIds[name];
            category.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void WriteHead(Utf8JsonWriter json)
    {
        var first = Read(_inputs[0]);
        json.WritePropertyName("info"u8);
        Member<JsonObject>(first, "info", _inputs[0]).WriteTo(json);
        json.WritePropertyName("licenses"u8);
        (first["licenses"] as JsonArray ?? []).WriteTo(json);
    }

    /// <summary>The first pass over an input: its images go out, its categories are gathered.</summary>
    private void WriteImages(Utf8JsonWriter json, CocoMergeInput input)
    {
        var file = Read(input);
        foreach (var node in Member<JsonArray>(file, "categories", input)) AddCategory((JsonObject)node!.DeepClone(), input);
        var ids = new Dictionary<long, long>();
        foreach (var node in Member<JsonArray>(file, "images", input))
        {
            var image = (JsonObject)node!;
            var name = input.FileNamePrefix + (string?)image["file_name"];
            if (!_fileNames.Add(name))
                throw new DatasetException(
                    $"'{input.AnnotationFile}': the image '{name}' is in the joined file already. "
                    + "Give the inputs different file name prefixes.");
            if (!ids.TryAdd(Id(image, "id", input), _fileNames.Count))
                throw new DatasetException($"'{input.AnnotationFile}': two images have id {image["id"]}.");
            image["id"] = _fileNames.Count;
            image["file_name"] = name;
            image.WriteTo(json);
            FlushWhenFull(json);
        }

        _imageIds.Add(ids);
    }

    private void AddCategory(JsonObject category, CocoMergeInput input)
    {
        var name = (string?)category["name"] ?? throw new DatasetException($"'{input.AnnotationFile}': a category has no name.");
        category["id"] = 0;
        if (_categories.TryAdd(name, category) || JsonNode.DeepEquals(_categories[name], category)) return;
        throw new DatasetException(
            $"'{input.AnnotationFile}': category '{name}' is {category.ToJsonString()}, "
            + $"in a file before it {_categories[name].ToJsonString()}. Rename one of them.");
    }

    private static long WriteAnnotations(
        Utf8JsonWriter json, CocoMergeInput input, Dictionary<long, long> imageIds, Dictionary<string, int> categoryIds, long last)
    {
        var file = Read(input);
        var names = Member<JsonArray>(file, "categories", input).ToDictionary(c => Id((JsonObject)c!, "id", input), c => (string)c!["name"]!);
        foreach (var node in Member<JsonArray>(file, "annotations", input))
        {
            var annotation = (JsonObject)node!;
            if (!imageIds.TryGetValue(Id(annotation, "image_id", input), out var image))
                throw new DatasetException(
                    $"'{input.AnnotationFile}': "
                    + $"annotation {annotation["id"]} belongs to image {annotation["image_id"]}, which is not there.");
            if (!names.TryGetValue(Id(annotation, "category_id", input), out var category))
                throw new DatasetException(
                    $"'{input.AnnotationFile}': "
                    + $"annotation {annotation["id"]} is of category {annotation["category_id"]}, which is not there.");
            annotation["id"] = ++last;
            annotation["image_id"] = image;
            annotation["category_id"] = categoryIds[category];
            annotation.WriteTo(json);
            FlushWhenFull(json);
        }

        return last;
    }

    private static void FlushWhenFull(Utf8JsonWriter json)
    {
        if (json.BytesPending > 1 << 16) json.Flush();
    }

    private static long Id(JsonObject element, string key, CocoMergeInput input) => element[key] is JsonValue value && value.TryGetValue(out long id)
        ? id
        : throw new DatasetException(
            $"'{input.AnnotationFile}': {key} is {element[key]?.ToJsonString() ?? "missing"} at {element.GetPath()}; "
            + "a whole number is expected.");

    private static T Member<T>(JsonObject file, string key, CocoMergeInput input) where T : JsonNode => file[key] as T
        ?? throw new DatasetException($"'{input.AnnotationFile}' is no COCO file: it has no '{key}'.");

    private static JsonObject Read(CocoMergeInput input)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(input.AnnotationFile)) as JsonObject
                ?? throw new DatasetException($"'{input.AnnotationFile}' is not a JSON object.");
        }
        catch (JsonException error)
        {
            throw new DatasetException($"'{input.AnnotationFile}', line {error.LineNumber + 1}: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"Cannot read '{input.AnnotationFile}': {error.Message}", error);
        }
    }
}
