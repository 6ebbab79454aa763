using System.Text;
using SynthRender.Datasets.Images;
using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Masks;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.Tests.Datasets.Writers;

public sealed class SidecarTests
{
    [Fact]
    public void Id_class_and_depth_images_hold_the_frames_values()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [3]);
        using var frame = CocoDataset.Frame(3).Render();
        var ids = frame.InstanceIds.ToArray();

        Assert.Equal(ids.Select(id => (ushort)id), Read(folder, "masks/000003.png"));

        // Classes in ordinal order: deer 1, fox 2, ground 3; instances: ground 1, fox 2, deer 3.
        Assert.Equal(ids.Select(id => id == 0 ? (ushort)0 : (ushort)(4 - id)), Read(folder, "semantic/000003.png"));
        Assert.Equal("""[{"id":1,"name":"deer"},{"id":2,"name":"fox"},{"id":3,"name":"ground"}]""", File.ReadAllText(folder.File(CocoWriter.ClassFile)));

        // Ground, fox and deer stand 5, 3 and 2 m away.
        Assert.Equal(ids.Select(id => (ushort)(id == 0 ? 0 : id == 1 ? 5000 : id == 2 ? 3000 : 2000)), Read(folder, "depth/000003.png"));
    }

    [Fact]
    public void Depth_as_npy_is_exact()
    {
        using var folder = new TemporaryFolder();
        var writer = new CocoWriter();
        writer.Begin(CocoDataset.Describe(folder.Path, 1));
        CocoDataset.Write(writer, CocoDataset.Frame(0), new DepthLabeler { Format = DepthFormat.Npy });
        using var frame = CocoDataset.Frame(0).Render();

        // NumPy's format 1.0: the header ends with a line feed at a multiple of 64 bytes.
        var file = File.ReadAllBytes(folder.File("depth/000000.npy"));
        var header = file[8] + 256 * file[9];
        Assert.Equal(0, (10 + header) % 64);
        Assert.Equal("{'descr': '<f4', 'fortran_order': False, 'shape': (48, 64), }", Encoding.ASCII.GetString(file, 10, header).TrimEnd());
        Assert.Equal(frame.Depth.ToArray(), System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(file.AsSpan(10 + header)).ToArray());
    }

    [Fact]
    public void Depth_that_does_not_fit_is_an_error_that_says_where()
    {
        using var folder = new TemporaryFolder();
        var writer = new CocoWriter();
        writer.Begin(CocoDataset.Describe(folder.Path, 1));
        var far = new HandMadeFrame(64, 48).Add("deer", (x, y) => x == 5 && y == 7, depth: 65.54f);
        var error = Assert.Throws<InvalidDataException>(() => CocoDataset.Write(writer, far, new DepthLabeler()));
        Assert.Contains("pixel (5, 7)", error.Message, StringComparison.Ordinal);
        CocoDataset.Write(writer, far, new DepthLabeler { MetresPerUnit = 0.01f });
        Assert.Equal(6554, Read(folder, "depth/000000.png")[7 * 64 + 5]);
    }

    [Fact]
    public void Many_instances_take_three_bytes()
    {
        var frame = new HandMadeFrame(4, 1);
        for (var i = 0; i < 65_537; i++) frame.Add("ant", (x, _) => x == 0 && i == 0);
        frame.Add("ant", (x, _) => x == 3);
        using var rendered = frame.Render();
        using var image = LabelImages.EncodeIds(rendered);
        var file = PngReader.Decode(image.Bytes.Span);
        Assert.Equal(PngColor.Rgb, file.Color);
        Assert.Equal([1u, 0u, 0u, 65_538u], LabelImages.DecodeIds(file));
    }

    [Fact]
    public void Polygons_fill_to_the_mask_when_it_has_no_hole()
    {
        using var folder = new TemporaryFolder();
        CocoDataset.Make(folder.Path, [0], new CocoOptions { Segmentation = CocoSegmentation.Polygons, ImageFormat = ImageFormat.Jpeg });
        Assert.True(File.Exists(folder.File("images/000000.jpg")));
        using var frame = CocoDataset.Frame(0).Render();
        var masks = InstanceMasks.Of(frame);
        foreach (var annotation in CocoFile.ReadFrom(folder.Path).Annotations)
        {
            // The shoelace formula over polygons along pixel edges counts pixels.
            var area = annotation.ReadPolygons()!.Sum(p => Enumerable.Range(0, p.Length / 2).Sum(i =>
                (p[2 * i] * p[(2 * i + 3) % p.Length] - p[(2 * i + 2) % p.Length] * p[2 * i + 1]) / 2));
            Assert.Equal(annotation.Area, area);
            Assert.Equal(masks[annotation.InstanceId!.Value].Area, annotation.Area);
        }
    }

    [Fact]
    public void A_description_that_contradicts_itself_is_the_callers_mistake()
    {
        using var folder = new TemporaryFolder();
        var description = CocoDataset.Describe(folder.Path, 1);
        description = description with { Categories = description.Categories.Add(new DatasetCategory("deer", Template: HandMadeFrame.Template("tail"))) };
        Assert.Throws<DatasetSettingsException>(() => new CocoWriter().Begin(description));
        Assert.Throws<DatasetSettingsException>(() => new CocoWriter().Begin(description with { Cameras = [] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CocoWriter(new CocoOptions { MinimumVisiblePixels = 0 }));
        Assert.Throws<InvalidOperationException>(() => CocoDataset.Write(new CocoWriter(), CocoDataset.Frame(0)));
    }

    private static ushort[] Read(TemporaryFolder folder, string path) => PngReader.Decode(File.ReadAllBytes(folder.File(path))).Samples;
}
