using System.CommandLine;
using SynthRender.Cli.Gallery;

namespace SynthRender.Cli.Commands;

/// <summary>`synthrender gallery`: the documentation's pictures.</summary>
internal static class GalleryCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("exhibition") { Description = "Which to draw (default: all, and the page that lists them)", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string>("--out", "-o") { Description = "The folder; the page is written beside it", HelpName = "DIR", DefaultValueFactory = _ => "docs/gallery" };
        var size = new Option<ImageSize?>("--size") { Description = "Size of each picture (default: 320x240)", HelpName = "WxH", CustomParser = ImageSize.Parse };
        var models = new Option<string[]>("--models") { Description = "Where the models are (default: models3d here or above); may be repeated", HelpName = "DIR" };
        var device = new Option<string?>("--device") { Description = "Name, index or cpu", HelpName = "NAME" };
        var command = new Command("gallery", "Renders the documentation's pictures: every light, material and camera setting, each named.")
        {
            names, output, size, models, device,
        };
        command.SetAction(parsed => new GalleryRun
        {
            Names = parsed.GetValue(names) ?? [],
            Output = parsed.GetRequiredValue(output),
            Size = parsed.GetValue(size) ?? new ImageSize(320, 240),
            ModelFolders = parsed.GetValue(models) ?? [],
            Device = parsed.GetValue(device),
        }.Run());
        return command;
    }
}
