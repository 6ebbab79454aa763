using SynthRender.Datasets.Writers;
using SynthRender.Farm.Journal;

namespace SynthRender.Farm.Runs;

/// <summary>The files of a complete dataset, compared with what was written.</summary>
public static class DatasetFiles
{
    /// <summary>What is wrong with the files on disk, e.g. "masks/000012.png is gone"; empty when every byte is as it was written.</summary>
    /// <param name="datasetFolder">A folder with the records of a complete dataset; without them nothing is known, and nothing said.</param>
    /// <exception cref="DatasetException">The dataset's manifest cannot be read.</exception>
    /// <exception cref="JournalMismatchException">The records are of another version of the program.</exception>
    public static IReadOnlyList<string> Faults(string datasetFolder)
    {
        var records = new OutputFolder(datasetFolder).Records;
        if (!File.Exists(records)) return [];
        var assembled = DatasetManifest.ReadFrom(datasetFolder).Files.Select(file => file.Fault(datasetFolder)).OfType<string>();
        using var journal = FrameJournal.OpenRead(records, fingerprint: null);
        return [.. assembled, .. KeptFiles.ForgetDamaged(journal, datasetFolder, content: true)];
    }
}
