using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthRender.Datasets.Writers;

/// <summary>
/// dataset.json: what made a dataset, and whether it is whole. It is there from the first moment, with "complete": false, so that no
/// part of a dataset passes for all of it.
/// </summary>
public sealed class DatasetManifest
{
    /// <summary>The name of the file in the dataset's folder.</summary>
    public const string FileName = "dataset.json";

    private const string WrittenKey = "images_written", CompleteKey = "complete", DeviceKey = "device";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _path;
    private readonly JsonObject _json;

    private DatasetManifest(string path, JsonObject json) => (_path, _json) = (path, json);

    /// <summary>Images that the dataset holds, as of the last <see cref="Complete"/>.</summary>
    public int ImagesWritten => (int?)_json[WrittenKey] ?? 0;

    /// <summary>True when the dataset holds every frame that was asked for.</summary>
    public bool IsComplete => (bool?)_json[CompleteKey] ?? false;

    /// <summary>
    /// Starts a dataset, or goes on with one of the same settings (the device may be another one). A complete dataset stays as it is.
    /// </summary>
    /// <param name="description">What the run makes.</param>
    /// <param name="formats">The writers' formats.</param>
    /// <exception cref="DatasetSettingsException">The folder holds something else, or a dataset of other settings.</exception>
    /// <exception cref="DatasetException">The folder cannot be written.</exception>
    public static DatasetManifest Open(DatasetDescription description, params IEnumerable<string> formats)
    {
        var folder = DatasetFolder.Create(description.OutputFolder, "");
        var path = Path.Combine(folder, FileName);
        var json = Describe(description, formats);
        if (File.Exists(path))
        {
            var found = new DatasetManifest(path, Read(path));
            RequireSame(found._json, json, folder);
            if (found.IsComplete) return found;
        }
        else if (Directory.Exists(Path.Combine(folder, "images")) || Directory.Exists(Path.Combine(folder, "annotations")))
            throw new DatasetSettingsException(
                $"'{folder}' holds images or annotations, but no {FileName}, "
                + "so it was not made by SynthRender. Choose another output folder.");
        var manifest = new DatasetManifest(path, json);
        manifest.Save();
        return manifest;
    }

    /// <summary>Reads a dataset's manifest.</summary>
    /// <exception cref="DatasetSettingsException">The folder has none.</exception>
    /// <exception cref="DatasetException">It cannot be read.</exception>
    public static DatasetManifest ReadFrom(string datasetFolder)
    {
        var path = Path.Combine(datasetFolder, FileName);
        if (!File.Exists(path))
            throw new DatasetSettingsException($"'{datasetFolder}' is no dataset of SynthRender: it has no {FileName}.");
        return new DatasetManifest(path, Read(path));
    }

    /// <summary>Says how many images the dataset holds now; it is whole when that is frames times cameras.</summary>
    /// <exception cref="DatasetException">The file cannot be written.</exception>
    public void Complete(int imagesWritten)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(imagesWritten);
        var expected = (int)_json["frames"]! * _json["cameras"]!.AsArray().Count;
        _json[WrittenKey] = imagesWritten;
        _json[CompleteKey] = imagesWritten == expected;
        Save();
    }

    private void Save() => AtomicFile.Write(_path, stream =>
    {
        JsonSerializer.Serialize(stream, _json, Indented);
        stream.WriteByte((byte)'\n');
    });

    private static JsonObject Describe(DatasetDescription description, IEnumerable<string> formats) => new()
    {
        ["tool_version"] = description.ToolVersion,
        ["formats"] = new JsonArray([.. formats.Select(format => (JsonNode)format)]),
        ["scene"] = new JsonObject { ["name"] = description.SceneName, ["hash"] = description.SceneHash },
        ["seed"] = description.Seed,
        ["start"] = description.Start,
        ["frames"] = description.Frames,
        ["cameras"] = new JsonArray([.. description.Cameras.Select(camera =>
            (JsonNode)new JsonObject { ["name"] = camera.Name, ["width"] = camera.Width, ["height"] = camera.Height })]),
        ["labelers"] = new JsonArray([.. description.Labelers.Select(labeler => (JsonNode)labeler)]),
        ["categories"] = new JsonArray([.. description.Categories.Select(category => (JsonNode)category.Name)]),
        ["options"] = new JsonObject(description.Options.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)o.Value))),
        ["assets"] = new JsonObject(description.AssetHashes.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value))),
        [DeviceKey] = description.Device,
        [WrittenKey] = 0,
        [CompleteKey] = false,
    };

    private static void RequireSame(JsonObject found, JsonObject asked, string folder)
    {
        var differences = asked
            .Where(p => p.Key is not (DeviceKey or WrittenKey or CompleteKey) && !JsonNode.DeepEquals(p.Value, found[p.Key]))
            .Select(p => $"{p.Key} is {found[p.Key]?.ToJsonString(Indented) ?? "missing"} there and {p.Value!.ToJsonString(Indented)} here")
            .ToList();
        if (differences.Count > 0)
            throw new DatasetSettingsException(
                $"'{folder}' holds a dataset of other settings: {string.Join("; ", differences)}. "
                + "Choose another output folder, or delete this one.");
    }

    private static JsonObject Read(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(path)) as JsonObject ?? throw new DatasetException($"'{path}' is not a JSON object.");
        }
        catch (JsonException error)
        {
            throw new DatasetException($"'{path}', line {error.LineNumber + 1}: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"Cannot read '{path}': {error.Message}", error);
        }
    }
}
