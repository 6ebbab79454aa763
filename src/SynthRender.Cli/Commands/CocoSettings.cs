using System.Collections.Immutable;
using System.Globalization;
using SynthRender.Datasets.Images;
using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Writers.Coco;
using SynthRender.Labels;
using SynthRender.Scenarios;

namespace SynthRender.Cli.Commands;

/// <summary>How `synthrender render` writes COCO datasets.</summary>
internal sealed record CocoSettings
{
    public ImageFormat Images { get; init; }

    public int? Quality { get; init; }

    public CocoSegmentation Masks { get; init; }

    public int MinimumPixels { get; init; } = 1;

    /// <summary>Names, separated by commas; empty for the scene's own numbering.</summary>
    public IReadOnlyList<string> CategoryIds { get; init; } = [];

    public bool LeaveOutUnlisted { get; init; }

    public bool MergeKeypoints { get; init; }

    /// <summary>What becomes of models of one category that disagree about its keypoints.</summary>
    /// <param name="run">Whose cameras are asked whether they label keypoints at all.</param>
    public KeypointLists KeypointLists(ScenarioRun run) => !run.Cameras.Any(camera => camera.Labelers.Any(labeler => labeler is KeypointLabeler))
        ? Scenarios.KeypointLists.Ignored
        : MergeKeypoints ? Scenarios.KeypointLists.Merged : Scenarios.KeypointLists.Equal;

    /// <summary>The writer's options.</summary>
    /// <param name="categories">The classes that the scene may show.</param>
    /// <exception cref="UsageException">The options contradict each other, or the scene.</exception>
    public CocoOptions ToOptions(IEnumerable<Labeling> categories)
    {
        if (Quality is not (null or >= 1 and <= 100)) throw new UsageException($"--quality is 1 to 100; got {Quality}.");
        if (Quality is not null && Images == ImageFormat.Png)
            throw new UsageException("--quality goes with --images Jpeg or Webp; PNG keeps every bit.");
        if (MinimumPixels < 1) throw new UsageException($"--min-pixels is 1 or more; got {MinimumPixels}.");
        return new CocoOptions
        {
            ImageFormat = Images,
            ImageQuality = Quality,
            Segmentation = Masks,
            MinimumVisiblePixels = MinimumPixels,
            CategoryIds = Ids(categories),
            MergeKeypoints = MergeKeypoints,
        };
    }

    /// <summary>What dataset.json says of the settings: the image format always, the others where they are not the default.</summary>
    public ImmutableSortedDictionary<string, string> AddTo(ImmutableSortedDictionary<string, string> options)
    {
        options = options.Add("--images", Images.ToString());
        if (Quality is { } quality) options = options.Add("--quality", quality.ToString(CultureInfo.InvariantCulture));
        if (Masks == CocoSegmentation.Polygons) options = options.Add("--masks", "polygons");
        if (MinimumPixels > 1) options = options.Add("--min-pixels", MinimumPixels.ToString(CultureInfo.InvariantCulture));
        if (Names is { Length: > 0 } names) options = options.Add("--category-ids", string.Join(',', names));
        if (LeaveOutUnlisted) options = options.Add("--unlisted", "leave-out");
        return MergeKeypoints ? options.Add("--merge-keypoints", "true") : options;
    }

    private string[] Names => [.. CategoryIds.SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries))];

    private IdLabelConfig? Ids(IEnumerable<Labeling> categories)
    {
        if (CategoryIds.Count == 0)
            return !LeaveOutUnlisted ? null : throw new UsageException("--unlisted leave-out goes with --category-ids, which lists the categories to keep.");
        string[] names = Names;
        if (names.Contains("")) throw new UsageException("--category-ids is NAME,NAME,…; one of the names is empty.");
        if (names.CountBy(name => name).FirstOrDefault(name => name.Value > 1) is { Key: { } twice })
            throw new UsageException($"--category-ids lists '{twice}' twice; each category has one id.");
        string[] others = [.. categories.Where(c => c.Kind == LabelKind.Thing && !names.Contains(c.Category)).Select(c => c.Category)];
        if (others.Length > 0 && !LeaveOutUnlisted)
            throw new UsageException(
                $"The scene has categories that --category-ids does not list: {string.Join(", ", others)}. Add them, or leave their objects out with --unlisted leave-out.");
        return new IdLabelConfig(names) { Unknown = LeaveOutUnlisted ? UnknownLabels.Ignore : UnknownLabels.Error };
    }
}
