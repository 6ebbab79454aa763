using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.Tests.Datasets.Writers;

public sealed class CocoMergeTests
{
    [Fact]
    public void Ids_are_unique_and_refer_to_the_same_things()
    {
        using var a = new TemporaryFolder();
        using var b = new TemporaryFolder();
        using var joined = new TemporaryFolder();
        CocoDataset.Make(a.Path, [0, 1]);
        CocoDataset.Make(b.Path, [5, 6, 7]);
        Directory.CreateDirectory(joined.File("annotations"));

        CocoMerge.Merge(
            [new CocoMergeInput(a.File(CocoWriter.AnnotationFile), "a/"), new CocoMergeInput(b.File(CocoWriter.AnnotationFile), "b/")],
            joined.File(CocoWriter.AnnotationFile));

        var merged = CocoFile.ReadFrom(joined.Path);
        Assert.Equal([1L, 2, 3, 4, 5], merged.Images.Select(i => i.Id));
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), merged.Annotations.Select(x => x.Id));
        Assert.Equal(["a/000000.png", "a/000001.png", "b/000005.png", "b/000006.png", "b/000007.png"], merged.Images.Select(i => i.FileName));

        var second = CocoFile.ReadFrom(b.Path);
        string[] Things(CocoFile file, string image) =>
        [
            .. file.Annotations.Where(x => file.Images.Single(i => i.Id == x.ImageId).FileName == image)
                .Select(x => $"{file.Categories.Single(c => c.Id == x.CategoryId).Name} {x.Area} {x.ReadMask()!.ToText()}"),
        ];
        Assert.Equal(Things(second, "000006.png"), Things(merged, "b/000006.png"));
    }

    [Fact]
    public void Clashes_are_errors()
    {
        using var a = new TemporaryFolder();
        CocoDataset.Make(a.Path, [0]);
        var input = new CocoMergeInput(a.File(CocoWriter.AnnotationFile));
        var output = a.File("joined.json");
        Assert.Contains("000000.png", Assert.Throws<DatasetException>(() => CocoMerge.Merge([input, input], output)).Message, StringComparison.Ordinal);

        var other = a.File("other.json");
        File.WriteAllText(other, File.ReadAllText(input.AnnotationFile).Replace("\"nose\"", "\"snout\"", StringComparison.Ordinal));
        Assert.Contains("'deer'", Assert.Throws<DatasetException>(() => CocoMerge.Merge([input, new CocoMergeInput(other, "b/")], output)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(output));
    }
}
