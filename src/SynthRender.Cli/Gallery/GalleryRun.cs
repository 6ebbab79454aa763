using System.Globalization;
using System.Text;
using SynthRender.Assets;
using SynthRender.Cli.Commands;
using SynthRender.Cli.Output;
using SynthRender.Datasets.Images;
using SynthRender.Datasets.Overlay;
using SynthRender.Rendering;
using SynthRender.Rendering.Devices;

namespace SynthRender.Cli.Gallery;

/// <summary>One call of `synthrender gallery`.</summary>
internal sealed record GalleryRun
{
    private const int Columns = 4;
    private const int Quality = 90;

    public required string Output { get; init; }

    public required IReadOnlyList<string> Names { get; init; }

    public required IReadOnlyList<string> ModelFolders { get; init; }

    public required ImageSize Size { get; init; }

    public string? Device { get; init; }

    public int Run()
    {
        var known = AllExhibitions.All.Select(e => e.Name).ToList();
        var unknown = Names.Except(known).ToList();
        if (unknown.Count > 0)
            throw new UsageException($"There is no exhibition '{string.Join("', '", unknown)}'. There are: {string.Join(", ", known)}.");
        var models = new AssetLibrary(ModelFolders.Count > 0 ? ModelFolders : Commands.ModelFolders.For(Path.Combine(Directory.GetCurrentDirectory(), "gallery")));
        using var device = RenderDevices.Open(new RenderDeviceOptions { Selector = Device });
        using var renderer = new FrameRenderer(device);
        foreach (var exhibition in AllExhibitions.All)
            if (Names.Count == 0 || Names.Contains(exhibition.Name)) Show(exhibition, models, renderer);
        if (Names.Count == 0) File.WriteAllText(Output.TrimEnd('/') + ".md", Catalogue());
        return ExitCode.Done;
    }

    private void Show(Exhibition exhibition, AssetLibrary models, FrameRenderer renderer)
    {
        var folder = Path.Combine(Output, exhibition.Name);
        Directory.CreateDirectory(folder);
        var pictures = new List<SheetPicture>();
        foreach (var exhibit in exhibition.Exhibits)
        {
            var scene = new GalleryScene(models, Size.Width, Size.Height);
            exhibit.Build(scene);
            using var frame = renderer.Render(scene.Capture());
            pictures.Add(new SheetPicture(exhibit.Name, frame.Width, frame.Height, frame.Color.ToArray()));
            using var file = ImageEncoder.Encode(frame.Color, frame.Width, frame.Height, ImageFormat.Jpeg, Quality);
            File.WriteAllBytes(Path.Combine(folder, exhibit.FileName + ".jpg"), file.Bytes.Span);
        }

        using var sheet = PictureSheet.Encode(pictures, Columns, ImageFormat.Jpeg, Quality);
        File.WriteAllBytes(Path.Combine(Output, exhibition.Name + ".jpg"), sheet.Bytes.Span);
        Console.WriteLine($"{Path.Combine(Output, exhibition.Name)}.jpg: {string.Join(", ", pictures.Select(p => p.Name))}");
    }

    private string Catalogue()
    {
        var folder = Path.GetFileName(Output.TrimEnd('/'));
        var text = new StringBuilder("# Gallery\n\nMade by `synthrender gallery`, as this page is; each picture is a file of its own in the folder of its sheet.\n");
        foreach (var exhibition in AllExhibitions.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {exhibition.Title}\n\n![{exhibition.Title}]({folder}/{exhibition.Name}.jpg)\n\n");
            foreach (var exhibit in exhibition.Exhibits)
                text.Append(CultureInfo.InvariantCulture, $"- [{exhibit.Name}]({folder}/{exhibition.Name}/{exhibit.FileName}.jpg): {exhibit.Caption}\n");
        }

        return text.ToString();
    }
}
