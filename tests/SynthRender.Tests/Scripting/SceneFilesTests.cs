using System.Runtime.CompilerServices;
using SynthRender.Assets;
using SynthRender.Scenarios;
using SynthRender.Scripting;

namespace SynthRender.Tests.Scripting;

/// <summary>The scene files of the repository.</summary>
public sealed class SceneFilesTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static TheoryData<string> Names => [.. Directory.GetFiles(Path.Combine(Root, "scenes"), "*.cs").Select(f => Path.GetFileName(f)!).Order()];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static SceneFile Load(string name) => SceneFile.Load(Path.Combine(Root, "scenes", name));

    private static ScenarioSettings Settings(int? shapes = null) => new()
    {
        Assets = new AssetLibrary([Path.Combine(Root, "models3d")]),
        Seed = 7,
        Options = shapes is null ? new Dictionary<string, string>() : new() { ["shapes"] = $"{shapes}" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_one_compiles_without_a_warning(string name) => Assert.Empty(Load(name).Warnings);

    [Fact]
    public void Shapes_needs_no_files_and_fills_its_frames()
    {
        var run = Load("Shapes.cs").Start(Settings());
        var categories = run.Categories().Select(c => c.Labeling.Category).ToList();
        Assert.Equal(["box", "cone", "cylinder", "sphere", "torus"], categories);
        for (var frame = 0; frame < 20; frame++)
        {
            var snapshot = Assert.Single(run.Sample(frame));
            Assert.InRange(snapshot.Instances.Length, 3, 6);
            Assert.All(snapshot.Instances, i => Assert.Contains(i.Labeling.Category, categories));
            // The camera looks at the middle of all: most of them are in the image.
            var inside = snapshot.Instances.Count(i => snapshot.Camera.Project(i.WorldFromObject.Translation) is { X: > 0 and < 640, Y: > 0 and < 480, Z: > 0 });
            Assert.True(2 * inside > snapshot.Instances.Length, $"frame {frame}: {inside} of {snapshot.Instances.Length} are in the image");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void No_frame_of_shapes_fails(int shapes)
    {
        var run = Load("Shapes.cs").Start(Settings(shapes));
        for (var frame = 0; frame < 200; frame++) Assert.NotEmpty(Assert.Single(run.Sample(frame)).Instances);
    }

    [Fact]
    public void Shapes_takes_the_number_of_shapes_as_an_option()
    {
        var run = Load("Shapes.cs").Start(Settings(shapes: 1));
        Assert.Equal(("shapes", "1"), run.Options.Select(o => (o.Name, o.Value)).Single());
        Assert.Single(Assert.Single(run.Sample(0)).Instances);
        Assert.Throws<SceneOptionException>(() => Load("Shapes.cs").Start(Settings(shapes: 13)));
    }
}
