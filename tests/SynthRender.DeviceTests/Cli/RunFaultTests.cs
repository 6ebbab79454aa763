using System.Text.Json;

namespace SynthRender.DeviceTests.Cli;

/// <summary>Runs that went wrong once: rows of tests/faults about runs and datasets, and others of their kinds.</summary>
public sealed class RunFaultTests : IDisposable
{
    private const string Models = "models3d";

    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-faults-").FullName;

    private string Out(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Overwriting_a_folder_in_which_another_process_writes_is_refused()
    {
        string[] render = ["render", CommandLine.Fault("overwrite_while_running", "Noise.cs"), "--size", "64x48", "--workers", "1", "--out", Out("a")];
        // The first run is held up amid its work until the second one has ended.
        const string script = """
            out=$1; shift
            dotnet "$SYNTHRENDER" "$@" --frames 60 --quiet & first=$!
            while [ ! -e "$out/images/000001.png" ] && kill -0 $first; do sleep 0.02; done
            kill -STOP $first
            synthrender "$@" --frames 60 --seed 5 --overwrite --quiet; second=$?
            ls "$out/images" | grep -c 000001
            kill -CONT $first
            wait $first; echo "$? $second"
            """;
        var result = await CommandLine.Shell(script, [Out("a"), .. render]);
        Assert.Equal("1\n0 2\n", result.Output);
        Assert.Contains("Another run is writing into", result.Error, StringComparison.Ordinal);
        Assert.Equal(60, Directory.GetFiles(Path.Combine(Out("a"), "images")).Length);
        Assert.Equal(0, (await CommandLine.Run("check", Out("a"))).ExitCode);
    }

    [Theory]
    [InlineData("Lights.cs", 33, 0)]
    [InlineData("Lights.cs", 129, 2)]
    [InlineData("Casters.cs", 11, 0)]
    public async Task Lights_over_the_limit_of_every_frame_are_said_beforehand(string scene, int lights, int exit)
    {
        string[] render =
            ["render", CommandLine.Fault("lights_over_32", scene), "--set", $"n={lights}", "--size", "64x48", "--workers", "1", "--out", Out("lights")];
        foreach (var command in new string[][] { [.. render, "--dry-run"], render })
        {
            var result = await CommandLine.Run(command);
            Assert.True(result.ExitCode == exit, result.Error);
            if (exit == 2) Assert.Contains("129 lights are on; 128 is the most", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(exit == 0, Directory.Exists(Out("lights")));
    }

    [Theory]
    [InlineData("semlabel", "labelling: semantic segmentation: 'scene/box' is labelled 'surprise'")]
    [InlineData("throw", "sampling: bad: InvalidOperationException: the scene's own fault")]
    [InlineData("emptylabel", "sampling: bad: ArgumentException: A label has a name")]
    [InlineData("cancel", "sampling: bad: OperationCanceledException")]
    public async Task A_frame_that_fails_is_named_and_the_others_are_made(string how, string expected)
    {
        string[] render = ["render", CommandLine.Fault("label_fails_in_one_frame", "Throws.cs"), "--models", Path.Combine(CommandLine.Repository, Models),
            "--set", $"how={how}", "--out", Out("a")];
        var result = await CommandLine.Run(render);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"synthrender: Frame 7, {expected}", result.Error, StringComparison.Ordinal);
        Assert.Contains("11 of 12 images are finished and kept; 1 frames failed.", result.Error, StringComparison.Ordinal);
        Assert.Equal(11, Directory.GetFiles(Path.Combine(Out("a"), "images")).Length);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out("a"), "dataset.json")));
        Assert.Equal(7, Assert.Single(manifest.RootElement.GetProperty("failures").EnumerateArray().ToList()).GetProperty("frame").GetInt32());
        Assert.Equal(0, (await CommandLine.Run("check", Out("a"))).ExitCode);

        var dry = await CommandLine.Run([.. render, "--dry-run"]);
        Assert.Equal(1, dry.ExitCode);
        Assert.Contains("Frame 7", dry.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 12 frames cannot be made", dry.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_camera_that_is_off_in_a_frame_leaves_a_complete_dataset()
    {
        string[] render = ["render", CommandLine.Fault("camera_off_in_a_frame", "TwoCam.cs"), "--set", "off=1", "--out", Out("a")];
        var result = await CommandLine.Run(render);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("done: 5 images", result.Output, StringComparison.Ordinal);
        Assert.Contains("complete already: 5 images", (await CommandLine.Run(render)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLine.Run("check", Out("a"))).ExitCode);
    }

    [Theory]
    [InlineData("--out is empty", "--out", "")]
    [InlineData("--models is empty", "--models", "")]
    [InlineData("'7'", "--images", "7")]
    [InlineData("'Png,Jpeg'", "--images", "Png,Jpeg")]
    [InlineData("2147483648", "--start", "2147483647", "--frames", "2")]
    [InlineData("2000000000", "--start", "2000000000", "--frames", "2000000000")]
    [InlineData("at most 100000000", "--frames", "1000000000")]
    [InlineData("--workers is 1 to 256", "--workers", "100000")]
    public async Task A_bad_value_is_a_sentence_before_anything_is_drawn(string expected, params string[] options)
    {
        foreach (var scene in new[] { CommandLine.Fault("unhandled_bad_values", "Basic.cs"), CommandLine.Fault("camera_off_in_a_frame", "TwoCam.cs") })
        {
            var result = await CommandLine.Run(["render", scene, .. options.Contains("--out") ? Array.Empty<string>() : ["--out", Out("bad")], .. options]);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains(expected, result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Out("bad")));
        }
    }

