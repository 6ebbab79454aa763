using SynthRender.Datasets.Verification;

namespace SynthRender.DeviceTests.Cli;

/// <summary>`synthrender` as a person at a shell sees it.</summary>
public sealed class RenderCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-cli-").FullName;

    private string Out(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_scene_becomes_a_dataset_that_passes_the_check_and_is_not_made_twice()
    {
        string[] render = ["render", CommandLine.Scene("Shapes"), "--frames", "3", "--size", "128x96", "--seed", "5", "--out", Out("a"), "--overlay"];
        var first = await CommandLine.Run(render);
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains("done: 3 images", first.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Out("a"), "overlay.png")));
        Assert.False(Directory.Exists(Path.Combine(Out("a"), "shards")));

        var check = await CommandLine.Run("check", Out("a"));
        Assert.True(check.ExitCode == 0, check.Error);

        var again = await CommandLine.Run(render);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("complete already", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_mask_image_fails_the_check()
    {
        await CommandLine.Run("render", CommandLine.Scene("Demo"), "--frames", "1", "--size", "96x64", "--out", Out("a"), "--quiet");
        var image = Path.Combine(Out("a"), "images", "000000.png");
        File.WriteAllBytes(image, File.ReadAllBytes(image)[..200]);
        var check = await CommandLine.Run("check", Out("a"));
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("000000.png", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_made_and_writes_nothing()
    {
        var result = await CommandLine.Run("render", CommandLine.Scene("Demo"), "--frames", "20", "--out", Out("dry"), "--dry-run");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("red_deer", result.Output, StringComparison.Ordinal);
        Assert.Contains("SunAngleRandomizer", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out("dry")));
    }

    [Theory]
    [InlineData("--set", "moose=1", "has no option 'moose'")]
    [InlineData("--set", "most=many", "got 'many'")]
    [InlineData("--set", "most", "NAME=VALUE")]
    [InlineData("--size", "640", "640x480")]
    [InlineData("--frames", "0", "1 or more")]
    [InlineData("--start", "-1", "0 or more")]
    [InlineData("--device", "imaginary", "imaginary")]
    [InlineData("--format", "tfrecord", "tfrecord")]
    [InlineData("--sede", "1", "--sede")]
    [InlineData("--quality", "90", "--images Jpeg")]
    [InlineData("--quality", "0", "1 to 100")]
    [InlineData("--min-pixels", "0", "1 or more")]
    [InlineData("--masks", "circles", "circles")]
    [InlineData("--category-ids", "red_deer,fox", "does not list: amphora")]
    [InlineData("--category-ids", "a,,b", "empty")]
    [InlineData("--category-ids", "a,a", "'a' twice")]
    [InlineData("--unlisted", "leave-out", "--category-ids")]
    public async Task Bad_usage_is_one_message_and_exit_code_2(string option, string value, string expected)
    {
        var result = await CommandLine.Run("render", CommandLine.Scene("Demo"), "--out", Out("bad"), option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out("bad")));
    }

    [Fact]
    public async Task A_compile_error_points_at_file_line_and_column()
    {
        var scene = Path.Combine(_folder, "Broken.cs");
        File.WriteAllText(scene, "public sealed class Broken : FixedLengthScenario\n{\n    protected override void OnBuild(Scene scene) => scene.Fly();\n}\n");
        var result = await CommandLine.Run("render", scene, "--out", Out("broken"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{scene}:3:59: error CS1061", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_scene_and_a_folder_of_something_else_are_refused()
    {
        Assert.Equal(2, (await CommandLine.Run("render", Path.Combine(_folder, "None.cs"))).ExitCode);
        Directory.CreateDirectory(Out("mine"));
        File.WriteAllText(Path.Combine(Out("mine"), "thesis.txt"), "precious");
        var result = await CommandLine.Run("render", CommandLine.Scene("Shapes"), "--frames", "1", "--out", Out("mine"), "--overwrite");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("not a dataset", result.Error, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(Path.Combine(Out("mine"), "thesis.txt")));
    }

    [Fact]
    public async Task A_stop_signal_leaves_a_valid_dataset_that_the_same_command_finishes()
    {
        await RenderStraight("straight");
        Assert.Equal(143, await RenderAndSignal("stopped", "TERM"));
        Assert.Empty(CocoVerifier.Verify(Out("stopped")));
        Assert.Equal(0, (await CommandLine.Run(Arguments("stopped"))).ExitCode);
        AssertSameFiles("straight", "stopped");
    }

    [Fact]
    public async Task Kill_loses_no_finished_frame_and_the_same_command_ends_with_the_same_bytes()
    {
        await RenderStraight("straight");
        Assert.Equal(137, await RenderAndSignal("killed", "KILL"));
        Assert.True(Directory.Exists(Path.Combine(Out("killed"), "shards")));
        Assert.Equal(0, (await CommandLine.Run(Arguments("killed"))).ExitCode);
        AssertSameFiles("straight", "killed");
    }

    [Fact]
    public async Task Help_and_version_speak()
    {
        var help = await CommandLine.Run("render", "--help");
        Assert.Equal(0, help.ExitCode);
        foreach (var option in new[] { "--frames", "--start", "--seed", "--size", "--out", "--device", "--format", "--set", "--dry-run", "--quiet" })
            Assert.Contains(option, help.Output, StringComparison.Ordinal);
        var version = await CommandLine.Run("--version");
        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output);
    }

    [Fact]
    public async Task Inspect_prints_the_label_tree()
    {
        var result = await CommandLine.Run("models", "inspect", Path.Combine(CommandLine.Repository, "models3d", "wildlife", "red_deer.glb"));
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("red_deer", result.Output, StringComparison.Ordinal);
        Assert.Contains("keypoint", result.Output, StringComparison.Ordinal);
    }

    private string[] Arguments(string name) =>
        ["render", CommandLine.Scene("Shapes"), "--frames", "120", "--size", "160x120", "--seed", "3", "--workers", "1", "--out", Out(name)];

    private async Task RenderStraight(string name)
    {
        var result = await CommandLine.Run(Arguments(name));
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private Task<int> RenderAndSignal(string name, string signal) =>
        CommandLine.RunAndSignal(signal, Path.Combine(Out(name), "images", "000003.png"), Arguments(name));

    private void AssertSameFiles(string expected, string actual)
    {
        IEnumerable<string> Files(string name) => Directory.EnumerateFiles(Out(name), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Out(name), f)).Order(StringComparer.Ordinal);
        Assert.Equal(Files(expected), Files(actual));
        foreach (var file in Files(expected))
            Assert.True(File.ReadAllBytes(Path.Combine(Out(expected), file)).SequenceEqual(File.ReadAllBytes(Path.Combine(Out(actual), file))), $"{file} differs");
    }
}
