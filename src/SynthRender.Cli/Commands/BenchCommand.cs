using System.CommandLine;
using SynthRender.Cli.Bench;

namespace SynthRender.Cli.Commands;

/// <summary>`synthrender bench`: the speed of the whole pipeline.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var workload = new Option<string?>("--workload") { Description = "A workload.json with its models beside it (default: W1 with models of our own)", HelpName = "FILE" };
        var models = new Option<string?>("--models") { Description = "Where the built-in workload's models are (default: models3d here or above)", HelpName = "DIR" };
        var frames = new Option<int>("--frames", "-n") { Description = "Timed frames; the workload repeats", HelpName = "N", DefaultValueFactory = _ => 124 };
        var size = new Option<ImageSize?>("--size") { Description = "Image size (default: 640x480)", HelpName = "WxH", CustomParser = ImageSize.Parse };
        var device = new Option<string?>("--device") { Description = "Name, index or cpu", HelpName = "NAME" };
        var workers = new Option<int?>("--workers") { Description = "Frames drawn at the same time", HelpName = "N" };
        var passes = new Option<bool>("--passes") { Description = "Also reports milliseconds by pass; each is then waited for, which slows the whole a little" };
        var lod = new Option<string>("--lod") { Description = "Levels of detail: off draws every mesh with all its triangles", DefaultValueFactory = _ => "on" };
        lod.AcceptOnlyFromAmong("on", "off");
        var json = new Option<string?>("--json") { Description = "Also writes the report to a file", HelpName = "FILE" };
        var keep = new Option<string?>("--out") { Description = "Keeps the dataset in this folder instead of throwing it away", HelpName = "DIR" };
        var command = new Command("bench", "Renders a fixed workload through the whole pipeline (PNG, ids, COCO written) and reports frames/s and where the time goes.")
        {
            workload, models, frames, size, device, workers, passes, lod, json, keep,
        };
        command.SetAction((parsed, _) => new BenchRun
        {
            WorkloadPath = parsed.GetValue(workload),
            ModelFolder = parsed.GetValue(models),
            Frames = parsed.GetValue(frames),
            Size = parsed.GetValue(size) ?? new ImageSize(640, 480),
            Device = parsed.GetValue(device),
            Workers = parsed.GetValue(workers),
            Passes = parsed.GetValue(passes),
            LevelsOfDetail = parsed.GetValue(lod) == "on",
            JsonPath = parsed.GetValue(json),
            Output = parsed.GetValue(keep),
        }.RunAsync());
        return command;
    }
}
