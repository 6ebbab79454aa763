using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.DeviceTests.Cli;

/// <summary>Objects are told apart by what they are, not by how they are called.</summary>
public sealed class IdentityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-identity-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_neighbour_with_a_slash_in_its_name_hides_a_keypoint_as_any_other()
    {
        var result = await CommandLine.Run(
            "render", CommandLine.Fault("Spec.cs"), "--models", CommandLine.Fault("keypoint_slash_name"),
            "--set", $"spec={CommandLine.Fault("keypoint_slash_name", "spec.json")}", "--out", _folder, "--quiet");
        Assert.True(result.ExitCode == 0, result.Error);
        var coco = CocoFile.ReadFrom(_folder);
        var car = coco.Categories.Single(c => c.Name == "car").Id;

        // Frame 0 names the wall before the car "wall", frame 1 "car/wall".
        Assert.Equal([1.0, 1.0], coco.Annotations.Where(a => a.CategoryId == car).OrderBy(a => a.ImageId).Select(a => a.Keypoints![2]));
    }
}
