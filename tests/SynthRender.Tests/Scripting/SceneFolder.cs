using SynthRender.Assets;
using SynthRender.Scenarios;
using SynthRender.Scripting;

namespace SynthRender.Tests.Scripting;

/// <summary>A folder of scene files that is gone after the test.</summary>
internal sealed class SceneFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("synthrender-").FullName;

    public ScenarioSettings Settings => new() { Assets = new AssetLibrary([Path]), Seed = 1 };

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string text, string name = "Test.cs")
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public SceneFile Load(string text, string name = "Test.cs") => SceneFile.Load(Write(text, name));

    /// <summary>A scene file whose OnBuild, which starts on line 3, adds a camera on line 5 and then does <paramref name="build"/> on line 6.</summary>
    public static string Scene(string build = "", string name = "Test") => $$"""
        public sealed class {{name}} : FixedLengthScenario
        {
            protected override void OnBuild(Scene scene)
            {
                scene.AddCamera(64, 48, Degrees(45));
                {{build}}
            }
        }
        """;
}
