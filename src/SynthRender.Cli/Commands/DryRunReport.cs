using System.Collections.Immutable;
using System.Globalization;
using SynthRender.Assets;
using SynthRender.Cli.Output;
using SynthRender.Labels;
using SynthRender.Scenarios;
using SynthRender.Scripting;

namespace SynthRender.Cli.Commands;

/// <summary>What `--dry-run` says: what would be made, and whether every frame can be sampled.</summary>
internal static class DryRunReport
{
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

        var failed = 0;
        long instances = 0, triangles = 0, values = 0;
        for (var frame = start; frame < start + frames; frame++)
        {
            try
            {
                foreach (var snapshot in run.Sample(frame))
                {
                    instances += snapshot.Instances.Length;
                    triangles += snapshot.Models.Sum(m => (long)m.Asset.TriangleCount);
                    values += snapshot.SampledValues.Length;
                }
            }
            catch (FrameException error)
            {
                failed++;
                Console.Error.WriteLine($"synthrender: {error.Message}");
            }
        }

        var images = Math.Max(1, (frames - failed) * run.Cameras.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"per image   {(double)instances / images:0.0} instances, {(double)triangles / images:0} triangles, {(double)values / images:0} sampled values"));
        if (failed == 0) return ExitCode.Done;
        Console.Error.WriteLine($"synthrender: {failed} of {frames} frames cannot be made.");
        return ExitCode.Failed;
    }
}
