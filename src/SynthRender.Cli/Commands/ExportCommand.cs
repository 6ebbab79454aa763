using System.CommandLine;
using SynthRender.Assets;
using SynthRender.Cli.Output;
using SynthRender.Export;
using SynthRender.Scenarios;
using SynthRender.Scripting;

namespace SynthRender.Cli.Commands;

/// <summary>`synthrender export`: a frame of a scene as a .glb for other programs.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var scene = new Argument<string>("scene") { Description = "The C# scene file, e.g. scenes/Demo.cs" };
        var frame = new Option<int>("--frame") { Description = "Index of the frame, as in `render`", HelpName = "I" };
        var seed = new Option<ulong>("--seed") { Description = "As for `render`", HelpName = "N" };
        var size = new Option<ImageSize?>("--size") { Description = "Image size instead of the scene's, which the camera's aspect ratio follows", HelpName = "WxH", CustomParser = ImageSize.Parse };
        var output = new Option<string>("--out", "-o") { Description = "The .glb file", HelpName = "FILE", Required = true };
        var camera = new Option<string?>("--camera") { Description = "Which camera, where the scene has several (default: the first)", HelpName = "NAME" };
        var set = new Option<string[]>("--set") { Description = "Sets an option that the scene declares; may be repeated", HelpName = "NAME=VALUE" };
        var models = new Option<string[]>("--models") { Description = "Where models are looked for (default: models3d beside or above the scene file, its folder, the current one); may be repeated", HelpName = "DIR" };
        var command = new Command("export", "Writes a frame of a scene as a .glb: posed models, materials, camera and lights, to open in other programs.")
        {
            scene, frame, seed, size, output, camera, set, models,
        };
        command.SetAction(parsed =>
        {
            var index = parsed.GetValue(frame);
            if (index < 0) throw new UsageException($"--frame is a frame's index, 0 or more; got {index}.");
            var path = parsed.GetRequiredValue(scene);
            var folders = parsed.GetValue(models) ?? [];
            var assets = new AssetLibrary(folders.Length > 0 ? folders : ModelFolders.For(path));
            var run = SceneFile.Load(path).Start(new ScenarioSettings
            {
                Assets = assets,
                Seed = parsed.GetValue(seed),
                Options = SetOptions.Parse(parsed.GetValue(set) ?? []),
                ImageSize = parsed.GetValue(size) is { } asked ? (asked.Width, asked.Height) : null,
            });
            foreach (var omission in assets.Omissions) Console.Error.WriteLine($"synthrender: warning: {omission}");
            return Export(run, index, parsed.GetValue(camera), parsed.GetRequiredValue(output));
        });
        return command;
    }

    private static int Export(ScenarioRun run, int frame, string? camera, string output)
    {
        var snapshots = run.Sample(frame);
        var snapshot = camera is null ? snapshots[0] : snapshots.FirstOrDefault(s => s.Camera.Name == camera)
            ?? throw new UsageException($"The scene has no camera '{camera}'; it has {string.Join(", ", snapshots.Select(s => s.Camera.Name))}.");
        if (Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder) Directory.CreateDirectory(folder);
        using var file = File.Create(output);
        foreach (var warning in FrameExport.Write(snapshot, file)) Console.Error.WriteLine($"synthrender: {warning}");
        Console.WriteLine($"frame {frame}: {output}");
        return ExitCode.Done;
    }
}
