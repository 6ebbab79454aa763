using System.Text.Json;

namespace SynthRender.DeviceTests.Cli;

public sealed class BenchCommandTests
{
    private static readonly string[] Passes =
        ["prepare", "deform", "shadows", "geometry", "lighting", "resolve", "read-back", "copy", "smooth", "refine"];

    [Fact]
    public async Task Passes_are_reported_in_their_order_and_add_up_to_the_stages()
    {
        var folder = Directory.CreateTempSubdirectory("synthrender-bench-test-").FullName;
        try
        {
            var json = Path.Combine(folder, "bench.json");
            var result = await CommandLine.Run(
                "bench", "--frames", "4", "--size", "96x64", "--passes", "--json", json, "--models", Path.Combine(CommandLine.Repository, "models3d", "organs"));
            Assert.True(result.ExitCode == 0, result.Error);
            using var report = JsonDocument.Parse(File.ReadAllText(json));
            var passes = report.RootElement.GetProperty("pass_ms_per_frame");
            // Others may come between these.
            Assert.Equal(Passes, passes.EnumerateObject().Select(p => p.Name).Where(Passes.Contains));
            Assert.All(passes.EnumerateObject(), p => Assert.True(p.Value.GetDouble() >= 0, p.Name));
            Assert.True(passes.GetProperty("geometry").GetDouble() > 0);
            Assert.Contains("smooth", result.Output, StringComparison.Ordinal);

            // What the passes take is part of what the stages take; a frame that was under way at the start may count on one side only.
            var stages = report.RootElement.GetProperty("stage_ms_per_frame");
            var drawn = stages.GetProperty("Draw").GetDouble() + stages.GetProperty("ReadBack").GetDouble();
            Assert.InRange(passes.EnumerateObject().Sum(p => p.Value.GetDouble()), 0, 2.5 * drawn);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
