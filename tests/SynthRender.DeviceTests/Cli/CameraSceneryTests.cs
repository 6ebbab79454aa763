using System.Numerics;
using System.Text.Json;
using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.DeviceTests.Cli;

public sealed class CameraSceneryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-scenery-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_camera_stands_inside_unlabelled_scenery()
    {
        var result = await CommandLine.Run(
            "render", CommandLine.Fault("camera_inside_scenery", "Scene.cs"), "--size", "32x32", "--out", _folder, "--quiet");
        Assert.True(result.ExitCode == 0, result.Error);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, CocoWriter.AnnotationFile)));
        var eyes = json.RootElement.GetProperty("images").EnumerateArray().Select(image => image.GetProperty("world_from_camera"))
            .Select(m => new Vector3(m[3].GetSingle(), m[7].GetSingle(), m[11].GetSingle())).ToList();
        Assert.Equal(24, eyes.Count);

        // Four pillars of 2×4×2 m, 4 m from the middle.
        foreach (var eye in eyes)
            foreach (var middle in new Vector3[] { new(4, 2, 0), new(-4, 2, 0), new(0, 2, 4), new(0, 2, -4) })
                Assert.True(Vector3.Clamp(eye, middle - new Vector3(1, 2, 1), middle + new Vector3(1, 2, 1)) != eye, $"{eye}");
    }
}
