using System.Text.Json;
using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Masks;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;
using SynthRender.Frames;

namespace SynthRender.Tests.Datasets.Writers;

public sealed class CocoWriterTests
{
    [Fact]
    public void The_file_has_cocos_keys_and_ids_from_one()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0, 1, 2]);
        using var json = Read(folder);
        var root = json.RootElement;

        Assert.Equal(["info", "licenses", "images", "annotations", "categories"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal([1, 2, 3], Ints(root.GetProperty("images"), "id"));
        Assert.Equal(["000000.png", "000001.png", "000002.png"], root.GetProperty("images").EnumerateArray().Select(i => i.GetProperty("file_name").GetString()));
        Assert.Equal([1, 2, 3, 4, 5, 6], Ints(root.GetProperty("annotations"), "id"));
        Assert.All(Ints(root.GetProperty("annotations"), "iscrowd"), crowd => Assert.Equal(0, crowd));
        Assert.Equal(
            [(1, "deer"), (2, "fox"), (3, "wolf")],
            root.GetProperty("categories").EnumerateArray().Select(c => (c.GetProperty("id").GetInt32(), c.GetProperty("name").GetString())));
    }

    [Fact]
    public void Masks_boxes_and_areas_are_those_of_the_frame()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [4]);
        using var json = Read(folder);
        using var frame = CocoDataset.Frame(4).Render();
        var expected = ((InstanceSegmentationLabel)new InstanceSegmentationLabeler().Label(frame)).Instances;

        var annotations = json.RootElement.GetProperty("annotations").EnumerateArray().ToList();
        Assert.Equal(expected.Length, annotations.Count);
        foreach (var (annotation, instance) in annotations.Zip(expected))
        {
            var segmentation = annotation.GetProperty("segmentation");
            Assert.Equal([48, 64], segmentation.GetProperty("size").EnumerateArray().Select(v => v.GetInt32()));
            var mask = RunLengthEncoding.Parse(segmentation.GetProperty("counts").GetString(), 64, 48);
            Assert.Equal(instance.Mask, mask);
            Assert.Equal(mask.Area, annotation.GetProperty("area").GetInt32());
            Assert.Equal(
                [mask.Bounds.X, mask.Bounds.Y, mask.Bounds.Width, mask.Bounds.Height],
                annotation.GetProperty("bbox").EnumerateArray().Select(v => v.GetInt32()));
        }
    }

    [Fact]
    public void Keypoints_are_pixel_indices_and_outside_is_zero()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0]);
        using var json = Read(folder);
        var deer = json.RootElement.GetProperty("annotations").EnumerateArray().Single(a => a.GetProperty("category_id").GetInt32() == 1);

        // Frame 0's deer is at edge coordinates (12, 14): pixel index 11.5, 13.5.
        Assert.Equal([11.5, 13.5, 2, 14.5, 13.5, 1, 0, 0, 0], deer.GetProperty("keypoints").EnumerateArray().Select(v => v.GetDouble()));
        Assert.Equal(2, deer.GetProperty("num_keypoints").GetInt32());
        var category = json.RootElement.GetProperty("categories")[0];
        Assert.Equal(["nose", "eye", "hoof"], category.GetProperty("keypoints").EnumerateArray().Select(k => k.GetString()));
        Assert.Equal("[[1,2],[2,3]]", category.GetProperty("skeleton").GetRawText());
        Assert.Equal(3, category.GetProperty("sigmas").GetArrayLength());
    }

    [Fact]
    public void The_order_of_writing_leaves_no_trace()
    {
        using var ascending = new TemporaryFolder();
        using var shuffled = new TemporaryFolder();
        CocoDataset.Make(ascending.Path, [0, 1, 2, 3, 4]);
        CocoDataset.Make(shuffled.Path, [3, 0, 4, 2, 1]);
        Assert.Equal(ascending.Files(), shuffled.Files());
    }

    [Fact]
    public void A_part_of_a_run_has_the_same_images_and_annotations_but_for_the_running_id()
    {
        using var whole = new TemporaryFolder();
        using var part = new TemporaryFolder();
        CocoDataset.Make(whole.Path, Enumerable.Range(0, 15));
        CocoDataset.Make(part.Path, Enumerable.Range(10, 5));
        Assert.Equal(
            whole.Files().Where(f => f.Key.Contains("/0000", StringComparison.Ordinal) && int.Parse(Path.GetFileNameWithoutExtension(f.Key)) >= 10),
            part.Files().Where(f => f.Key.Contains("/0000", StringComparison.Ordinal)));

        using var wholeJson = Read(whole);
        using var partJson = Read(part);
        Assert.Equal(Of(wholeJson, "images").Where(i => i.Contains("\"frame\":1", StringComparison.Ordinal) && !i.Contains("\"frame\":1,", StringComparison.Ordinal)), Of(partJson, "images"));
        Assert.Equal(Of(wholeJson, "annotations").TakeLast(10).Select(WithoutId), Of(partJson, "annotations").Select(WithoutId));
        Assert.Equal(Of(wholeJson, "categories"), Of(partJson, "categories"));
    }

    [Fact]
    public async Task Frames_may_be_written_at_once()
    {
        using var one = new TemporaryFolder();
        using var many = new TemporaryFolder();
        CocoDataset.Make(one.Path, Enumerable.Range(0, 24));

        var writer = new CocoWriter();
        writer.Begin(CocoDataset.Describe(many.Path, 24));
        var records = await Task.WhenAll(Enumerable.Range(0, 24).Select(i =>
            Task.Run(() => new FrameRecord(i, "camera", CocoDataset.Write(writer, CocoDataset.Frame(i), CocoDataset.AllLabelers)))));
        writer.Complete(records);
        Assert.Equal(one.Files(), many.Files());
    }

    [Fact]
    public void Several_cameras_have_images_and_ids_of_their_own()
    {
        using var folder = new TemporaryFolder();
        var writer = new CocoWriter();
        writer.Begin(CocoDataset.Describe(folder.Path, 2, "right", "left"));
        var records = (from index in new[] { 0, 1 } from camera in new[] { "left", "right" }
                       select new FrameRecord(index, camera, CocoDataset.Write(writer, CocoDataset.Frame(index, camera), new BoundingBox2DLabeler()))).ToList();
        writer.Complete(records);

        using var json = Read(folder);
        var images = json.RootElement.GetProperty("images");
        Assert.Equal([1, 2, 3, 4], Ints(images, "id"));
        Assert.Equal(["000000.left.png", "000000.right.png", "000001.left.png", "000001.right.png"], images.EnumerateArray().Select(i => i.GetProperty("file_name").GetString()));
        Assert.All(images.EnumerateArray(), i => Assert.True(File.Exists(folder.File($"images/{i.GetProperty("file_name").GetString()}"))));
        Assert.Equal(2, File.ReadLines(folder.File(CocoWriter.SampleFile)).Count());
        Assert.Throws<DatasetSettingsException>(() => new CocoWriter().Begin(CocoDataset.Describe(folder.Path, 1, "a", "a")));
        Assert.Throws<DatasetSettingsException>(() => new CocoWriter().Begin(CocoDataset.Describe(folder.Path, 1, "a", "../b")));
    }

    [Fact]
    public void Categories_that_are_not_listed_come_after_the_listed_ones()
    {
        using var folder = new TemporaryFolder();
        var writer = new CocoWriter();
        writer.Begin(CocoDataset.Describe(folder.Path, 1));
        var frame = CocoDataset.Frame(0).Add("zebra", (x, y) => x < 3 && y < 3).Add("ant", (x, y) => x > 60 && y < 3);
        writer.Complete([new FrameRecord(0, "camera", CocoDataset.Write(writer, frame, new InstanceSegmentationLabeler()))]);
        using var json = Read(folder);
        Assert.Equal(["deer", "fox", "wolf", "ant", "zebra"], json.RootElement.GetProperty("categories").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
    }

    [Fact]
    public void One_category_with_two_sets_of_keypoints_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var writer = new CocoWriter();
        writer.Begin(CocoDataset.Describe(folder.Path, 1));
        var frame = new HandMadeFrame(64, 48);
        frame.Add("deer", (x, y) => x < 9 && y < 9, template: HandMadeFrame.Template("tail"), keypoints: new FrameKeypoint(frame.At(3, 3, 2), 0.1f));
        var error = Assert.Throws<InvalidDataException>(() => CocoDataset.Write(writer, frame, new KeypointLabeler()));
        Assert.Contains("'deer'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_objects_are_left_out_when_asked_and_fixed_ids_are_kept()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0], new CocoOptions
        {
            MinimumVisiblePixels = 250, // the fox has 265, the deer 241
            CategoryIds = new IdLabelConfig("wolf", "fox", "deer"),
        });
        using var json = Read(folder);
        var annotation = Assert.Single(json.RootElement.GetProperty("annotations").EnumerateArray());
        Assert.Equal((265, 2), (annotation.GetProperty("area").GetInt32(), annotation.GetProperty("category_id").GetInt32()));
    }

    [Fact]
    public void Sampled_values_are_one_line_per_frame()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0, 1]);
        Assert.Equal(
            """{"frame":1,"values":[{"randomizer":"Sun","target":"","name":"elevation","value":1.5},{"randomizer":"Coat","target":"scene/deer3","name":"material","value":"winter \"grey\""}]}""",
            File.ReadLines(folder.File(CocoWriter.SampleFile)).Last());
    }

    [Fact]
    public void Records_are_needed_in_order_and_whole()
    {
        using var folder = new TemporaryFolder();
        var writer = new CocoWriter();
        writer.Begin(CocoDataset.Describe(folder.Path, 2));
        var a = new FrameRecord(0, "camera", CocoDataset.Write(writer, CocoDataset.Frame(0)));
        var b = new FrameRecord(1, "camera", CocoDataset.Write(writer, CocoDataset.Frame(1)));
        Assert.Throws<DatasetException>(() => writer.Complete([b, a]));
        Assert.Throws<DatasetException>(() => writer.Complete([a, a]));
        Assert.Throws<DatasetException>(() => writer.Complete([a with { Payload = a.Payload[..^9] }]));
        Assert.False(File.Exists(folder.File(CocoWriter.AnnotationFile)));
        Assert.DoesNotContain(folder.Files().Keys, file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private static JsonDocument Read(TemporaryFolder folder) => JsonDocument.Parse(File.ReadAllBytes(folder.File(CocoWriter.AnnotationFile)));

    private static IEnumerable<int> Ints(JsonElement array, string property) => array.EnumerateArray().Select(e => e.GetProperty(property).GetInt32());

    private static IEnumerable<string> Of(JsonDocument json, string key) => json.RootElement.GetProperty(key).EnumerateArray().Select(e => e.GetRawText());

    private static string WithoutId(string annotation) => annotation[annotation.IndexOf(',', StringComparison.Ordinal)..];
}
