using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using SynthRender.Assets;
using SynthRender.Cli.Output;
using SynthRender.Datasets.Overlay;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;
using SynthRender.Farm.Pipeline;
using SynthRender.Farm.Runs;
using SynthRender.Scenarios;
using SynthRender.Scripting;

namespace SynthRender.Cli.Commands;

/// <summary>One call of `synthrender render`.</summary>
internal sealed record RenderJob
{
    public required string ScenePath { get; init; }

    public int? Frames { get; init; }

    public int Start { get; init; }

    public ulong Seed { get; init; }

    public ImageSize? Size { get; init; }

    public string? Output { get; init; }

    public string? Device { get; init; }

    public CocoSettings Coco { get; init; } = new();

    public required IReadOnlyDictionary<string, string> Options { get; init; }

    public required IReadOnlyList<string> ModelFolders { get; init; }

    public int? Workers { get; init; }

    public bool LevelsOfDetail { get; init; } = true;

    public bool Overlay { get; init; }

    public bool Overwrite { get; init; }

    public bool DryRun { get; init; }

    public bool Validate { get; init; }

    public bool Quiet { get; init; }

    public async Task<int> RunAsync()
    {
        if (Start < 0) throw new UsageException($"--start is a frame's index, 0 or more; got {Start}.");
        if (Frames is < 1) throw new UsageException($"--frames is 1 or more; got {Frames}.");
        if (Workers is < 1) throw new UsageException($"--workers is 1 or more; got {Workers}.");

        var scene = SceneFile.Load(ScenePath);
        foreach (var warning in scene.Warnings) await Console.Error.WriteLineAsync(warning);
        var assets = new AssetLibrary(ModelFolders.Count > 0 ? ModelFolders : Commands.ModelFolders.For(ScenePath));
        var run = scene.Start(new ScenarioSettings
        {
            Assets = assets,
            Seed = Seed,
            Options = Options,
            ImageSize = Size is { } size ? (size.Width, size.Height) : null,
        });
        var frames = Frames ?? run.FrameCount;
        var categories = run.Categories(Coco.KeypointLists(run));
        var coco = Coco.ToOptions(categories.Select(c => c.Labeling));
        if (DryRun) return DryRunReport.Print(scene, run, categories, assets, Start, frames);

        var lanes = LaneFactory.Create(Device, Workers, Validate, LevelsOfDetail);
        var description = new DatasetDescription
        {
            OutputFolder = Output ?? Path.Combine("out", scene.Name),
            ToolVersion = Version,
            SceneName = scene.Name,
            SceneHash = scene.Hash,
            Seed = Seed,
            Start = Start,
            Frames = frames,
            Cameras = [.. run.Cameras.Select(c => new DatasetCamera(c.Name, c.Lens.Width, c.Lens.Height))],
            Labelers = [.. run.Cameras.SelectMany(c => c.Labelers).Select(l => l.Id)],
            Categories = [.. categories.Select(c => new DatasetCategory(c.Labeling.Category, c.Labeling.Supercategory, c.Labeling.Kind, c.Template))],
            AssetHashes = assets.Hashes,
            Options = Coco.AddTo(run.Options.ToImmutableSortedDictionary(o => o.Name, o => o.Value, StringComparer.Ordinal))
                .Add("--lod", LevelsOfDetail ? "on" : "off"),
            Device = lanes.DeviceName,
        };
        var job = new DatasetRun(new DatasetRunSettings
        {
            Run = run,
            Description = description,
            Writer = new CocoWriter(coco),
            Pipeline = lanes.Options,
            Overwrite = Overwrite,
        });
        Say($"{scene.Name}: {job.Images} images on {lanes.DeviceName}, into {description.OutputFolder}");

        using var stop = new StopSignal(() => Console.Error.WriteLine("stopping: finishing the frames under way (again to quit at once)"));
        var result = await new RunProgress(Quiet, TimeProvider.System).ShowAsync(job.Images, report => job.RunAsync(report, stop.Token));
        foreach (var failed in result.Failed) await Console.Error.WriteLineAsync($"synthrender: {failed.Reason}");
        if (Overlay && result.Images > 0)
        {
            var sheet = Path.Combine(description.OutputFolder, "overlay.png");
            ContactSheet.Save(description.OutputFolder, sheet);
            Say($"overlay: {sheet}");
        }

        foreach (var message in lanes.ValidationMessages) await Console.Error.WriteLineAsync($"synthrender: Vulkan validation: {message}");
        var exit = Finish(result, description, job.Images, stop.ExitCode);
        return exit == ExitCode.Done && lanes.ValidationMessages.Count > 0 ? ExitCode.Failed : exit;
    }

    private static string Version => typeof(RenderJob).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private int Finish(DatasetRunResult result, DatasetDescription description, int asked, int signal)
    {
        if (result.Complete)
        {
            Say(result.Kept == result.Images
                ? $"complete already: {result.Images} images in {description.OutputFolder}"
                : $"done: {result.Images} images in {description.OutputFolder}");
            return ExitCode.Done;
        }

        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"synthrender: {result.Images} of {asked} images are finished and kept; {result.Failed.Count} frames failed. Run the same command again to go on."));
        return signal != 0 ? signal : ExitCode.Failed;
    }

    private void Say(string line)
    {
        if (!Quiet) Console.WriteLine(line);
    }
}
