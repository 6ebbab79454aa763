using System.CommandLine;
using System.Globalization;
using SynthRender.Assets;
using SynthRender.Cli.Output;
using SynthRender.Cli.Sheet;
using SynthRender.Modeling;

namespace SynthRender.Cli.Commands;

/// <summary>`synthrender models`: looks into model files, and makes those of the collection.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "Looks into model files, and makes those of models3d.")
    {
        CreateInspect(),
        CreateBuild(),
        CreateSheet(),
    };

    private static Command CreateInspect()
    {
        var files = new Argument<string[]>("file") { Description = "A .glb or .gltf file; several may be given", Arity = ArgumentArity.OneOrMore };
        var command = new Command("inspect", "Prints a model's tree, triangles, materials, labels and warnings.") { files };
        command.SetAction(parsed => Inspect(parsed.GetRequiredValue(files)));
        return command;
    }

    private static Command CreateBuild()
    {
        var names = new Argument<string[]>("name") { Description = "Models to make (default: all)", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string>("--out", "-o") { Description = "The folder with a subfolder per family", HelpName = "DIR", DefaultValueFactory = _ => "models3d" };
        var command = new Command("build", "Makes the models of the collection from their code, the same bytes every time.") { names, output };
        command.SetAction(parsed => Build(parsed.GetValue(names) ?? [], parsed.GetRequiredValue(output)));
        return command;
    }

    private static Command CreateSheet()
    {
        var names = new Argument<string[]>("name") { Description = "Models to show (default: all but scenery)", Arity = ArgumentArity.ZeroOrMore };
        var models = new Option<string>("--models") { Description = "The folder with a subfolder per family", HelpName = "DIR", DefaultValueFactory = _ => "models3d" };
        var output = new Option<string>("--out", "-o") { Description = "The PNG file", HelpName = "FILE", DefaultValueFactory = _ => "out/models.png" };
        var tile = new Option<int>("--tile") { Description = "Width of a view, pixels", HelpName = "N", DefaultValueFactory = _ => 180 };
        var views = new Option<int>("--views") { Description = "Views of each model around its upright axis; all but the first with keypoints", HelpName = "N", DefaultValueFactory = _ => 3 };
        var device = new Option<string?>("--device") { Description = "Name, index (see `synthrender devices`) or cpu", HelpName = "NAME" };
        var validate = new Option<bool>("--validate") { Description = "Runs with Vulkan's validation layers; any message is an error" };
        var command = new Command("sheet", "Draws a contact sheet of the collection: turntable views, keypoints, triangles.") { names, models, output, tile, views, device, validate };
        command.SetAction(parsed => new SheetJob
        {
            Names = parsed.GetValue(names) ?? [],
            ModelFolder = parsed.GetRequiredValue(models),
            Output = parsed.GetRequiredValue(output),
            Tile = parsed.GetValue(tile),
            Views = parsed.GetValue(views),
            Device = parsed.GetValue(device),
            Validate = parsed.GetValue(validate),
        }.Run());
        return command;
    }

    private static int Inspect(IReadOnlyList<string> files)
    {
        var failed = false;
        foreach (var file in files)
        {
            try
            {
                foreach (var line in ModelDescription.Of(GltfLoader.Load(file))) Console.WriteLine(line);
            }
            catch (AssetException error)
            {
                failed = true;
                Console.Error.WriteLine($"synthrender: {error.Message}");
            }
        }

        return failed ? ExitCode.BadInput : ExitCode.Done;
    }

    private static int Build(IReadOnlyList<string> names, string output)
    {
        // A model's meshes are simplified on one thread; several models keep all cores busy.
        var built = ModelNames.Find(names).AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(Environment.ProcessorCount, 8))
            .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(m => (m.Name, Bytes: ModelCollection.Build(m.Name)));
        foreach (var (name, bytes) in built)
        {
            var path = Path.Combine(output, ModelCollection.PathOf(name));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}  {bytes.Length / 1024.0:0} KiB"));
        }

        return ExitCode.Done;
    }
}
