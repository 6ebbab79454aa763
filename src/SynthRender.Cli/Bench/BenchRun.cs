using System.Collections.Immutable;
using System.Diagnostics;
using SynthRender.Assets;
using SynthRender.Cli.Commands;
using SynthRender.Cli.Output;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;
using SynthRender.Farm.Pipeline;
using SynthRender.Farm.Runs;
using SynthRender.Rendering;
using SynthRender.Scenarios;

namespace SynthRender.Cli.Bench;

/// <summary>One call of `synthrender bench`.</summary>
internal sealed record BenchRun
{
    // Frame 0 of the workload warms up; so do the first frames of each lane, while shaders compile and textures upload.
    private const int WarmUpFrames = 16;

    public string? WorkloadPath { get; init; }

    public string? ModelFolder { get; init; }

    public int Frames { get; init; }

    public ImageSize Size { get; init; }

    public string? Device { get; init; }

    public int? Workers { get; init; }

    /// <summary>True measures each pass of the renderer too.</summary>
    public bool Passes { get; init; }
    public bool LevelsOfDetail { get; init; } = true;

    public string? JsonPath { get; init; }

    public string? Output { get; init; }

    public async Task<int> RunAsync()
    {
        if (Frames is < 1 or > DatasetDescription.MostImages - WarmUpFrames)
            throw new UsageException($"--frames is 1 to {DatasetDescription.MostImages - WarmUpFrames}; got {Frames}.");
        if (Workers is < 1 or > LaneFactory.MostLanes) throw new UsageException($"--workers is 1 to {LaneFactory.MostLanes}; got {Workers}.");
        if (JsonPath is not null && Path.GetDirectoryName(Path.GetFullPath(JsonPath)) is { } reports && !Directory.Exists(reports))
            throw new UsageException($"--json is a file in a folder that is there; there is no '{reports}'.");
        var (name, workload, assets) = Load();
        var scenario = new WorkloadScenario(workload, Size.Width, Size.Height);
        var run = ScenarioRun.Start(scenario, new ScenarioSettings { Assets = assets });
        var lanes = LaneFactory.Create(Device, Workers, validate: false, LevelsOfDetail);
        var folder = Output ?? Directory.CreateTempSubdirectory("synthrender-bench-").FullName;
        try
        {
            var report = await MeasureAsync(name, run, lanes, folder);
            report.PrintTable();
            Console.WriteLine(report.ToJson());
            if (JsonPath is not null) await File.WriteAllTextAsync(JsonPath, report.ToJson() + Environment.NewLine);
            return ExitCode.Done;
        }
        finally
        {
            if (Output is null) Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<BenchReport> MeasureAsync(string name, ScenarioRun run, LaneFactory lanes, string folder)
    {
        var writer = new CocoWriter();
        var timings = Passes ? new PassTimings() : null;
        var job = new DatasetRun(new DatasetRunSettings
        {
            Run = run,
            Writer = writer,
            Pipeline = lanes.Options with { OpenLane = index => Timed(lanes.Options.OpenLane(index), timings) },
            Overwrite = Output is not null,
            Description = new DatasetDescription
            {
                OutputFolder = folder,
                ToolVersion = "bench",
                SceneName = name,
                Seed = 0,
                Frames = WarmUpFrames + Frames,
                Cameras = [.. run.Cameras.Select(c => new DatasetCamera(c.Name, c.Lens.Width, c.Lens.Height))],
                Categories = [.. run.Categories(KeypointLists.Ignored).Select(c => new DatasetCategory(c.Labeling.Category, c.Labeling.Supercategory))],
                Device = lanes.DeviceName,
            },
        });
        var triangles = run.Sample(1)[0].Models.Sum(m => (double)m.Asset.TriangleCount);

        var process = Process.GetCurrentProcess();
        var (start, end) = (0L, 0L);
        var (cpuStart, cpuEnd) = (TimeSpan.Zero, TimeSpan.Zero);
        var encodingStart = TimeSpan.Zero;
        var clock = job.Pipeline.Clock;
        await job.RunAsync(
            count =>
            {
                if (count.Finished == WarmUpFrames)
                {
                    clock.Reset();
                    timings?.Clear();
                    encodingStart = writer.EncodingTime;
                    cpuStart = process.TotalProcessorTime;
                    start = Stopwatch.GetTimestamp();
                }
                else if (count.Finished == WarmUpFrames + Frames)
                {
                    end = Stopwatch.GetTimestamp();
                    process.Refresh();
                    cpuEnd = process.TotalProcessorTime;
                }
            },
            CancellationToken.None);

        clock.Add(PipelineStage.Encode, writer.EncodingTime - encodingStart);
        clock.Add(PipelineStage.Write, encodingStart - writer.EncodingTime); // the writer encodes inside its writing
        process.Refresh();
        return new BenchReport
        {
            Workload = name,
            Device = lanes.DeviceName,
            Cores = Environment.ProcessorCount,
            Width = Size.Width,
            Height = Size.Height,
            Triangles = triangles,
            Lanes = lanes.Options.Lanes,
            Frames = Frames,
            Seconds = Stopwatch.GetElapsedTime(start, end).TotalSeconds,
            StageMilliseconds = Enum.GetValues<PipelineStage>().ToImmutableSortedDictionary(
                stage => stage.ToString(), stage => clock.Total(stage).TotalMilliseconds / Frames, Comparer<string>.Create(ByStage)),
            PassMilliseconds = ByPass(timings),
            CpuMilliseconds = (cpuEnd - cpuStart).TotalMilliseconds / Frames,
            PeakMegabytes = process.PeakWorkingSet64 / 1e6,
        };
    }

    private static RenderLane Timed(RenderLane lane, PassTimings? timings)
    {
        lane.Timings = timings;
        return lane;
    }

    private static OrderedDictionary<string, double>? ByPass(PassTimings? timings)
    {
        if (timings is null) return null;
        var byPass = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var pass in timings.Passes) byPass.Add(pass, timings[pass].TotalMilliseconds / timings.Frames);
        return byPass;
    }

    private static int ByStage(string a, string b) => Enum.Parse<PipelineStage>(a).CompareTo(Enum.Parse<PipelineStage>(b));

    private (string Name, Workload Workload, AssetLibrary Assets) Load()
    {
        if (WorkloadPath is not null)
        {
            if (!File.Exists(WorkloadPath)) throw new UsageException($"There is no workload '{WorkloadPath}'.");
            var folder = Path.GetDirectoryName(Path.GetFullPath(WorkloadPath))!;
            return (Path.GetFileName(folder), Workload.Load(WorkloadPath), new AssetLibrary([folder]));
        }

        var models = ModelFolder ?? ModelsHereOrAbove();
        var assets = new AssetLibrary([models]);
        var chosen = assets.LoadAll("**/*.glb").OrderByDescending(m => m.TriangleCount).ThenBy(m => m.Name, StringComparer.Ordinal).Take(8).ToList();
        return ("W1, models of our own", BuiltInWorkload.Create([.. chosen.Select(m => (m.SourcePath!, Largest(m)))]), assets);
    }

    private static float Largest(ModelAsset model) => MathF.Max(model.Bounds.Size.X, MathF.Max(model.Bounds.Size.Y, model.Bounds.Size.Z));

    private static string ModelsHereOrAbove()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "models3d")))
                return Path.Combine(folder.FullName, "models3d");
        throw new UsageException("There is no models3d here or above; name the folder with --models, or a workload with --workload.");
    }
}
