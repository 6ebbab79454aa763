using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Scenarios;
using SynthRender.Scripting;

namespace SynthRender.Tests.Scripting;

public sealed class SceneFileTests : IDisposable
{
    private readonly SceneFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_short_file_compiles_and_samples()
    {
        var text = SceneFolder.Scene("scene.AddModel(Shapes.Sphere(1), Transform.At(new(0, 0, -5)), new Labeling(\"ball\")); Frames = 7;");
        var file = _folder.Load(text);
        Assert.Equal("Test", file.Name);
        Assert.Equal(Path.Combine(_folder.Path, "Test.cs"), file.Path);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), file.Hash);
        Assert.Empty(file.Warnings);

        var run = file.Start(_folder.Settings);
        Assert.Equal(7, run.FrameCount);
        Assert.Equal("ball", Assert.Single(Assert.Single(run.Sample(0)).Instances).Labeling.Category);
    }

    [Fact]
    public void Every_compile_error_has_its_place()
    {
        var path = _folder.Write(SceneFolder.Scene("scene.AddSun();").Replace("Degrees(45)", "Degrees(\"45\")", StringComparison.Ordinal));
        var error = Assert.Throws<SceneFileException>(() => SceneFile.Load(path));
        var lines = error.Message.Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{path}:5:41: error CS1503: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{path}:6:15: error CS1061: ", lines[1], StringComparison.Ordinal);
        Assert.Contains("AddSun", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_syntax_error_has_its_place()
    {
        var path = _folder.Write(SceneFolder.Scene("var x = ;"));
        var error = Assert.Throws<SceneFileException>(() => SceneFile.Load(path));
        Assert.StartsWith($"{path}:6:17: error CS1525: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_name_the_file_as_the_caller_did()
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, _folder.Write("class Nothing {"));
        Assert.StartsWith($"{relative}:1:", Assert.Throws<SceneFileException>(() => SceneFile.Load(relative)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_are_reported_with_their_place()
    {
        var file = _folder.Load(SceneFolder.Scene("int unused = 3;"));
        var warning = Assert.Single(file.Warnings);
        Assert.StartsWith($"{file.Path}:6:13: warning CS0219: ", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_OnBuild_has_its_line()
    {
        var file = _folder.Load(SceneFolder.Scene("throw new ArgumentException(\"no such thing\");"));
        var error = Assert.Throws<SceneFileException>(() => file.Start(_folder.Settings));
        Assert.StartsWith($"{file.Path}:6:9: no such thing", error.Message, StringComparison.Ordinal);
        Assert.IsType<ArgumentException>(error.InnerException);
    }

    [Fact]
    public void An_error_in_the_engine_has_the_line_of_the_scene_that_led_there()
    {
        var file = _folder.Load(SceneFolder.Scene("scene.AddModel(Shapes.Sphere(-1));"));
        var error = Assert.Throws<SceneFileException>(() => file.Start(_folder.Settings));
        Assert.StartsWith($"{file.Path}:6:9: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("-1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_the_constructor_has_its_line()
    {
        var file = _folder.Load(SceneFolder.Scene().Replace("{\n    protected", "{\n    public Test() => Models(\"*.glb\");\n    protected", StringComparison.Ordinal));
        var error = Assert.Throws<SceneFileException>(() => file.Start(_folder.Settings));
        Assert.StartsWith($"{file.Path}:3:22: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("OnBuild", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_models_and_options_speak_for_themselves()
    {
        var models = _folder.Load(SceneFolder.Scene("Models(\"none/*.glb\");"));
        Assert.Throws<AssetException>(() => models.Start(_folder.Settings));
        var options = _folder.Load(SceneFolder.Scene("Option(\"speed\", 3);"));
        var settings = _folder.Settings with { Options = new Dictionary<string, string> { ["speed"] = "fast" } };
        Assert.Throws<SceneOptionException>(() => options.Start(settings));
    }

    [Fact]
    public void A_scene_without_a_camera_is_refused()
    {
        var file = _folder.Load(SceneFolder.Scene().Replace("scene.AddCamera(64, 48, Degrees(45));", "", StringComparison.Ordinal));
        Assert.Contains("camera", Assert.Throws<SceneFileException>(() => file.Start(_folder.Settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public sealed class Plain { }", "found none")]
    [InlineData("sealed class Hidden : FixedLengthScenario { protected override void OnBuild(Scene scene) { } }", "found none")]
    [InlineData("public abstract class Half : FixedLengthScenario { }", "found none")]
    [InlineData(
        "public class A : FixedLengthScenario { protected override void OnBuild(Scene scene) { } } public class B : A { }", "found A, B")]
    [InlineData(
        "public class Fussy(int x) : FixedLengthScenario { protected override void OnBuild(Scene scene) { Frames = x; } }", "constructor without parameters")]
    public void A_file_has_exactly_one_scenario(string text, string complaint)
    {
        var path = _folder.Write(text);
        var error = Assert.Throws<SceneFileException>(() => SceneFile.Load(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_reported_by_its_name()
    {
        var path = Path.Combine(_folder.Path, "Missing.cs");
        Assert.Contains($"'{path}'", Assert.Throws<SceneFileException>(() => SceneFile.Load(path)).Message, StringComparison.Ordinal);
        Assert.Contains($"'{_folder.Path}'", Assert.Throws<SceneFileException>(() => SceneFile.Load(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_can_be_loaded_again_after_a_change()
    {
        var before = _folder.Load(SceneFolder.Scene("Frames = 3;"));
        var after = _folder.Load(SceneFolder.Scene("Frames = 4;"));
        Assert.NotEqual(before.Hash, after.Hash);
        Assert.Equal((3, 4), (before.Start(_folder.Settings).FrameCount, after.Start(_folder.Settings).FrameCount));
    }

    [Fact]
    public void Runs_of_a_file_are_apart_and_equal()
    {
        var file = _folder.Load(SceneFolder.Scene(
            "scene.AddModel(Shapes.Sphere(1), labeling: new Labeling(\"ball\")); Randomize(new TransformRandomizer { Translation = new(Uniform(-1, 1), 0, 0) });"));
        var (one, other) = (file.Start(_folder.Settings), file.Start(_folder.Settings));
        Assert.NotSame(one.Scenario, other.Scenario);
        _ = one.Sample(3);
        Assert.Equal<SampledValue>(one.Sample(4)[0].SampledValues, other.Sample(4)[0].SampledValues);
    }

    [Fact]
    public void A_file_that_nobody_holds_any_more_is_unloaded()
    {
        var context = LoadAndForget();
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // its locals must be gone when it returns
    private WeakReference LoadAndForget()
    {
        var run = _folder.Load(SceneFolder.Scene()).Start(_folder.Settings);
        var context = AssemblyLoadContext.GetLoadContext(run.Scenario.GetType().Assembly)!;
        Assert.True(context.IsCollectible);
        return new WeakReference(context);
    }
}
