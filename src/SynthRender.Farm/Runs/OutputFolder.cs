using SynthRender.Datasets.Writers;

namespace SynthRender.Farm.Runs;

/// <summary>The folder of a dataset: tells an empty one from a finished, an unfinished and a foreign one.</summary>
internal sealed class OutputFolder(string path)
{
    // What a run makes. Anything else in the folder is the user's and stays.
    private static readonly string[] Ours =
        ["images", "annotations", "masks", "semantic", "depth", "records", "overlay.png", DatasetManifest.FileName];

    /// <summary>The journal of a run in one process, while the dataset is not complete.</summary>
    public string Journal => Path.Combine(Shards, "000000.journal");

    /// <summary>The same of a complete dataset, in order of the frames: to check the files by, and to go on from with more frames.</summary>
    public string Records => Path.Combine(path, "records", "frames.journal");

    /// <summary>True while a run is under way, or was interrupted.</summary>
    public bool IsUnderWay => Directory.Exists(Shards);

    private string Shards => Path.Combine(path, "shards");

    /// <summary>Checks that a run may write here; changes nothing.</summary>
    /// <exception cref="DatasetSettingsException">The folder is not empty and holds no dataset of ours.</exception>
    public void RequireOurs()
    {
        if (File.Exists(path)) throw new DatasetSettingsException($"'{path}' is a file; the output is a folder.");
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any()) return;
        if (!IsUnderWay && !File.Exists(Path.Combine(path, DatasetManifest.FileName)))
            throw new DatasetSettingsException($"'{path}' is not empty and not a dataset of SynthRender; nothing was changed. Choose another output folder.");
    }

    /// <summary>Keeps other runs out, until it is disposed.</summary>
    /// <exception cref="DatasetSettingsException">Another run is in.</exception>
    /// <exception cref="DatasetException">The folder cannot be written.</exception>
    public RunLock Lock() => RunLock.Take(Shards, path);

    /// <summary>Throws away the dataset that is there. The folder is locked.</summary>
    /// <exception cref="DatasetException">Something cannot be deleted.</exception>
    public void Clear() => Change(() =>
    {
        foreach (var entry in Ours.Select(name => Path.Combine(path, name)).Append(Journal))
        {
            if (Directory.Exists(entry)) Directory.Delete(entry, recursive: true);
            else File.Delete(entry);
        }
    });

    /// <summary>Goes on with a complete dataset: its records become the journal again. The folder is locked.</summary>
    /// <exception cref="DatasetException">The file cannot be moved.</exception>
    public void TakeUpRecords() => Change(() =>
    {
        if (!File.Exists(Journal) && File.Exists(Records)) File.Move(Records, Journal);
    });

    /// <summary>Makes the folder of the records.</summary>
    /// <exception cref="DatasetException">It cannot be made.</exception>
    public void MakeRecords() => Change(() => Directory.CreateDirectory(Path.GetDirectoryName(Records)!));

    /// <summary>Removes the journal of a finished dataset. The folder is locked.</summary>
    /// <exception cref="DatasetException">It cannot be deleted.</exception>
    public void RemoveJournal() => Change(() => File.Delete(Journal));

    /// <summary>Removes the folder of the journals when nothing is in it. The folder is not locked any more.</summary>
    public void RemoveEmptyShards()
    {
        try
        {
            if (Directory.Exists(Shards) && !Directory.EnumerateFileSystemEntries(Shards).Any()) Directory.Delete(Shards);
        }
        catch (IOException)
        {
            // Another run has begun in the meantime.
        }
    }

    private void Change(Action change)
    {
        try
        {
            change();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"Cannot change the dataset in '{path}': {error.Message} Give write permission, then run the same command again.", error);
        }
    }
}
