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
using SynthRender.Rendering;
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

    public bool Durable { get; init; }

    public bool DryRun { get; init; }

    public bool Validate { get; init; }

    public bool Quiet { get; init; }

    public async Task<int> RunAsync()
    {
        if (Start < 0) throw new UsageException($"--start is a frame's index, 0 or more; got {Start}.");
        if (Frames is < 1) throw new UsageException($"--frames is 1 or more; got {Frames}.");
        if (Workers is < 1 or > LaneFactory.MostLanes) throw new UsageException($"--workers is 1 to {LaneFactory.MostLanes}; got {Workers}.");

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
        if (!Quiet)
            foreach (var omission in assets.Omissions) await Console.Error.WriteLineAsync($"synthrender: warning: {omission}");
        var categories = run.Categories(Coco.KeypointLists(run));
        var coco = Coco.ToOptions(categories.Select(c => c.Labeling)) with { Durable = Durable };
        var description = new DatasetDescription
        {
            OutputFolder = Output ?? Path.Combine("out", scene.Name),
            ToolVersion = Version,
            SceneName = scene.Name,
            SceneHash = scene.Hash,
            Seed = Seed,
            Start = Start,
            Frames = Frames ?? run.FrameCount,
            Cameras = [.. run.Cameras.Select(c => new DatasetCamera(c.Name, c.Lens.Width, c.Lens.Height))],
            Labelers = [.. run.Cameras.SelectMany(c => c.Labelers).Select(l => l.Id)],
            Categories = [.. categories.Select(c => new DatasetCategory(c.Labeling.Category, c.Labeling.Supercategory, c.Labeling.Kind, c.Template))],
            AssetHashes = assets.Hashes,
            Options = Coco.AddTo(run.Options.ToImmutableSortedDictionary(o => o.Name, o => o.Value, StringComparer.Ordinal))
                .Add("--lod", LevelsOfDetail ? "on" : "off"),
        };
        description.Check();
        if (DryRun) return DryRunReport.Print(scene, run, categories, assets, Start, description.Frames);
        RequireSomeFrameWithinLimits(run, description);

        var lanes = LaneFactory.Create(Device, Workers, Validate, LevelsOfDetail);
        description = description with { Device = lanes.DeviceName };
        var job = new DatasetRun(new DatasetRunSettings
        {
            Run = run,
            Description = description,
            Writer = new CocoWriter(coco),
            Pipeline = lanes.Options,
            Overwrite = Overwrite,
            Durable = Durable,
        });
        Say($"{scene.Name}: {job.Images} images on {lanes.DeviceName}, into {description.OutputFolder}");

        using var stop = new StopSignal(() => Console.Error.WriteLine("stopping: finishing the frames under way (again to quit at once)"));
        var result = await new RunProgress(Quiet, TimeProvider.System).ShowAsync(report => job.RunAsync(report, stop.Token));
        ReportList(result.Damaged.Select(fault => $"{fault}: the image is made again"), "more files");
        ReportList(result.Failed.Select(failed => failed.ToString()), $"more in {DatasetManifest.FileName}");
        if (Overlay && result.Images > 0)
        {
            var sheet = Path.Combine(description.OutputFolder, "overlay.png");
            ContactSheet.Save(description.OutputFolder, sheet);
            Say($"overlay: {sheet}");
        }

        foreach (var message in lanes.ValidationMessages) await Console.Error.WriteLineAsync($"synthrender: Vulkan validation: {message}");
        var exit = Finish(result, description, stop.ExitCode);
        return exit == ExitCode.Done && lanes.ValidationMessages.Count > 0 ? ExitCode.Failed : exit;
    }

    private static string Version => typeof(RenderJob).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Refuses a scene whose first frames all ask for what cannot be drawn, before a device is opened.</summary>
    private static void RequireSomeFrameWithinLimits(ScenarioRun run, DatasetDescription description)
    {
        // Sampling takes a while; only scenes that are over a limit as they were built are worth it.
        if (run.Scenario.Scene.Lights.Count() <= FrameLimits.Lights) return;
        string? excess = null;
        for (var i = 0; i < Math.Min(description.Frames, FramePipeline.HopelessAfter); i++)
        {
            try
            {
                excess = run.Sample(description.Start + i).Select(FrameLimits.Excess).FirstOrDefault(e => e is not null);
            }
            catch (FrameException)
            {
                // The run names it.
                return;
            }

            if (excess is null) return;
        }

        throw new UsageException($"{run.Scenario.GetType().Name}: no frame can be drawn. {excess}");
    }

    private int Finish(DatasetRunResult result, DatasetDescription description, int signal)
    {
        if (result.Complete)
        {
            Say(result.Kept == result.Images
                ? $"complete already: {result.Images} images in {description.OutputFolder}"
                : $"done: {result.Images} images in {description.OutputFolder}");
            return ExitCode.Done;
        }

        var failed = result.Failed.Select(f => f.Frame).Distinct().Count();
        var next = result.Hopeless ? $"The first {FramePipeline.HopelessAfter} frames all failed, so the run was ended; the same command tries again."
            : failed > 0 ? "The same command tries them again."
            : "Run the same command again to go on.";
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"synthrender: {result.Images} of {result.Expected} images are finished and kept; {failed} frames failed. {next}"));
        return signal != 0 ? signal : ExitCode.Failed;
    }

    /// <summary>Prints the first of many lines to the error stream.</summary>
    private static void ReportList(IEnumerable<string> lines, string rest)
    {
        const int most = 20;
        var all = lines.ToList();
        foreach (var line in all.Take(most)) Console.Error.WriteLine($"synthrender: {line}");
        if (all.Count > most) Console.Error.WriteLine($"synthrender: … and {all.Count - most} {rest}");
    }

    private void Say(string line)
    {
        if (!Quiet) Console.WriteLine(line);
    }
}
