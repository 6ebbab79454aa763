using System.Text.Json;

namespace SynthRender.DeviceTests.Cli;

/// <summary>The scenes that people start from: each makes a dataset that passes the check and shows what it promises.</summary>
public sealed class FamilySceneTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-scenes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Laparoscopy", "liver")]
    [InlineData("BinPicking", "hex_nut")]
    [InlineData("MuseumArtefacts", "amphora")]
    [InlineData("CameraTrap", "red_fox")]
    public async Task A_family_scene_makes_a_dataset_that_passes_the_check(string scene, string category)
    {
        var rendered = await CommandLine.Run("render", CommandLine.Scene(scene), "--frames", "4", "--size", "160x120", "--seed", "3", "--out", _folder, "--quiet");
        Assert.True(rendered.ExitCode == 0, rendered.Error);
        var check = await CommandLine.Run("check", _folder);
        Assert.True(check.ExitCode == 0, check.Error);

        using var coco = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "annotations", "coco.json")));
        var id = coco.RootElement.GetProperty("categories").EnumerateArray().Single(c => c.GetProperty("name").GetString() == category).GetProperty("id").GetInt32();
        var seen = coco.RootElement.GetProperty("annotations").EnumerateArray().Where(a => a.GetProperty("category_id").GetInt32() == id).ToArray();
        // In four frames of each scene its commonest subject shows at least once, and at least one of its keypoints with it.
        Assert.NotEmpty(seen);
        Assert.Contains(seen, a => a.GetProperty("num_keypoints").GetInt32() > 0);
    }
}
