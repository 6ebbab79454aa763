using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>A COCO file as it was read: the fields that labels are made of.</summary>
public sealed class CocoFile
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>About the dataset.</summary>
    [JsonRequired]
    public JsonElement Info { get; init; }

    /// <summary>The images.</summary>
    [JsonRequired]
    public IReadOnlyList<CocoImage> Images { get; init; } = [];

    /// <summary>The objects in them.</summary>
    [JsonRequired]
    public IReadOnlyList<CocoAnnotation> Annotations { get; init; } = [];

    /// <summary>The classes.</summary>
    [JsonRequired]
    public IReadOnlyList<CocoCategory> Categories { get; init; } = [];

    /// <summary>Reads annotations/coco.json of a dataset folder.</summary>
    /// <exception cref="DatasetSettingsException">There is no such file: the folder is no finished COCO dataset.</exception>
    /// <exception cref="DatasetException">The file cannot be read or is no COCO file.</exception>
    public static CocoFile ReadFrom(string datasetFolder)
    {
        var path = Path.Combine(datasetFolder, CocoWriter.AnnotationFile);
        if (!File.Exists(path))
            throw new DatasetSettingsException(
                $"'{datasetFolder}' is no finished COCO dataset: it has no {CocoWriter.AnnotationFile}.");
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<CocoFile>(stream, Options) ?? throw new DatasetException($"'{path}' is empty.");
        }
        catch (JsonException error)
        {
            throw new DatasetException(
                $"'{path}', line {error.LineNumber + 1}, byte {error.BytePositionInLine}, {error.Path}: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"Cannot read '{path}': {error.Message}", error);
        }
    }
}
