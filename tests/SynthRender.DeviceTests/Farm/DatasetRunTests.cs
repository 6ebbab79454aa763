using SynthRender.Assets;
using SynthRender.Datasets.Verification;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;
using SynthRender.Farm.Pipeline;
using SynthRender.Farm.Runs;
using SynthRender.Rendering.Devices;
using SynthRender.Scenarios;

namespace SynthRender.DeviceTests.Farm;

/// <summary>The whole pipeline on the CPU driver: what is on disk depends on the frames asked for, and on nothing else.</summary>
public sealed class DatasetRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_with_one_lane_and_with_three()
    {
        await Run("one", frames: 10, lanes: 1, writers: 1);
        await Run("three", frames: 10, lanes: 3, writers: 2);
        AssertSameFiles("one", "three");
    }

    [Fact]
    public async Task Another_seed_gives_other_images()
    {
        await Run("a", frames: 1, seed: 1);
        await Run("b", frames: 1, seed: 2);
        Assert.NotEqual(Bytes("a", "images/000000.png"), Bytes("b", "images/000000.png"));
    }

    [Fact]
    public async Task A_part_of_a_run_equals_the_same_frames_of_the_whole()
    {
        await Run("whole", frames: 15);
        await Run("part", frames: 5, start: 10);
        foreach (var index in Enumerable.Range(10, 5))
        {
            Assert.Equal(Bytes("whole", $"images/{index:000000}.png"), Bytes("part", $"images/{index:000000}.png"));
            Assert.Equal(Bytes("whole", $"masks/{index:000000}.png"), Bytes("part", $"masks/{index:000000}.png"));
        }

        Assert.Equal(Annotations("whole", 10), Annotations("part", 10));
    }

    [Fact]
    public async Task A_run_that_was_stopped_leaves_a_valid_dataset_and_ends_like_one_that_was_not()
    {
        await Run("straight", frames: 20);
        using var stop = new CancellationTokenSource();
        var result = await Run("stopped", frames: 20, onFinished: finished =>
        {
            if (finished == 3) stop.Cancel();
        }, stop: stop.Token);
        Assert.False(result.Complete);
        Assert.InRange(result.Images, 3, 19);
        Assert.Empty(CocoVerifier.Verify(Path.Combine(_folder, "stopped")));
        Assert.False(DatasetManifest.ReadFrom(Path.Combine(_folder, "stopped")).IsComplete);

        var rest = await Run("stopped", frames: 20);
        Assert.True(rest.Complete);
        Assert.Equal(result.Images, rest.Kept);
        AssertSameFiles("straight", "stopped");

        var again = await Run("stopped", frames: 20);
        Assert.Equal(20, again.Kept);
        AssertSameFiles("straight", "stopped");
    }

    [Fact]
    public async Task What_a_killed_run_leaves_behind_is_finished_to_the_same_bytes()
    {
        await Run("straight", frames: 16);
        using var stop = new CancellationTokenSource();
        await Run("killed", frames: 16, lanes: 1, onFinished: finished =>
        {
            if (finished == 1) stop.Cancel();
        }, stop: stop.Token);
        // A kill leaves half a journal record, a temporary image, an image without a record, and no coco.json.
        var folder = Path.Combine(_folder, "killed");
        using (var journal = new FileStream(Path.Combine(folder, "shards", "000000.journal"), FileMode.Append)) journal.Write([200, 0, 0, 0, 1, 2]);
        File.WriteAllBytes(Path.Combine(folder, "images", ".000015.png.tmp"), [1, 2, 3]);
        File.WriteAllBytes(Path.Combine(folder, "images", "000015.png"), [1, 2, 3]);
        File.Delete(Path.Combine(folder, "annotations", "coco.json"));
        Assert.True((await Run("killed", frames: 16)).Complete);
        AssertSameFiles("straight", "killed");
    }

    [Fact]
    public async Task A_folder_of_other_settings_or_of_other_files_is_left_alone()
    {
        await Run("a", frames: 1, seed: 1);
        var before = Bytes("a", "dataset.json");
        await Assert.ThrowsAsync<DatasetSettingsException>(() => Run("a", frames: 1, seed: 2));
        Assert.Equal(before, Bytes("a", "dataset.json"));

        Directory.CreateDirectory(Path.Combine(_folder, "mine"));
        File.WriteAllText(Path.Combine(_folder, "mine", "thesis.txt"), "precious");
        await Assert.ThrowsAsync<DatasetSettingsException>(() => Run("mine", frames: 1));
        await Assert.ThrowsAsync<DatasetSettingsException>(() => Run("mine", frames: 1, overwrite: true));
        Assert.Equal(["thesis.txt"], Files("mine"));
    }

    [Fact]
    public async Task Overwriting_replaces_the_dataset_and_keeps_what_is_not_part_of_it()
    {
        await Run("a", frames: 4, seed: 1);
        File.WriteAllText(Path.Combine(_folder, "a", "notes.txt"), "precious");
        await Run("a", frames: 2, seed: 2, overwrite: true);
        await Run("b", frames: 2, seed: 2);
        Assert.Equal("precious", File.ReadAllText(Path.Combine(_folder, "a", "notes.txt")));
        File.Delete(Path.Combine(_folder, "a", "notes.txt"));
        AssertSameFiles("a", "b");
    }

    [Fact]
    public async Task A_frame_that_cannot_be_made_is_reported_and_the_others_are_made()
    {
        var result = await Run("failing", frames: 4, scenario: new FarmScenario(failingFrame: 2));
        Assert.False(result.Complete);
        Assert.Equal(3, result.Images);
        Assert.Equal(2, Assert.Single(result.Failed).Frame);
        Assert.Contains("this frame cannot be made", result.Failed[0].Reason, StringComparison.Ordinal);
        Assert.False(DatasetManifest.ReadFrom(Path.Combine(_folder, "failing")).IsComplete);
    }

    [Fact]
    public async Task A_disk_error_ends_the_run_with_its_message_and_keeps_what_is_finished()
    {
        await Run("full", frames: 4, stop: new CancellationToken(canceled: true));
        // The place of image 2 is taken by a folder, which no file can replace.
        Directory.CreateDirectory(Path.Combine(_folder, "full", "images", "000002.png", "in the way"));
        var error = await Assert.ThrowsAsync<DatasetException>(() => Run("full", frames: 4, lanes: 1, writers: 1));
        Assert.Contains("000002.png", error.Message, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(_folder, "full", "images", "000002.png"), recursive: true);
        var rest = await Run("full", frames: 4);
        Assert.True(rest.Complete);
        Assert.Equal(2, rest.Kept);
        await Run("straight", frames: 4);
        AssertSameFiles("straight", "full");
    }

    private async Task<DatasetRunResult> Run(
        string name, int frames, int start = 0, ulong seed = 7, int lanes = 2, int writers = 2, bool overwrite = false,
        Action<int>? onFinished = null, FarmScenario? scenario = null, CancellationToken stop = default)
    {
        var run = ScenarioRun.Start(scenario ?? new FarmScenario(), new ScenarioSettings { Assets = new AssetLibrary([_folder]), Seed = seed });
        return await new DatasetRun(new DatasetRunSettings
        {
            Run = run,
            Writer = new CocoWriter(),
            Overwrite = overwrite,
            Pipeline = new PipelineOptions
            {
                Lanes = lanes,
                Writers = writers,
                OpenLane = _ => RenderLane.Open(
                    new RenderDeviceOptions { Selector = "cpu", Validation = true, OnValidationMessage = ValidationLog.Add, CpuDriverThreads = 0 },
                    framesInFlight: 1),
            },
            Description = new DatasetDescription
            {
                OutputFolder = Path.Combine(_folder, name),
                ToolVersion = "test",
                SceneName = "farm",
                Seed = seed,
                Start = start,
                Frames = frames,
                Cameras = [new DatasetCamera("camera", 96, 64)],
                Categories = [.. run.Categories().Select(c => new DatasetCategory(c.Labeling.Category))],
            },
        }).RunAsync(onFinished, stop);
    }

    private void AssertSameFiles(string expected, string actual)
    {
        Assert.Equal(Files(expected), Files(actual));
        Assert.NotEmpty(Files(expected));
        foreach (var file in Files(expected)) Assert.True(Bytes(expected, file).SequenceEqual(Bytes(actual, file)), $"{file} differs");
    }

    private IEnumerable<string> Files(string name)
    {
        var folder = Path.Combine(_folder, name);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal);
    }

    private byte[] Bytes(string name, string file) => File.ReadAllBytes(Path.Combine(_folder, name, file));

    /// <summary>The annotations of frames from an index on, without their ids, which count through the file.</summary>
    private List<string> Annotations(string name, int from)
    {
        using var json = System.Text.Json.JsonDocument.Parse(Bytes(name, "annotations/coco.json"));
        var images = json.RootElement.GetProperty("images").EnumerateArray()
            .Where(i => i.GetProperty("frame").GetInt32() >= from).Select(i => i.GetProperty("id").GetInt64()).ToHashSet();
        Assert.NotEmpty(images);
        return
        [
            .. json.RootElement.GetProperty("annotations").EnumerateArray()
                .Where(a => images.Contains(a.GetProperty("image_id").GetInt64()))
                .Select(a => string.Join(',', a.EnumerateObject().Where(p => p.Name != "id").Select(p => p.ToString()))),
        ];
    }
}
