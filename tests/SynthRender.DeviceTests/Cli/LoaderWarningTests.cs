namespace SynthRender.DeviceTests.Cli;

/// <summary>`render` says what of a model's file is not in the pictures.</summary>
public sealed class LoaderWarningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-warnings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("nonroot_only.glb", "scenes[0].nodes[0]")]
    [InlineData("yfov4.glb", "cameras[0].perspective.yfov")]
    public async Task Once_for_a_model_however_many_frames_show_it(string file, string place)
    {
        var path = CommandLine.Fault("loader", file);
        var result = await CommandLine.Run(
            "render", CommandLine.Scene("Turntable"), "--set", "model=" + path, "--frames", "3", "--size", "48x32", "--out", Path.Combine(_folder, "out"));
        Assert.True(result.ExitCode == 0, result.Error);
        var line = Assert.Single(result.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"synthrender: warning: {path}: {place}: ", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("loader", "unaligned_json.glb")]
    [InlineData("silent_loader_warning", "inst_used.glb")]
    public async Task Not_where_everything_is_there(params string[] file)
    {
        var result = await CommandLine.Run(
            "render", CommandLine.Scene("Turntable"), "--set", "model=" + CommandLine.Fault(file), "--frames", "1", "--dry-run");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task A_robot_description_is_named_as_one()
    {
        var path = Path.Combine(_folder, "arm.urdf");
        File.WriteAllText(path, "<?xml version=\"1.0\"?>\n<robot name=\"arm\"/>");
        var result = await CommandLine.Run("render", CommandLine.Scene("Turntable"), "--set", "model=" + path, "--dry-run");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is a robot description in URDF, not glTF", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("camera = scene.AddCamera(64, 48, 45);", "Degrees(45)")]
    [InlineData("scene.AddLight(new SpotLight { OuterConeAngle = 30 });", "Degrees(30)")]
    [InlineData("Randomize(new SunAngleRandomizer { Elevation = Uniform(10, 60) });", "Degrees(60)")]
    [InlineData("scene.AddModel(Shapes.Sphere(1), labeling: new Labeling(\"\"));", "A label has a name")]
    public async Task A_value_that_cannot_be_ends_the_run_before_anything_is_drawn(string line, string words)
    {
        var scene = Path.Combine(_folder, "Bad.cs");
        File.WriteAllText(scene, $$"""
            public sealed class Bad : FixedLengthScenario
            {
                protected override void OnBuild(Scene scene)
                {
                    var camera = scene.AddCamera(64, 48, Degrees(40));
                    {{line}}
                    camera.Label(new InstanceSegmentationLabeler());
                }
            }
            """);
        var output = Path.Combine(_folder, "bad");
        var result = await CommandLine.Run("render", scene, "--frames", "1", "--out", output);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Contains("Bad.cs:", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(output));
    }
}
