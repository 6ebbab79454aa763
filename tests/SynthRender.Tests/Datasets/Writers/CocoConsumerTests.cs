using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Masks;
using SynthRender.Datasets.Verification;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;
using SynthRender.Frames;
using SynthRender.Labels;

namespace SynthRender.Tests.Datasets.Writers;

/// <summary>What programs that read COCO files take for granted.</summary>
public sealed class CocoConsumerTests
{
    [Fact]
    public void Every_annotation_says_how_many_keypoints_it_has()
    {
        // pycocotools' keypoint evaluation reads num_keypoints of every annotation, whatever its category.
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0, 1]);
        var annotations = CocoFile.ReadFrom(folder.Path).Annotations;
        Assert.Equal([0, 2, 0, 2], annotations.Select(a => a.NumKeypoints));
        Assert.Equal([false, true, false, true], annotations.Select(a => a.Keypoints is not null));
    }

    [Fact]
    public void Every_annotation_of_a_category_with_keypoints_has_its_list()
    {
        // As COCO's own people whom nobody labelled: pycocotools reads "keypoints" of all annotations of the category.
        var annotation = Assert.Single(Write(new HandMadeFrame(64, 48).Add("deer", (x, y) => x < 9 && y < 9)).Annotations);
        Assert.Equal(new double[9], annotation.Keypoints);
        Assert.Equal(0, annotation.NumKeypoints);
    }

    [Theory]
    [InlineData(0.2f, 20.25f, 0, 19.75)]
    [InlineData(20.25f, 0f, 19.75, 0)]
    [InlineData(0.49f, 0.01f, 0, 0)]
    [InlineData(0.75f, 47.25f, 0.25, 46.75)]
    [InlineData(63.9f, 0.5f, 63, 0)]
    [InlineData(30.5f, 47.9f, 30, 47)]
    public void Keypoints_in_the_outer_half_of_outer_pixels_are_not_below_zero_flipped_or_not(float edgeX, float edgeY, double x, double y)
    {
        var frame = new HandMadeFrame(64, 48);
        frame.Add("deer", (_, _) => true, template: CocoDataset.DeerTemplate, keypoints: [.. Enumerable.Repeat(new FrameKeypoint(frame.At(edgeX, edgeY, 2), 0.1f), 3)]);
        var keypoints = Assert.Single(Write(frame).Annotations).Keypoints!;
        Assert.Equal(x, keypoints[0], 1e-3);
        Assert.Equal(y, keypoints[1], 1e-3);
        Assert.Equal(2, keypoints[2]);
        Assert.InRange(keypoints[0], 0, 63);
        Assert.InRange(keypoints[1], 0, 47);
    }

    [Fact]
    public void Polygons_hold_each_part_and_no_hole_and_pass_the_check()
    {
        // A ring, with an island in its hole, and a part of its own that touches it at a corner.
        static bool Inside(int x, int y) => x is >= 10 and < 30 && y is >= 10 and < 30 && !(x is >= 14 and < 26 && y is >= 14 and < 26)
            || (x is 20 && y is 20) || (x is 30 && y is 30);
        using var folder = new TemporaryFolder();
        var frame = new HandMadeFrame(64, 48).Add("fox", Inside).Add("wolf", (x, y) => x is >= 16 and < 19 && y is >= 16 and < 19);
        var fox = Write(frame, folder, new CocoOptions { Segmentation = CocoSegmentation.Polygons }).Annotations[0];

        double[][] expected = [[10, 10, 30, 10, 30, 30, 10, 30], [20, 20, 21, 20, 21, 21, 20, 21], [30, 30, 31, 30, 31, 31, 30, 31]];
        Assert.Equal(expected, fox.ReadPolygons());
        Assert.Equal(400 - 144 + 2, fox.Area);
        Assert.Equal([10, 10, 21, 21], fox.Bbox);
        Assert.Empty(CocoVerifier.Verify(folder.Path));

        // What fills polygons by pixel centres gets the mask back, but for the hole.
        Assert.Equal(400 + 1, MaskOutline.Fill(fox.ReadPolygons()!, 64, 48).Area);
    }

    [Fact]
    public void Keypoints_of_one_category_are_merged_by_name_when_asked()
    {
        var frame = new HandMadeFrame(64, 48);
        FrameKeypoint At(float x) => new(frame.At(x, 20.5f, 2), 0.1f);
        var one = new KeypointTemplate(["nose", "left_ear", "right_ear"], [(0, 1), (0, 2)], [(1, 2)]);
        var other = new KeypointTemplate(["right_ear", "left_ear", "tail"], [(1, 2)], [(0, 1)]);
        frame.Add("yak", (x, _) => x < 30, template: one, keypoints: [At(1.5f), At(2.5f), At(3.5f)]);
        frame.Add("yak", (x, _) => x >= 30, template: other, keypoints: [At(41.5f), At(42.5f), At(43.5f)]);
        frame.Add("yak", (x, y) => x == 63 && y == 40);
        Assert.Contains("'yak'", Assert.Throws<InvalidDataException>(() => Write(frame)).Message, StringComparison.Ordinal);

        using var folder = new TemporaryFolder();
        var coco = Write(frame, folder, new CocoOptions { MergeKeypoints = true });
        var category = coco.Categories.Single(c => c.Name == "yak");
        Assert.Equal(["nose", "left_ear", "right_ear", "tail"], category.Keypoints);
        Assert.Equal([[1, 2], [1, 3], [2, 4]], category.Skeleton);
        Assert.Equal([1, 20, 2, 2, 20, 2, 3, 20, 2, 0, 0, 0], coco.Annotations[0].Keypoints);
        Assert.Equal([0, 0, 0, 42, 20, 2, 41, 20, 2, 43, 20, 2], coco.Annotations[1].Keypoints);
        Assert.Equal(new double[12], coco.Annotations[2].Keypoints);
        Assert.Equal([3, 3, 0], coco.Annotations.Select(a => a.NumKeypoints));
        Assert.Empty(CocoVerifier.Verify(folder.Path));
    }

    [Fact]
    public void Keypoints_that_pair_a_name_with_two_others_cannot_be_merged()
    {
        var one = new KeypointTemplate(["a", "b"], [], [(0, 1)]);
        var error = Assert.Throws<ArgumentException>(() => one.MergedWith(new KeypointTemplate(["c", "a"], [], [(0, 1)])));
        Assert.Contains("'a' is paired with 'b' in one and with 'c' in the other", error.Message, StringComparison.Ordinal);
        Assert.Equal(one, one.MergedWith(new KeypointTemplate(["a", "b"], [], [(1, 0)])));
    }

    [Fact]
    public void Where_keypoints_are_not_labelled_no_category_has_any_and_none_disagree()
    {
        var frame = new HandMadeFrame(64, 48);
        frame.Add("yak", (x, _) => x < 30, template: HandMadeFrame.Template("a"), keypoints: default(FrameKeypoint));
        frame.Add("yak", (x, _) => x >= 30, template: HandMadeFrame.Template("b"), keypoints: default(FrameKeypoint));
        var coco = Write(frame, labelers: new InstanceSegmentationLabeler());
        Assert.Null(coco.Categories.Single(c => c.Name == "yak").Keypoints);
        Assert.All(coco.Annotations, a => Assert.Null(a.Keypoints));
    }

    private static CocoFile Write(HandMadeFrame frame, TemporaryFolder? folder = null, CocoOptions? options = null, params CameraLabeler[] labelers)
    {
        using var own = folder is null ? new TemporaryFolder() : null;
        var path = (folder ?? own)!.Path;
        var writer = new CocoWriter(options);
        writer.Begin(CocoDataset.Describe(path, 1));
        writer.Complete([new FrameRecord(0, "camera", CocoDataset.Write(
            writer, frame, labelers.Length > 0 ? labelers : [new InstanceSegmentationLabeler { IdImage = true }, new KeypointLabeler()]))]);
        return CocoFile.ReadFrom(path);
    }
}
