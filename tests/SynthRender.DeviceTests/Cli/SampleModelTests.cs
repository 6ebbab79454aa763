using System.Text.Json;
using SynthRender.Assets;

namespace SynthRender.DeviceTests.Cli;

/// <summary>Every glTF file of the package assimp-testmodels goes through `synthrender render`: drawn, or refused with one message.</summary>
public sealed class SampleModelTests : IDisposable
{
    private const string Folder = "/usr/share/assimp/models/glTF2";
    private readonly string _out = Directory.CreateTempSubdirectory("synthrender-models-").FullName;

    public static TheoryData<string> Files =>
    [
        .. Directory.Exists(Folder)
            ? Directory.EnumerateFiles(Folder, "*.gl*", SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f) is ".gltf" or ".glb")
                .Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal)
            : throw new DirectoryNotFoundException($"{Folder} is missing; install it with: apt-get install assimp-testmodels"),
    ];

    public void Dispose() => Directory.Delete(_out, recursive: true);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Is_drawn_or_refused_with_one_message(string file)
    {
        var path = Path.Combine(Folder, file);
        var output = Path.Combine(_out, "set");
        var result = await CommandLine.Run(
            "render", CommandLine.Scene("Turntable"), "--set", "model=" + path, "--set", "floor=false",
            "--frames", "6", "--size", "160x120", "--workers", "1", "--out", output, "--validate", "--quiet");

        ModelAsset model;
        try
        {
            model = GltfLoader.Load(path);
        }
        catch (AssetException refused)
        {
            Assert.Equal(2, result.ExitCode);
            Assert.Equal($"synthrender: {refused.Message}{Environment.NewLine}", result.Error);
            Assert.False(Directory.Exists(output), "a refused model leaves no dataset behind");
            return;
        }

        Assert.True(result.ExitCode == 0, result.Error);
        using var coco = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "annotations", "coco.json")));
        var annotations = coco.RootElement.GetProperty("annotations");
        // A flat model that shows its back to the camera is not seen, so not every one of the six frames need show it.
        if (model.Bounds.IsEmpty) Assert.Equal(0, annotations.GetArrayLength());
        else Assert.InRange(annotations.GetArrayLength(), 1, 6);
        Assert.All(annotations.EnumerateArray(), a => Assert.InRange(a.GetProperty("area").GetInt32(), 1, 160 * 120));
    }
}
