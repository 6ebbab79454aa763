using System.Globalization;
using SynthRender.Datasets.Writers;
using SynthRender.Farm.Journal;
using SynthRender.Farm.Pipeline;

namespace SynthRender.Farm.Runs;

/// <summary>
/// Makes a dataset, or finishes one that was interrupted: opens the folder and its journal, runs the pipeline over what is missing, puts
/// the dataset together.
/// </summary>
public sealed class DatasetRun
{
    private readonly DatasetRunSettings _settings;
    private readonly OutputFolder _folder;

    /// <summary>Prepares a run; touches no disk.</summary>
    /// <exception cref="DatasetSettingsException">The description asks for what cannot be.</exception>
    public DatasetRun(DatasetRunSettings settings)
    {
        settings.Description.Check();
        _settings = settings;
        _folder = new OutputFolder(settings.Description.OutputFolder);
        Pipeline = new FramePipeline(settings.Run, settings.Writer, settings.Pipeline);
    }

    /// <summary>The pipeline, with its clock.</summary>
    public FramePipeline Pipeline { get; }

    /// <summary>Images that the run asks for when all cameras are on in every frame: frames times cameras.</summary>
    public int Images => (int)_settings.Description.Images;

    /// <summary>Runs to the end, or until a stop is asked for; in both cases the folder then holds a valid dataset of what is finished.</summary>
    /// <param name="onProgress">Called from any thread when there are more images.</param>
    /// <param name="stop">Asks to start no more frames.</param>
    /// <exception cref="DatasetSettingsException">The folder holds something else, or another run is writing into it; nothing was changed.</exception>
    /// <exception cref="DatasetException">The disk is full or cannot be written; finished frames are kept.</exception>
    public async Task<DatasetRunResult> RunAsync(Action<RunCount>? onProgress, CancellationToken stop)
    {
        _folder.RequireOurs();
        if (!_settings.Overwrite && FindWhole() is { } whole)
        {
            onProgress?.Invoke(new RunCount(whole.Images, whole.Images));
            return whole;
        }

        DatasetRunResult result;
        using (_folder.Lock())
        {
            if (_settings.Overwrite) _folder.Clear();
            result = await FinishAsync(onProgress, stop).ConfigureAwait(false);
        }

        _folder.RemoveEmptyShards();
        return result;
    }

    private async Task<DatasetRunResult> FinishAsync(Action<RunCount>? onProgress, CancellationToken stop)
    {
        var description = _settings.Description;
        var manifest = DatasetManifest.Open(description, _settings.Writer.Format);
        _folder.TakeUpRecords();
        DatasetRunResult result;
        using (var journal = FrameJournal.Open(_folder.Journal, Fingerprint(description), TimeProvider.System, _settings.Durable))
        {
            var damaged = KeptFiles.ForgetDamaged(journal, description.OutputFolder, content: true);
            _settings.Writer.Begin(description);
            var kept = journal.Images;
            void Report() => onProgress?.Invoke(new RunCount(journal.Images, Images - journal.Off));
            Report();
            var frames = Enumerable.Range(description.Start, description.Frames);
            var run = await Pipeline.RunAsync(frames, journal, Report, stop).ConfigureAwait(false);

            // A whole dataset is claimed only of files that are there.
            KeptFiles.ForgetDamaged(journal, description.OutputFolder, content: false);
            var assembled = _settings.Writer.Complete(journal.ReadImages().Select(e => new FrameRecord(e.Frame, e.Camera, e.Payload)));
            result = new DatasetRunResult
            {
                Images = journal.Images,
                Kept = kept,
                Expected = Images - journal.Off,
                Failed = journal.Failures,
                Damaged = damaged,
                Hopeless = run.Hopeless,
                Clock = Pipeline.Clock,
            };
            if (result.Complete)
            {
                _folder.MakeRecords();
                journal.SaveInOrder(_folder.Records);
            }

            manifest.Complete(
                result.Images, result.Complete, result.Failed, assembled.Select(path => WrittenFile.Read(description.OutputFolder, path)));
        }

        if (result.Complete) _folder.RemoveJournal();
        return result;
    }

    /// <summary>The result of a run that has nothing to do, because every file is as it was written; null when there is something to do.</summary>
    private DatasetRunResult? FindWhole()
    {
        var description = _settings.Description;
        if (DatasetManifest.Find(description, _settings.Writer.Format) is not { IsComplete: true } manifest) return null;
        if (_folder.IsUnderWay) return null;
        if (!File.Exists(_folder.Records))
            throw new DatasetSettingsException(
                $"'{_folder.Records}' is gone: without it nobody can tell whether the images are whole, nor go on. "
                + "Choose another output folder, or --overwrite to make the dataset anew.");
        if (!manifest.HasJustTheFramesOf(description) || manifest.Files.Any(file => file.Fault(description.OutputFolder) is not null)) return null;
        using var records = FrameJournal.OpenRead(_folder.Records, Fingerprint(description));
        if (records.Images + records.Off != Images || KeptFiles.ForgetDamaged(records, description.OutputFolder, content: true).Count > 0) return null;
        return new DatasetRunResult { Images = records.Images, Kept = records.Images, Expected = records.Images, Clock = Pipeline.Clock };
    }

    /// <summary>What the frames of a journal depend on: a journal without its dataset.json must not slip into another run.</summary>
    private string Fingerprint(DatasetDescription description) => string.Join('\n',
    [
        $"version {description.ToolVersion}",
        $"scene {description.SceneName} {description.SceneHash}",
        string.Create(CultureInfo.InvariantCulture, $"seed {description.Seed}"),
        .. description.Cameras.Select(camera => $"camera {camera}"),
        .. description.Options.Select(option => $"{option.Key} = {option.Value}"),
        .. description.AssetHashes.Select(asset => $"asset {asset.Key} {asset.Value}"),
        $"format {_settings.Writer.Format}",
    ]);
}
