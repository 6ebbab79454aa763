using System.Collections.Immutable;
using System.Globalization;
using SynthRender.Assets;
using SynthRender.Cli.Output;
using SynthRender.Frames;
using SynthRender.Labels;
using SynthRender.Rendering;
using SynthRender.Scenarios;
using SynthRender.Scripting;

namespace SynthRender.Cli.Commands;

/// <summary>What `--dry-run` says: what would be made, and whether every frame can be sampled.</summary>
internal static class DryRunReport
{
    private const int MostLines = 20;

    public static int Print(
        SceneFile scene, ScenarioRun run, ImmutableArray<(Labeling Labeling, KeypointTemplate? Template)> categories, AssetLibrary assets, int start, int frames)
    {
        Console.WriteLine($"scene       {scene.Name} ({scene.Path})");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"frames      {start} to {start + frames - 1}, seed {run.Seed}"));
        foreach (var camera in run.Cameras)
            Console.WriteLine($"camera      {camera.Name}, {camera.Lens.Width}x{camera.Lens.Height}: {string.Join(", ", camera.Labelers.Select(l => l.Id))}");
        foreach (var (labeling, template) in categories)
            Console.WriteLine($"category    {labeling.Category} ({labeling.Supercategory}), {template?.Names.Length ?? 0} keypoints");
        foreach (var option in run.Options)
            Console.WriteLine($"option      {option.Name}={option.Value} ({option.Kind}) {option.Description}");
        foreach (var randomizer in run.Scenario.Randomizers) Console.WriteLine($"randomizer  {randomizer.Name}");
        foreach (var (path, hash) in assets.Hashes) Console.WriteLine($"asset       {path} {hash[..12]}");

        var (failed, over) = (0, 0);
        long instances = 0, triangles = 0, values = 0;
        for (var frame = start; frame < start + frames; frame++)
        {
            try
            {
                var snapshots = run.Sample(frame);
                if (snapshots.SelectMany(Objections).FirstOrDefault() is { } objection)
                {
                    over++;
                    Report(string.Create(CultureInfo.InvariantCulture, $"Frame {frame}: {objection}"));
                    continue;
                }

                foreach (var snapshot in snapshots)
                {
                    instances += snapshot.Instances.Length;
                    triangles += snapshot.Models.Sum(m => (long)m.Asset.TriangleCount);
                    values += snapshot.SampledValues.Length;
                }
            }
            catch (FrameException error)
            {
                failed++;
                Report(error.Message);
            }
        }

        var bad = failed + over;
        var images = Math.Max(1L, (long)(frames - bad) * run.Cameras.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"per image   {(double)instances / images:0.0} instances, {(double)triangles / images:0} triangles, {(double)values / images:0} sampled values"));
        if (bad == 0) return ExitCode.Done;
        Console.Error.WriteLine($"synthrender: {bad} of {frames} frames cannot be made.");
        return over == frames ? ExitCode.BadInput : ExitCode.Failed;

        void Report(string line)
        {
            if (failed + over <= MostLines) Console.Error.WriteLine($"synthrender: {line}");
            if (failed + over == MostLines) Console.Error.WriteLine("synthrender: further frames are counted only");
        }
    }

    /// <summary>What can be known of a frame's failure before it is drawn.</summary>
    public static IEnumerable<string> Objections(FrameSnapshot snapshot)
    {
        if (FrameLimits.Excess(snapshot) is { } excess) yield return excess;
        foreach (var labeler in snapshot.Labelers)
            if (labeler.Objection(snapshot) is { } objection) yield return $"{labeler.Id}: {objection}";
    }
}
