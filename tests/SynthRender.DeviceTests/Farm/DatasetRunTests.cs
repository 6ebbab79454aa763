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
            if (finished.Finished == 3) stop.Cancel();
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
            if (finished.Finished == 1) stop.Cancel();
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
        var result = await Run("failing", frames: 4, scenario: new FarmScenario { FailsIn = FramePlace.Sampling, FailingFrame = 2 });
        Assert.False(result.Complete);
        Assert.Equal(3, result.Images);
        Assert.Equal((2, FramePlace.Sampling), (Assert.Single(result.Failed).Frame, result.Failed[0].Place));
        Assert.Contains("this frame cannot be made", result.Failed[0].Reason, StringComparison.Ordinal);
        Assert.False(DatasetManifest.ReadFrom(Path.Combine(_folder, "failing")).IsComplete);
    }

    [Fact]
    public async Task A_disk_error_ends_the_run_with_its_message_and_keeps_what_is_finished()
    {
        // The folder of the images goes away while frames are made: no file can be written any more.
        var images = Path.Combine(_folder, "full", "images");
        var error = await Assert.ThrowsAsync<DatasetException>(() => Run("full", frames: 12, lanes: 1, writers: 1, onFinished: count =>
        {
            if (count.Finished == 2 && Directory.Exists(images)) Directory.Move(images, images + " elsewhere");
        }));
        Assert.Contains("000002.png", error.Message, StringComparison.Ordinal);
        Directory.Move(images + " elsewhere", images);
        var rest = await Run("full", frames: 12);
        Assert.True(rest.Complete);
        Assert.Equal((2, 0), (rest.Kept, rest.Damaged.Count));
        await Run("straight", frames: 12);
        AssertSameFiles("straight", "full");
    }

    [Theory]
    [InlineData(FramePlace.Labelling)]
    [InlineData(FramePlace.Drawing)]
    [InlineData(FramePlace.Writing)]
    [InlineData(FramePlace.Encoding)]
    public async Task What_fails_in_one_frame_fails_that_frame_and_a_rerun_makes_just_that_one(FramePlace place)
    {
        var folder = Path.Combine(_folder, "failing");
        var inTheWay = Path.Combine(folder, "images", "000002.png", "in the way");
        if (place == FramePlace.Writing)
        {
            await Run("failing", frames: 5, stop: new CancellationToken(canceled: true));
            Directory.CreateDirectory(inTheWay);
        }

        var failing = new FarmScenario { FailsIn = place, FailingFrame = 2 };
        var result = await Run("failing", frames: 5, scenario: failing);
        Assert.False(result.Complete);
        Assert.Equal((4, 5), (result.Images, result.Expected));
        var failed = Assert.Single(result.Failed);
        Assert.Equal((2, place), (failed.Frame, failed.Place));
        Assert.Contains(place switch
        {
            FramePlace.Labelling => "failing labeler: InvalidOperationException: as asked",
            FramePlace.Drawing => "130 lights", // 129 and the sun
            FramePlace.Writing => "000002.png",
            _ => "two different sets of keypoints",
        }, failed.Reason, StringComparison.Ordinal);
        Assert.Empty(CocoVerifier.Verify(folder));
        Assert.Contains($"\"place\": \"{place.ToString().ToLowerInvariant()}\"", File.ReadAllText(Path.Combine(folder, "dataset.json")), StringComparison.Ordinal);

        if (place == FramePlace.Writing) Directory.Delete(Path.GetDirectoryName(inTheWay)!, recursive: true);
        var made = new List<int>();
        var rest = await Run("failing", frames: 5, scenario: new FarmScenario { Sampled = made.Add });
        Assert.True(rest.Complete);
        Assert.Equal([2], made);
        Assert.Empty(rest.Failed);
        await Run("straight", frames: 5);
        AssertSameFiles("straight", "failing");
    }

    [Fact]
    public async Task A_run_in_which_every_frame_fails_ends_after_twenty()
    {
        var sampled = 0;
        var result = await Run("hopeless", frames: 500, scenario: new FarmScenario { FailsIn = FramePlace.Labelling, Sampled = _ => sampled++ });
        Assert.True(result.Hopeless);
        Assert.Equal(0, result.Images);
        Assert.InRange(result.Failed.Count, 20, 40);
        Assert.InRange(sampled, 20, 50);

        // One image is hope: the others are tried all the same.
        var some = await Run("some", frames: 24, scenario: new FarmScenario { FailsIn = FramePlace.Sampling, Except = 0 });
        Assert.False(some.Hopeless);
        Assert.Equal((1, 23), (some.Images, some.Failed.Count));
    }

    [Fact]
    public async Task Damaged_files_of_an_interrupted_run_are_made_again()
    {
        await Run("straight", frames: 8);
        using var stop = new CancellationTokenSource();
        await Run("cut", frames: 8, lanes: 1, onFinished: count =>
        {
            if (count.Finished == 5) stop.Cancel();
        }, stop: stop.Token);
        File.WriteAllBytes(Path.Combine(_folder, "cut", "images", "000000.png"), []);
        File.Delete(Path.Combine(_folder, "cut", "masks", "000001.png"));
        var third = Path.Combine(_folder, "cut", "images", "000002.png");
        File.WriteAllBytes(third, new byte[new FileInfo(third).Length]);

        var made = new List<int>();
        var rest = await Run("cut", frames: 8, scenario: new FarmScenario { Sampled = made.Add });
        Assert.Equal([0, 1, 2], made.Where(frame => frame < 5));
        Assert.Equal(
            ["images/000000.png is empty", "images/000002.png has other bytes than were written", "masks/000001.png is gone"],
            rest.Damaged.Select(fault => fault.Split(';')[0]));
        AssertSameFiles("straight", "cut");
    }

    [Theory]
    [InlineData("images/000001.png")]
    [InlineData("masks/000000.png")]
    [InlineData("annotations/coco.json")]
    [InlineData("annotations/samples.jsonl")]
    public async Task A_complete_dataset_is_mended_too(string file)
    {
        await Run("straight", frames: 3);
        await Run("a", frames: 3);
        File.WriteAllBytes(Path.Combine(_folder, "a", file), []);
        var made = new List<int>();
        Assert.True((await Run("a", frames: 3, scenario: new FarmScenario { Sampled = made.Add })).Complete);
        Assert.Equal(file.StartsWith("annotations", StringComparison.Ordinal) ? 0 : 1, made.Count);
        AssertSameFiles("straight", "a");
    }

    [Fact]
    public async Task More_frames_continue_a_complete_dataset_at_both_ends()
    {
        await Run("whole", frames: 9);
        await Run("grown", frames: 3, start: 4);
        var made = new List<int>();
        await Run("grown", frames: 5, start: 4, scenario: new FarmScenario { Sampled = made.Add });
        Assert.Equal([7, 8], made);
        await Run("grown", frames: 9);
        AssertSameFiles("whole", "grown");
        await Assert.ThrowsAsync<DatasetSettingsException>(() => Run("grown", frames: 8));
        AssertSameFiles("whole", "grown");
    }

    [Fact]
    public async Task A_folder_in_which_a_run_writes_is_refused_before_anything_is_deleted()
    {
        await Run("straight", frames: 6);
        var attempts = new List<Task<DatasetRunResult>>();
        var first = await Run("busy", frames: 6, lanes: 1, onFinished: count =>
        {
            if (count.Finished != 2) return;
            var before = Files("busy").ToList();
            // Both are refused before they wait for anything.
            attempts.Add(Run("busy", frames: 6));
            attempts.Add(Run("busy", frames: 6, seed: 9, overwrite: true));
            Assert.Empty(before.Except(Files("busy")));
        });
        Assert.True(first.Complete);
        Assert.Equal(2, attempts.Count);
        foreach (var attempt in attempts)
            Assert.Contains("Another run is writing", (await Assert.ThrowsAsync<DatasetSettingsException>(() => attempt)).Message, StringComparison.Ordinal);
        AssertSameFiles("straight", "busy");
    }

    [Fact]
    public async Task A_camera_that_is_off_or_on_in_some_frames_is_neither_missing_nor_too_much()
    {
        foreach (var startsOn in new[] { true, false })
        {
            var name = startsOn ? "off" : "on";
            // The second camera is switched in frame 1.
            var result = await Run(name, frames: 3, scenario: new FarmScenario { SecondCamera = startsOn, SwitchIn = 1 });
            Assert.True(result.Complete);
            Assert.Equal(startsOn ? 5 : 4, result.Images);
            Assert.Equal(result.Images, Files(name).Count(f => f.StartsWith("images", StringComparison.Ordinal)));
            Assert.Empty(CocoVerifier.Verify(Path.Combine(_folder, name)));
            var made = new List<int>();
            Assert.True((await Run(name, frames: 3, scenario: new FarmScenario { SecondCamera = startsOn, SwitchIn = 1, Sampled = made.Add })).Complete);
            Assert.Empty(made);
        }
    }

    [Fact]
    public async Task A_durable_run_leaves_the_same_bytes()
    {
        await Run("a", frames: 3);
        await Run("durable", frames: 3, durable: true);
        AssertSameFiles("a", "durable");
    }

    private async Task<DatasetRunResult> Run(
        string name, int frames, int start = 0, ulong seed = 7, int lanes = 2, int writers = 2, bool overwrite = false,
        Action<RunCount>? onFinished = null, FarmScenario? scenario = null, bool durable = false, CancellationToken stop = default)
    {
        scenario ??= new FarmScenario();
        var run = ScenarioRun.Start(scenario, new ScenarioSettings { Assets = new AssetLibrary([_folder]), Seed = seed });
        return await new DatasetRun(new DatasetRunSettings
        {
            Run = run,
            Writer = new CocoWriter(new CocoOptions { Durable = durable }),
            Overwrite = overwrite,
            Durable = durable,
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
                Cameras = [.. run.Cameras.Select(c => new DatasetCamera(c.Name, c.Lens.Width, c.Lens.Height))],
                Categories = [.. run.Categories().Select(c => new DatasetCategory(c.Labeling.Category, Template: c.Template))],
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
