using System.Globalization;
using SynthRender.Assets;
using SynthRender.Cli.Commands;
using SynthRender.Cli.Output;
using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Overlay;
using SynthRender.Farm.Pipeline;
using SynthRender.Frames;
using SynthRender.Modeling;
using SynthRender.Modeling.Models;

namespace SynthRender.Cli.Sheet;

/// <summary>One call of `synthrender models sheet`.</summary>
internal sealed record SheetJob
{
    // Cards side by side; drawn at twice the size they have on the sheet.
    private const int Columns = 4, Fineness = 2;

    public required IReadOnlyList<string> Names { get; init; }

    public required string ModelFolder { get; init; }

    public required string Output { get; init; }

    public int Tile { get; init; }

    public int Views { get; init; }

    public string? Device { get; init; }

    public bool Validate { get; init; }

    public int Run()
    {
        if (Views is < 1 or > 16) throw new UsageException($"--views is 1 to 16; got {Views}.");
        if (Tile is < 64 or > 2048) throw new UsageException($"--tile is 64 to 2048 pixels; got {Tile}.");
        // Scenery has no labels to show; it comes when it is asked for.
        var models = ModelNames.Find(Names).Where(m => Names.Count > 0 || m.Family != "scenery").Select(m => (Model: m, Asset: Load(m))).ToList();
        var lanes = LaneFactory.Create(Device, workers: 1, Validate);
        var groups = new List<SheetGroup>();
        using (var lane = lanes.Options.OpenLane(0))
        {
            foreach (var family in models.GroupBy(m => m.Model.Family))
                groups.Add(new SheetGroup(family.Key, [.. family.Select(m => Card(lane, m.Asset))]));
        }

        if (Path.GetDirectoryName(Path.GetFullPath(Output)) is { } folder) Directory.CreateDirectory(folder);
        var triangles = models.Sum(m => (long)m.Asset.TriangleCount);
        CardSheet.Save(
            Output, "SynthRender models", string.Create(CultureInfo.InvariantCulture, $"{models.Count} models · {triangles:N0} triangles"),
            groups, Columns, Tile);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Output}  {new FileInfo(Output).Length / 1024.0:0} KiB"));
        foreach (var message in lanes.ValidationMessages) Console.Error.WriteLine($"synthrender: Vulkan validation: {message}");
        return lanes.ValidationMessages.Count > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private ModelAsset Load(IModel model) => GltfLoader.Load(Path.Combine(ModelFolder, ModelCollection.PathOf(model.Name)));

    private SheetCard Card(RenderLane lane, ModelAsset model)
    {
        var tiles = new List<SheetTile>();
        foreach (var frame in lane.Draw(ModelStudio.Views(model, Tile * Fineness, Views), new StageClock()))
            using (frame)
                // The first view shows the model itself.
                tiles.Add(new SheetTile(frame.Color.ToArray(), frame.Width, frame.Height, tiles.Count == 0 && Views > 1 ? [] : Keypoints(frame)));
        var note = string.Create(CultureInfo.InvariantCulture, $"{model.TriangleCount:N0} triangles");
        return new SheetCard(model.Name.Replace('_', ' '), note, tiles);
    }

    private static IReadOnlyList<InstanceKeypoints> Keypoints(RenderedFrame frame) => new KeypointLabeler().Label(frame) is KeypointLabel label ? label.Instances : [];
}
