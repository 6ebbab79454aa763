using System.Collections.Immutable;
using SynthRender.Datasets.Writers;

namespace SynthRender.Tests.Datasets.Writers;

public sealed class DatasetManifestTests
{
    [Fact]
    public void It_is_whole_only_when_it_is_said_to_be()
    {
        using var folder = new TemporaryFolder();
        var description = CocoDataset.Describe(folder.File("new/dataset"), 3, "a", "b");
        Assert.Null(DatasetManifest.Find(description, "coco"));
        DatasetManifest.Open(description, "coco");
        Assert.False(DatasetManifest.ReadFrom(description.OutputFolder).IsComplete);

        var again = DatasetManifest.Open(description with { Device = "another" }, "coco");
        again.Complete(5, isComplete: false, [new FailedFrame(1, "b", FramePlace.Drawing, "no \"way\"")], []);
        Assert.False(DatasetManifest.ReadFrom(description.OutputFolder).IsComplete);
        var failures = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(folder.File("new/dataset/dataset.json"))).RootElement.GetProperty("failures");
        Assert.Equal("""[{"frame":1,"camera":"b","place":"drawing","reason":"no \"way\""}]""", failures.GetRawText().Replace("\n", "").Replace(" ", "").Replace("no\\", "no \\"));

        var file = new WrittenFile("annotations/coco.json", 12, 0xfedcba9876543210);
        again.Complete(6, isComplete: true, [], [file]);
        var found = DatasetManifest.Find(description, "coco")!;
        Assert.True(found.IsComplete);
        Assert.Equal(6, found.ImagesWritten);
        Assert.Equal([file], found.Files);
        Assert.True(found.HasJustTheFramesOf(description));
    }

    [Fact]
    public void Other_settings_are_named_in_one_line()
    {
        using var folder = new TemporaryFolder();
        var description = CocoDataset.Describe(folder.Path, 3) with
        {
            SceneHash = "aa",
            Options = ImmutableSortedDictionary<string, string>.Empty.Add("count", "5").Add("--images", "Png"),
            AssetHashes = ImmutableSortedDictionary<string, string>.Empty.Add("wildlife/red_deer.glb", new string('1', 64)),
        };
        DatasetManifest.Open(description, "coco");
        string Refused(DatasetDescription other, params string[] formats)
        {
            var message = Assert.Throws<DatasetSettingsException>(() => DatasetManifest.Find(other, formats.Length > 0 ? formats : ["coco"])).Message;
            Assert.DoesNotContain('\n', message);
            Assert.Contains("--overwrite", message, StringComparison.Ordinal);
            return message;
        }

        Assert.Contains("seed is 7 there and 18446744073709551615 here.", Refused(description with { Seed = ulong.MaxValue }), StringComparison.Ordinal);
        Assert.Contains("formats are coco there and coco, yolo here.", Refused(description, "coco", "yolo"), StringComparison.Ordinal);
        Assert.Contains("count is 5 there and 6 here.", Refused(description with { Options = description.Options.SetItem("count", "6") }), StringComparison.Ordinal);
        Assert.Contains("the scene file has changed.", Refused(description with { SceneHash = "bb" }), StringComparison.Ordinal);
        Assert.Contains(
            "wildlife/red_deer.glb has changed; wildlife/fox.glb is new.",
            Refused(description with { AssetHashes = description.AssetHashes.SetItem("wildlife/red_deer.glb", "2").Add("wildlife/fox.glb", "3") }),
            StringComparison.Ordinal);
        Assert.Contains("cameras are camera 64x48 there and camera 640x480 here.",
            Refused(description with { Cameras = [new DatasetCamera("camera", 640, 480)] }), StringComparison.Ordinal);
        var many = Refused(description with
        {
            Seed = 1, SceneName = "x", ToolVersion = "y", Labelers = ["z"], SceneHash = "bb", Categories = [], Options = description.Options.Clear(),
        });
        Assert.Contains("; and 3 more.", many, StringComparison.Ordinal);
        Assert.NotNull(DatasetManifest.Find(description, "coco"));
    }

    [Theory]
    [InlineData(10, 20, true)] // the same
    [InlineData(10, 25, true)] // more behind
    [InlineData(5, 30, true)] // more on both sides
    [InlineData(10, 19, false)]
    [InlineData(11, 19, false)]
    [InlineData(30, 20, false)]
    public void More_frames_continue_a_dataset_and_fewer_do_not(int start, int frames, bool fits)
    {
        using var folder = new TemporaryFolder();
        var description = CocoDataset.Describe(folder.Path, 20) with { Start = 10 };
        DatasetManifest.Open(description, "coco").Complete(20, isComplete: true, [], []);
        var other = description with { Start = start, Frames = frames };
        if (fits)
        {
            Assert.Equal((start, frames) == (10, 20), DatasetManifest.Find(other, "coco")!.HasJustTheFramesOf(other));
            Assert.False(DatasetManifest.Open(other, "coco").IsComplete);
        }
        else
        {
            var error = Assert.Throws<DatasetSettingsException>(() => DatasetManifest.Open(other, "coco"));
            Assert.Contains($"frames 10 to 29, and {start} to {start + frames - 1}", error.Message, StringComparison.Ordinal);
            Assert.True(DatasetManifest.ReadFrom(folder.Path).IsComplete);
        }
    }

    [Theory]
    [InlineData(0, 0, 1, "at least one")]
    [InlineData(-1, 5, 1, "0 to 2147483647")]
    [InlineData(int.MaxValue, 2, 1, "2147483647 to 2147483648")]
    [InlineData(0, 1_000_000_000, 2, "2000000000 images")]
    [InlineData(0, 100_000_001, 1, "100000001 images")]
    [InlineData(int.MaxValue, 1, 1, null)]
    [InlineData(0, 50_000_000, 2, null)]
    public void Frames_have_bounds(int start, int frames, int cameras, string? wrong)
    {
        var description = CocoDataset.Describe("out", frames, [.. Enumerable.Range(0, cameras).Select(i => $"c{i}")]) with { Start = start };
        if (wrong is null) description.Check();
        else Assert.Contains(wrong, Assert.Throws<DatasetSettingsException>(description.Check).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"start\": \"x\"")]
    [InlineData("")]
    public void A_damaged_manifest_is_one_message(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("dataset.json"), text);
        Assert.ThrowsAny<DatasetException>(() => DatasetManifest.Find(CocoDataset.Describe(folder.Path, 3), "coco"));
    }

    [Fact]
    public void A_folder_of_something_else_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("images"));
        Assert.Throws<DatasetSettingsException>(() => DatasetManifest.Open(CocoDataset.Describe(folder.Path, 3), "coco"));
        Assert.Throws<DatasetSettingsException>(() => DatasetManifest.ReadFrom(folder.Path));
        Assert.Empty(folder.Files());
    }
}
