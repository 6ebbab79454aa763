using System.Text.Json.Nodes;
using SynthRender.Datasets.Verification;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;
using SynthRender.Tests.Datasets.Writers;

namespace SynthRender.Tests.Datasets.Verification;

/// <summary>A sound dataset has no findings; each way to break it has its own.</summary>
public sealed class CocoVerifierTests
{
    public static TheoryData<string, Action<JsonObject>> Damages => new()
    {
        { "area is 1,", root => root["annotations"]![0]!["area"] = 1 },
        { "bbox is [1,", root => root["annotations"]![0]!["bbox"]![0] = 1 },
        { "the id is not above 0", root => root["annotations"]![0]!["id"] = 0 },
        { "the id is not above 0 and unique", root => root["annotations"]![1]!["id"] = 1 },
        { "image_id 99", root => root["annotations"]![0]!["image_id"] = 99 },
        { "category_id 99", root => root["annotations"]![0]!["category_id"] = 99 },
        { "iscrowd is 1", root => root["annotations"]![0]!["iscrowd"] = 1 },
        { "shares pixel", root => { root["annotations"]![1]!["segmentation"] = root["annotations"]![0]!["segmentation"]!.DeepClone(); } },
        { "not the pixels of instance", root => root["annotations"]![0]!["instance_id"] = 3 },
        { "lies outside the image", root => root["annotations"]![1]!["keypoints"]![0] = 63.6 },
        { "but at 5, 0", root => root["annotations"]![1]!["keypoints"]![6] = 5 },
        { "num_keypoints is 3; 2", root => root["annotations"]![1]!["num_keypoints"] = 3 },
        { "lies outside the image", root => root["annotations"]![1]!["keypoints"]![0] = -0.1 },
        { "num_keypoints is missing", root => root["annotations"]![0]!.AsObject().Remove("num_keypoints") },
        { "keypoints is missing; the category has 3", root => root["annotations"]![1]!.AsObject().Remove("keypoints") },
        { "num_keypoints is 1, but there are no keypoints", root => root["annotations"]![0]!["num_keypoints"] = 1 },
        { "has flag 4", root => root["annotations"]![1]!["keypoints"]![2] = 4 },
        { "take 9", root => root["annotations"]![1]!["keypoints"]!.AsArray().RemoveAt(8) },
        { "holds 7 pixels", root => root["annotations"]![0]!["segmentation"]!["counts"] = "52" },
        { "skeleton [1, 9]", root => root["categories"]![0]!["skeleton"]![0]![1] = 9 },
        { "id 1 is not above 0 and unique", root => root["categories"]![1]!["id"] = 1 },
        { "the image says 65×48", root => root["images"]![0]!["width"] = 65 },
        { "the file is missing", root => root["images"]![0]!["file_name"] = "nowhere.png" },
    };

    public static TheoryData<string, Action<JsonNode>> OutlineDamages => new()
    {
        { "area is 999, the polygons hold 265 pixels", fox => fox["area"] = 999 },
        { "not the pixels of instance 2", fox => fox["area"] = 264 },
        { "the polygons' is [", fox => fox["bbox"]![2] = 20 },
        { "x and y of 3 corners", fox => fox["segmentation"]![0]!.AsArray().RemoveAt(0) },
        { "lies outside the image", fox => fox["segmentation"]![0]![0] = 65 },
        { "has no polygon", fox => fox["segmentation"] = new JsonArray() },
        { "not the pixels of instance 3", fox => fox["instance_id"] = 3 },
    };

    [Theory]
    [MemberData(nameof(OutlineDamages))]
    public void Damage_of_polygons_is_found(string finding, Action<JsonNode> damage)
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0], new CocoOptions { Segmentation = CocoSegmentation.Polygons });
        Assert.Empty(CocoVerifier.Verify(folder.Path));
        var path = folder.File(CocoWriter.AnnotationFile);
        var root = (JsonObject)JsonNode.Parse(File.ReadAllBytes(path))!;
        damage(root["annotations"]![0]!);
        File.WriteAllText(path, root.ToJsonString());
        Assert.Contains(CocoVerifier.Verify(folder.Path), f => f.ToString().Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void A_written_dataset_is_sound()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0, 1, 2]);
        Assert.Empty(CocoVerifier.Verify(folder.Path));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damage_is_found(string finding, Action<JsonObject> damage)
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0]);
        var path = folder.File(CocoWriter.AnnotationFile);
        var root = (JsonObject)JsonNode.Parse(File.ReadAllBytes(path))!;
        damage(root);
        File.WriteAllText(path, root.ToJsonString());
        Assert.Contains(CocoVerifier.Verify(folder.Path), f => f.ToString().Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_id_image_is_found()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0]);
        var path = folder.File("masks/000000.png");
        var bytes = File.ReadAllBytes(path);
        bytes[60] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("wrong checksum", Assert.Single(CocoVerifier.Verify(folder.Path)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_end_at_the_number_asked_for()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0, 1, 2]);
        Directory.Delete(folder.File("images"), recursive: true);
        Assert.Equal(2, CocoVerifier.Verify(folder.Path, most: 2).Count);
    }

    [Fact]
    public void A_folder_without_a_dataset_is_the_callers_mistake()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<DatasetSettingsException>(() => CocoVerifier.Verify(folder.Path));
        Directory.CreateDirectory(folder.File("annotations"));
        File.WriteAllText(folder.File(CocoWriter.AnnotationFile), "{\"images\":[\n7]}");
        Assert.Contains("line 2", Assert.Throws<DatasetException>(() => CocoVerifier.Verify(folder.Path)).Message, StringComparison.Ordinal);
    }
}
