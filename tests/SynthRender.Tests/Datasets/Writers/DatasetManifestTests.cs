using System.Collections.Immutable;
using SynthRender.Datasets.Writers;

namespace SynthRender.Tests.Datasets.Writers;

public sealed class DatasetManifestTests
{
    [Fact]
    public void It_is_whole_only_when_every_image_is_there()
    {
        using var folder = new TemporaryFolder();
        var description = CocoDataset.Describe(folder.File("new/dataset"), 3, "a", "b");
        DatasetManifest.Open(description, "coco");
        Assert.False(DatasetManifest.ReadFrom(description.OutputFolder).IsComplete);

        var again = DatasetManifest.Open(description with { Device = "another" }, "coco");
        again.Complete(5);
        Assert.False(DatasetManifest.ReadFrom(description.OutputFolder).IsComplete);
        again.Complete(6);
        Assert.True(DatasetManifest.ReadFrom(description.OutputFolder).IsComplete);
        Assert.Equal(6, DatasetManifest.Open(description, "coco").ImagesWritten);
        Assert.True(DatasetManifest.Open(description, "coco").IsComplete);
    }

    [Fact]
    public void Other_settings_are_named()
    {
        using var folder = new TemporaryFolder();
        var description = CocoDataset.Describe(folder.Path, 3) with { Options = ImmutableSortedDictionary<string, string>.Empty.Add("count", "5") };
        DatasetManifest.Open(description, "coco");
        var error = Assert.Throws<DatasetSettingsException>(() => DatasetManifest.Open(description with { Seed = ulong.MaxValue }, "coco"));
        Assert.Contains("seed is 7 there and 18446744073709551615 here", error.Message, StringComparison.Ordinal);
        Assert.Throws<DatasetSettingsException>(() => DatasetManifest.Open(description, "coco", "yolo"));
        Assert.Throws<DatasetSettingsException>(() => DatasetManifest.Open(description with { Options = description.Options.SetItem("count", "6") }, "coco"));
        DatasetManifest.Open(description, "coco");
    }

    [Fact]
    public void A_folder_of_something_else_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("images"));
        Assert.Throws<DatasetSettingsException>(() => DatasetManifest.Open(CocoDataset.Describe(folder.Path, 3), "coco"));
        Assert.Throws<DatasetSettingsException>(() => DatasetManifest.ReadFrom(folder.Path));
        Assert.Empty(folder.Files());
    }
}
