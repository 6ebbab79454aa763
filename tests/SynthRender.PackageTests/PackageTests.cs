namespace SynthRender.PackageTests;

/// <summary>The packages of artifacts/packages, which the Pack target makes, in folders outside of the repository.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Scene = """
        public sealed class Cube : FixedLengthScenario
        {
            protected override void OnBuild(Scene scene)
            {
                var camera = scene.AddCamera(width: 64, height: 48, verticalFov: Degrees(45)).Label(new InstanceSegmentationLabeler());
                camera.Local = Transform.At(new(0, 0, 4));
                scene.AddModel(Shapes.Box(new(1, 1, 1)), labeling: new("cube"));
            }
        }
        """;

    private const string Program = """
        using System.Numerics;
        using SynthRender.Assets;
        using SynthRender.Datasets.Images;
        using SynthRender.Farm.Pipeline;
        using SynthRender.Frames;
        using SynthRender.Graph;
        using SynthRender.Labels;
        using SynthRender.Rendering;
        using SynthRender.Rendering.Devices;
        using SynthRender.Scenarios;

        var scene = new Scene();
        var camera = scene.AddCamera(64, 48, MathF.PI / 4);
        camera.LookAt(new Vector3(0, 0, 4), Vector3.Zero);
        scene.AddModel(Shapes.Box(Vector3.One), Transform.Identity, new Labeling("cube"));

        using var device = RenderDevices.Open(new RenderDeviceOptions());
        using var renderer = new FrameRenderer(device);
        using var frame = renderer.Render(SnapshotBuilder.Capture(scene, camera, 0, []));
        var covered = 0;
        foreach (var id in frame.InstanceIds) if (id == 1) covered++;
        Console.WriteLine($"{frame.Width}x{frame.Height} {covered} {frame.InstanceIds[24 * 64 + 32]} {frame.InstanceIds[0]}");
        Console.WriteLine($"{typeof(Scenario).Name} {typeof(PngEncoder).Name} {typeof(FramePipeline).Name}");
        """;

    private static readonly string Feed = Path.Combine(Dotnet.Repository, "artifacts", "packages");

    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-packages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Two ids that differ in case alone are one to NuGet.</summary>
    [Fact]
    public void TheIdsOfPackagesDiffer()
    {
        var ids = Directory.GetFiles(Feed, "*.nupkg").Select(file => Path.GetFileName(file).Replace(".0.1.0.nupkg", string.Empty, StringComparison.Ordinal)).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("SynthRender", ids);
        Assert.Contains("SynthRender.Tool", ids);
        Assert.DoesNotContain("SynthRender.Cli", ids);
    }

    [Fact]
    public async Task TheToolIsInstalledFromTheFolderAndRendersAScene()
    {
        WriteConfiguration();
        var tools = Path.Combine(_folder, "tools");
        await Dotnet.Run(_folder, "tool", "install", "SynthRender.Tool", "--tool-path", tools, "--source", Feed);
        var command = Path.Combine(tools, "synthrender");
        Assert.StartsWith("0.1.0", await Dotnet.RunProgram(command, _folder, "--version"), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(_folder, "Cube.cs"), Scene);
        await Dotnet.RunProgram(command, _folder, "render", "Cube.cs", "--frames", "1", "--out", "out");
        await Dotnet.RunProgram(command, _folder, "check", "out");
        Assert.True(File.Exists(Path.Combine(_folder, "out", "images", "000000.png")));
    }

    [Fact]
    public async Task ANewConsoleProjectWithThePackageDrawsAFrame()
    {
        WriteConfiguration();
        await Dotnet.Run(_folder, "new", "console", "--output", "App", "--no-restore");
        await Dotnet.Run(_folder, "add", "App", "package", "SynthRender");
        await File.WriteAllTextAsync(Path.Combine(_folder, "App", "Program.cs"), Program);
        var lines = (await Dotnet.Run(_folder, "run", "--project", "App")).Split('\n', StringSplitOptions.TrimEntries);

        // The front face of the cube, 1 m wide at 3.5 m, is 48 / (2 · 3.5 · tan 22.5°) = 16.55 pixels wide.
        var words = lines[0].Split(' ');
        Assert.Equal("64x48", words[0]);
        Assert.InRange(int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture), 16 * 16, 17 * 17);
        Assert.Equal(["1", "0"], words[2..]);
        Assert.Equal("Scenario PngEncoder FramePipeline", lines[1]);
    }

    /// <summary>
    /// The folder stands beside the sources that the user has. Packages go to a folder of their own: one of an earlier build, of the same
    /// version, must not be taken for this one's. What else is needed has been restored for the repository.
    /// </summary>
    private void WriteConfiguration()
    {
        var restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var fallback = Directory.Exists(restored) && !Directory.Exists(Path.Combine(restored, "synthrender"))
            ? $"<fallbackPackageFolders><add key=\"restored\" value=\"{restored}\" /></fallbackPackageFolders>"
            : string.Empty;
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder, "packages")}" /></config>
              <packageSources><add key="SynthRender" value="{Feed}" /></packageSources>
              {fallback}
            </configuration>
            """);
    }
}
