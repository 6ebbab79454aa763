using System.Globalization;
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

    private const string StartKey = "start", FramesKey = "frames", DeviceKey = "device";
    private const string WrittenKey = "images_written", CompleteKey = "complete", FailuresKey = "failures", FilesKey = "files";
    private static readonly HashSet<string> NotCompared = [StartKey, FramesKey, DeviceKey, WrittenKey, CompleteKey, FailuresKey, FilesKey];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _path;
    private readonly JsonObject _json;

    private DatasetManifest(string path, JsonObject json) => (_path, _json) = (path, json);

    /// <summary>Images that the dataset holds, as of the last <see cref="Complete"/>.</summary>
    public int ImagesWritten => (int?)_json[WrittenKey] ?? 0;

    /// <summary>True when the dataset holds every frame that was asked for.</summary>
    public bool IsComplete => (bool?)_json[CompleteKey] ?? false;

    /// <summary>The assembled files, which are not a frame's own, as they were written at the end.</summary>
    public IReadOnlyList<WrittenFile> Files =>
    [
        .. (_json[FilesKey] as JsonArray ?? []).Select(file => new WrittenFile(
            (string)file!["path"]!, (long)file["length"]!, ulong.Parse((string)file["xxh3"]!, NumberStyles.HexNumber, CultureInfo.InvariantCulture))),
    ];

    /// <summary>What a folder holds already, when that fits a run; null when it holds no dataset. Writes nothing.</summary>
    /// <param name="description">What the run makes.</param>
    /// <param name="formats">The writers' formats.</param>
    /// <exception cref="DatasetSettingsException">
    /// The folder holds something else, or a dataset of other settings, or one of frames that the run does not ask for.
    /// </exception>
    /// <exception cref="DatasetException">The manifest cannot be read.</exception>
    public static DatasetManifest? Find(DatasetDescription description, params IEnumerable<string> formats)
    {
        var path = Path.Combine(description.OutputFolder, FileName);
        if (File.Exists(path))
        {
            var found = new DatasetManifest(path, Read(path));
            found.RequireSame(Describe(description, formats));
            return found;
        }

        if (Directory.Exists(Path.Combine(description.OutputFolder, "images")) || Directory.Exists(Path.Combine(description.OutputFolder, "annotations")))
            throw new DatasetSettingsException(
                $"'{description.OutputFolder}' holds images or annotations, but no {FileName}, "
                + "so it was not made by SynthRender. Choose another output folder.");
        return null;
    }

    /// <summary>
    /// Starts a dataset, or goes on with one of the same settings: the device may be another one, and there may be more frames before
    /// and after those that are there. From now on it says that the dataset is not complete.
    /// </summary>
    /// <param name="description">What the run makes.</param>
    /// <param name="formats">The writers' formats.</param>
    /// <exception cref="DatasetSettingsException">As of <see cref="Find"/>.</exception>
    /// <exception cref="DatasetException">The folder cannot be written.</exception>
    public static DatasetManifest Open(DatasetDescription description, params IEnumerable<string> formats)
    {
        Find(description, formats);
        var folder = DatasetFolder.Create(description.OutputFolder, "");
        var manifest = new DatasetManifest(Path.Combine(folder, FileName), Describe(description, formats));
        manifest.Save();
        return manifest;
    }

    /// <summary>True when the frames are those of a run, no fewer.</summary>
    public bool HasJustTheFramesOf(DatasetDescription description) =>
        Number(_json, StartKey) == description.Start && Number(_json, FramesKey) == description.Frames;

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

    /// <summary>Says what the dataset holds now.</summary>
    /// <param name="imagesWritten">Images that are there.</param>
    /// <param name="isComplete">Whether these are all that the frames have.</param>
    /// <param name="failures">Frames that could not be made.</param>
    /// <param name="files">The assembled files.</param>
    /// <exception cref="DatasetException">The file cannot be written.</exception>
    public void Complete(int imagesWritten, bool isComplete, IEnumerable<FailedFrame> failures, IEnumerable<WrittenFile> files)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(imagesWritten);
        _json[WrittenKey] = imagesWritten;
        _json[CompleteKey] = isComplete;
        _json[FailuresKey] = new JsonArray([.. failures.Select(Describe)]);
        _json[FilesKey] = new JsonArray([.. files.Select(Describe)]);
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
        [StartKey] = description.Start,
        [FramesKey] = description.Frames,
        ["cameras"] = new JsonArray([.. description.Cameras.Select(camera =>
            (JsonNode)new JsonObject { ["name"] = camera.Name, ["width"] = camera.Width, ["height"] = camera.Height })]),
        ["labelers"] = new JsonArray([.. description.Labelers.Select(labeler => (JsonNode)labeler)]),
        ["categories"] = new JsonArray([.. description.Categories.Select(category => (JsonNode)category.Name)]),
        ["options"] = new JsonObject(description.Options.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)o.Value))),
        ["assets"] = new JsonObject(description.AssetHashes.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value))),
        [DeviceKey] = description.Device,
        [WrittenKey] = 0,
        [CompleteKey] = false,
        [FailuresKey] = new JsonArray(),
        [FilesKey] = new JsonArray(),
    };

    private static JsonNode Describe(FailedFrame failed)
    {
        var json = new JsonObject { ["frame"] = failed.Frame };
        if (failed.Camera.Length > 0) json["camera"] = failed.Camera;
        json["place"] = failed.Place.ToString().ToLowerInvariant();
        json["reason"] = failed.Reason;
        return json;
    }

    private static JsonNode Describe(WrittenFile file) => new JsonObject
    {
        ["path"] = file.Path, ["length"] = file.Length, ["xxh3"] = file.Hash.ToString("x16", CultureInfo.InvariantCulture),
    };

    private void RequireSame(JsonObject asked)
    {
        var folder = Path.GetDirectoryName(_path);
        var differences = ManifestDifferences.Describe(_json, asked, asked.Select(p => p.Key).Where(key => !NotCompared.Contains(key)));
        if (differences.Length > 0)
            throw new DatasetSettingsException(
                $"'{folder}' holds a dataset of other settings: {differences}. Choose another output folder, or --overwrite to replace this one.");
        var (there, here) = (Frames(_json), Frames(asked));
        if (there.First < here.First || there.Last > here.Last)
            throw new DatasetSettingsException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{folder}' holds frames {there.First} to {there.Last}, and {here.First} to {here.Last} were asked for; a dataset can be "
                + $"continued, not cut. Ask for at least those frames, choose another output folder, or --overwrite to replace this one."));
    }

    private (long First, long Last) Frames(JsonObject json) => (Number(json, StartKey), (long)Number(json, StartKey) + Number(json, FramesKey) - 1);

    private int Number(JsonObject json, string key) => json[key] is JsonValue value && value.TryGetValue(out int number)
        ? number
        : throw new DatasetException($"'{_path}': {key} is {json[key]?.ToJsonString() ?? "missing"}; a whole number is expected.");

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
