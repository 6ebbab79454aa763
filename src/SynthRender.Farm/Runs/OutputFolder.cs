using SynthRender.Datasets.Writers;

namespace SynthRender.Farm.Runs;

/// <summary>The folder of a dataset: tells an empty one from a finished, an unfinished and a foreign one.</summary>
internal sealed class OutputFolder(string path)
{
    // What a run makes. Anything else in the folder is the user's and stays.
    private static readonly string[] Ours =
        ["images", "annotations", "masks", "semantic", "depth", "shards", "overlay.png", DatasetManifest.FileName];

    private string Shards => Path.Combine(path, "shards");

    private bool IsDataset => Directory.Exists(Shards) || File.Exists(Path.Combine(path, DatasetManifest.FileName));

    /// <summary>Checks that a run may write here, and throws away an earlier dataset when it is to be replaced.</summary>
    /// <exception cref="DatasetSettingsException">The folder is not empty and holds no dataset of ours.</exception>
    public void Prepare(bool overwrite)
    {
        if (File.Exists(path)) throw new DatasetSettingsException($"'{path}' is a file; the output is a folder.");
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any()) return;
        if (!IsDataset)
            throw new DatasetSettingsException($"'{path}' is not empty and not a dataset of SynthRender; nothing was changed. Choose another output folder.");
        if (overwrite) Clear();
    }

    /// <summary>Makes the folder of the journals, and returns the path of the journal of a run in one process.</summary>
    /// <exception cref="DatasetException">The folder cannot be made.</exception>
    public string MakeJournal()
    {
        try
        {
            Directory.CreateDirectory(Shards);
            return Path.Combine(Shards, "000000.journal");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"Cannot make the folder '{Shards}': {error.Message}", error);
        }
    }

    /// <summary>Removes the journals of a finished dataset.</summary>
    public void RemoveShards() => Directory.Delete(Shards, recursive: true);

    private void Clear()
    {
        foreach (var entry in Ours.Select(name => Path.Combine(path, name)))
        {
            if (Directory.Exists(entry)) Directory.Delete(entry, recursive: true);
            else File.Delete(entry);
        }
    }
}