    [Theory]
    [InlineData("scene is empty", "render", "")]
    [InlineData("--out is empty", "export", "scene.cs", "--out", "")]
    [InlineData("folder is empty", "check", " ")]
    [InlineData("--out is empty", "bench", "--out", "")]
    [InlineData("--frames is 1 to", "bench", "--frames", "2147483647")]
    [InlineData("there is no '/nowhere'", "bench", "--json", "/nowhere/report.json")]
    [InlineData("file is empty", "models", "inspect", "")]
    public async Task Values_that_cannot_be_are_named(string expected, params string[] arguments)
    {
        var result = await CommandLine.Run(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_without_a_name_is_said_with_its_line()
    {
        var scene = Path.Combine(_folder, "Nameless.cs");
        File.WriteAllText(scene, """
            public sealed class Nameless : FixedLengthScenario
            {
                protected override void OnBuild(Scene scene)
                {
                    scene.AddCamera(64, 48, 1);
                    DeclareLabel(new Labeling(""));
                }
            }
            """);
        var result = await CommandLine.Run("render", scene, "--out", Out("bad"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{scene}:6:", result.Error, StringComparison.Ordinal);
        Assert.Contains("A label has a name", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unhandled_bad_values/Basic.cs", "1x4096")]
    [InlineData("camera_off_in_a_frame/TwoCam.cs", "2000x1")]
    public async Task An_overlay_of_a_thin_image_shrinks(string scene, string size)
    {
        var result = await CommandLine.Run(
            "render", CommandLine.Fault(scene), "--size", size, "--frames", "1", "--workers", "1", "--overlay", "--out", Out("thin"));
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.True(new FileInfo(Path.Combine(Out("thin"), "overlay.png")).Length > 500);
    }

    [Fact]
    public async Task A_closed_output_is_bad_usage_and_one_that_breaks_later_is_not()
    {
        string[] render = ["render", CommandLine.Fault("unhandled_bad_values", "Basic.cs"), "--size", "32x24", "--frames", "2", "--workers", "1"];
        var closed = await CommandLine.Shell("synthrender \"$@\" >&-", [.. render, "--out", Out("closed")]);
        Assert.Equal(2, closed.ExitCode);
        Assert.StartsWith("synthrender: Standard output cannot be written", closed.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out("closed")));

        Assert.Equal(2, (await CommandLine.Shell("synthrender --help > /dev/full")).ExitCode);
        Assert.Equal(2, (await CommandLine.Shell("synthrender render nothing.cs 2>&-")).ExitCode);

        var piped = await CommandLine.Shell("synthrender \"$@\" | head -1; exit ${PIPESTATUS[0]}", [.. render, "--out", Out("piped")]);
        Assert.True(piped.ExitCode == 0, piped.Error);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(Out("piped"), "images")).Length);

        var quiet = await CommandLine.Shell("synthrender \"$@\" >&-", [.. render, "--quiet", "--out", Out("quiet")]);
        Assert.True(quiet.ExitCode == 0, quiet.Error);
        Assert.True(File.Exists(Path.Combine(Out("quiet"), "annotations", "coco.json")));
    }

    [Fact]
    public async Task Another_state_is_one_line_that_names_overwrite_and_more_frames_go_on()
    {
        string[] render = ["render", CommandLine.Fault("unhandled_bad_values", "Basic.cs"), "--size", "32x24", "--workers", "1", "--out", Out("a")];
        Assert.Equal(0, (await CommandLine.Run([.. render, "--frames", "2"])).ExitCode);
        var other = await CommandLine.Run([.. render, "--frames", "2", "--seed", "5", "--set", "size=2"]);
        Assert.Equal(2, other.ExitCode);
        var line = Assert.Single(other.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("seed is 0 there and 5 here", line, StringComparison.Ordinal);
        Assert.Contains("size is 1.5 there and 2 here", line, StringComparison.Ordinal);
        Assert.Contains("--overwrite", line, StringComparison.Ordinal);

        var more = await CommandLine.Run([.. render, "--frames", "4"]);
        Assert.True(more.ExitCode == 0, more.Error);
        Assert.Contains("done: 4 images", more.Output, StringComparison.Ordinal);
        var fewer = await CommandLine.Run([.. render, "--frames", "2"]);
        Assert.Equal(2, fewer.ExitCode);
        Assert.Contains("frames 0 to 3", Assert.Single(fewer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("complete already", (await CommandLine.Run([.. render, "--frames", "4"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_an_interruption_emptied_are_named_and_made_again()
    {
        string[] render = ["render", CommandLine.Fault("unhandled_bad_values", "Basic.cs"), "--size", "32x24", "--workers", "1", "--out", Out("a")];
        Assert.Equal(0, (await CommandLine.Run(render)).ExitCode);
        var idImage = Path.Combine(Out("a"), "masks", "000001.png");
        var ids = File.ReadAllBytes(idImage);
        File.Delete(idImage);
        var check = await CommandLine.Run("check", Out("a"));
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("masks/000001.png is gone", check.Error, StringComparison.Ordinal);
        File.WriteAllBytes(idImage, ids);
        Assert.Equal(0, (await CommandLine.Run("check", Out("a"))).ExitCode);

        var image = Path.Combine(Out("a"), "images", "000002.png");
        var whole = File.ReadAllBytes(image);
        File.WriteAllBytes(image, []);
        var again = await CommandLine.Run([.. render, "--durable"]);
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Contains("images/000002.png is empty", again.Error, StringComparison.Ordinal);
        Assert.Equal(whole, File.ReadAllBytes(image));
    }
}
