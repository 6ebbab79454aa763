using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.DeviceTests.Cli;

/// <summary>How `synthrender render` writes COCO files: what the writer can, the command line reaches.</summary>
public sealed class CocoOptionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-coco-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Polygons_sizes_ids_and_quality_are_options()
    {
        var plain = await Render("plain");
        var other = await Render(
            "other", "--images", "Webp", "--quality", "60", "--masks", "polygons", "--min-pixels", "60", "--category-ids", "torus,sphere", "--unlisted", "leave-out");

        Assert.Equal(["torus", "sphere"], other.Categories.Select(c => c.Name));
        Assert.Equal([1, 2], other.Categories.Select(c => c.Id));
        var names = plain.Categories.ToDictionary(c => c.Id, c => c.Name);
        var kept = plain.Annotations.Where(a => a.Area >= 60 && names[a.CategoryId] is "torus" or "sphere").ToList();
        Assert.NotEmpty(kept);
        Assert.True(kept.Count < plain.Annotations.Count);
        Assert.Equal(kept.Select(a => (a.ImageId, a.InstanceId, a.Area)), other.Annotations.Select(a => (a.ImageId, a.InstanceId, a.Area)));
        Assert.All(other.Annotations, a => Assert.NotEmpty(a.ReadPolygons()!));
        Assert.All(other.Images, image => Assert.EndsWith(".webp", image.FileName, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData]
    [InlineData("--dry-run")]
    public async Task Two_models_of_a_category_with_different_keypoints_are_both_named(params string[] more)
    {
        var result = await CommandLine.Run([.. TwoLists, "--out", Path.Combine(_folder, "two"), .. more]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("ta.glb", result.Error, StringComparison.Ordinal);
        Assert.Contains("tb.glb", result.Error, StringComparison.Ordinal);
        Assert.Contains("--merge-keypoints", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "two")));
    }

    [Fact]
    public async Task Different_keypoints_are_merged_by_name_when_asked()
    {
        var coco = await Made(_folder, [.. TwoLists, "--merge-keypoints", "--out", _folder]);
        Assert.Equal(["a", "b"], Assert.Single(coco.Categories).Keypoints);
        Assert.All(coco.Annotations, a => Assert.Equal(2, a.NumKeypoints));
        // The second model's "a" stands to the right of its "b", 0.1 m of its node's own.
        Assert.True(coco.Annotations[0].Keypoints![0] < coco.Annotations[0].Keypoints![3]);
        Assert.True(coco.Annotations[1].Keypoints![0] > coco.Annotations[1].Keypoints![3]);
    }

    private static string[] TwoLists =>
        ["render", CommandLine.Fault("crash_two_keypoint_lists", "Two.cs"), "--models", CommandLine.Fault("crash_two_keypoint_lists"), "--quiet"];

    private Task<CocoFile> Render(string name, params string[] options)
    {
        var folder = Path.Combine(_folder, name);
        return Made(folder, ["render", CommandLine.Scene("Shapes"), "--frames", "3", "--size", "96x64", "--seed", "5", "--quiet", "--out", folder, .. options]);
    }

    private static async Task<CocoFile> Made(string folder, string[] arguments)
    {
        var result = await CommandLine.Run(arguments);
        Assert.True(result.ExitCode == 0, result.Error);
        var check = await CommandLine.Run("check", folder);
        Assert.True(check.ExitCode == 0, check.Error);
        return CocoFile.ReadFrom(folder);
    }
}
