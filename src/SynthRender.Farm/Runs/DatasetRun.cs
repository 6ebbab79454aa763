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
    public DatasetRun(DatasetRunSettings settings)
    {
        _settings = settings;
        _folder = new OutputFolder(settings.Description.OutputFolder);
        Pipeline = new FramePipeline(settings.Run, settings.Writer, settings.Pipeline);
    }

    /// <summary>The pipeline, with its clock.</summary>
    public FramePipeline Pipeline { get; }

    /// <summary>Images that the run asks for: frames times cameras.</summary>
    public int Images => _settings.Description.Frames * _settings.Run.CameraNames.Length;

    /// <summary>Runs to the end, or until a stop is asked for; in both cases the folder then holds a valid dataset of what is finished.</summary>
    /// <param name="onFinished">Called with the number of finished images, those of earlier runs included, from any thread.</param>
    /// <param name="stop">Asks to start no more frames.</param>
    /// <exception cref="DatasetSettingsException">The folder holds something else.</exception>
    /// <exception cref="DatasetException">The disk is full or cannot be written; finished frames are kept.</exception>
    public async Task<DatasetRunResult> RunAsync(Action<int>? onFinished, CancellationToken stop)
    {
        var description = _settings.Description;
        _folder.Prepare(_settings.Overwrite);
        var manifest = DatasetManifest.Open(description, _settings.Writer.Format);
        if (manifest.IsComplete)
        {
            onFinished?.Invoke(Images);
            return new DatasetRunResult(manifest.ImagesWritten, manifest.ImagesWritten, Complete: true, [], Pipeline.Clock);
        }

        int kept, images;
        PipelineResult result;
        using (var journal = FrameJournal.Open(_folder.MakeJournal(), Fingerprint(description), TimeProvider.System))
        {
            _settings.Writer.Begin(description);
            kept = journal.Count;
            onFinished?.Invoke(kept);
            var frames = Enumerable.Range(description.Start, description.Frames);
            result = await Pipeline.RunAsync(frames, journal, written => onFinished?.Invoke(kept + written), stop).ConfigureAwait(false);
            _settings.Writer.Complete(journal.ReadInOrder().Select(e => new FrameRecord(e.Frame, e.Camera, e.Payload)));
            images = journal.Count;
        }

        manifest.Complete(images);
        if (manifest.IsComplete) _folder.RemoveShards();
        return new DatasetRunResult(images, kept, manifest.IsComplete, result.Failed, Pipeline.Clock);
    }

    /// <summary>What the frames of a journal depend on: a journal without its dataset.json must not slip into another run.</summary>
    private string Fingerprint(DatasetDescription description) => string.Create(
        CultureInfo.InvariantCulture,
        $"{description.ToolVersion}, scene {description.SceneName} {description.SceneHash}, seed {description.Seed}, "
        + $"frames {description.Start}+{description.Frames}, {string.Join(' ', description.Cameras)}, "
        + $"{string.Join(' ', description.Options)}, {string.Join(' ', description.AssetHashes)}, {_settings.Writer.Format}");
}
