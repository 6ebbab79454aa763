using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.DeviceTests.Cli;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>
/// Smoothed pictures beside the truth, 64 samples a pixel averaged in linear light, and beside what 4 samples a pixel give (the rotated
/// grid of 4× multisampling, but each shaded, which multisampling does not do). Compared at the pixels in which surfaces end, as shown
/// (sRGB, 0 to 255).
/// </summary>
public sealed class AntialiasingTests(ValidatedDevice device, ITestOutputHelper output) : RenderingTest(device)
{
    private const int Grid = 8;
    private static readonly (int X, int Y)[] RotatedGrid = [(3, 1), (6, 3), (1, 4), (4, 6)];
    private readonly ValidatedDevice _device = device;

    // The view with 8×8 samples would be drawn in other levels.
    protected override FrameRendererOptions Options => new() { LevelsOfDetail = false };

    public enum Subject
    {
        Boxes,
        Balls,
        Rods,
        Deer,
        Quadcopter,
        CutOut,
    }

    /// <param name="subject">What is drawn.</param>
    /// <param name="most">The most that the mean error may be of that of 4 samples.</param>
    [Theory]
    [InlineData(Subject.Boxes, 0.75)]
    [InlineData(Subject.Balls, 0.6)]
    [InlineData(Subject.Rods, 0.9)]
    [InlineData(Subject.Deer, 1.05)]
    [InlineData(Subject.Quadcopter, 1.05)]
    [InlineData(Subject.CutOut, 1.1)] // multisampling does not smooth the holes of a texture at all
    public void Edges_AreAsNearTheTruthAs4Samples(Subject subject, double most)
    {
        Lens = subject is Subject.Deer or Subject.Quadcopter ? new Lens(320, 240, 0.6f) : new Lens(160, 120, 0.6f);
        (Eye, Target) = (new Vector3(0, 1, 3.2f), new Vector3(0, 0.45f, 0));
        Build(subject);
        using var frame = Render();
        using var plain = Plain();
        var (samples, depths) = Samples();
        var (ours, none, four, worst, pixels) = (0.0, 0.0, 0.0, 0.0, 0);
        for (var y = 0; y < frame.Height; y++)
        {
            for (var x = 0; x < frame.Width; x++)
            {
                var (mean, spread) = Mean(samples, x, y, All());
                if (spread < 0.02 || (subject != Subject.Boxes && !IsEdge(depths, x, y))) continue;
                var truth = Shown(mean);
                var error = Difference(At(frame, x, y), truth);
                ours += error;
                none += Difference(At(plain, x, y), truth);
                four += Difference(Shown(Mean(samples, x, y, RotatedGrid).Mean), truth);
                worst = Math.Max(worst, error);
                pixels++;
            }
        }

        output.WriteLine($"{subject}: {pixels} pixels, mean error {ours / pixels:0.00}, without smoothing {none / pixels:0.00}, of 4 samples {four / pixels:0.00}; worst {worst:0}");
        Assert.True(pixels > 100);
        Assert.True(ours <= most * four, $"{subject}: mean error {ours / pixels:0.00}, 4 samples {four / pixels:0.00}, none {none / pixels:0.00}");
    }

    private void Build(Subject subject)
    {
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.25f)) with { Background = new Vector3(0.02f) };
        AddSun(new Vector3(-0.5f, -1, -0.7f), 2.5f);
        switch (subject)
        {
            case Subject.Boxes:
                for (var i = 0; i < 4; i++)
                    Place(SynthRender.Assets.Shapes.Box(new Vector3(0.4f, 0.9f, 0.4f)), new Vector3(-0.9f + 0.6f * i, 0.45f, 0), 0.2f + 0.5f * i, 0.13f * i);
                break;
            case Subject.Balls:
                for (var i = 0; i < 3; i++) Place(SynthRender.Assets.Shapes.Sphere(0.35f, 96), new Vector3(-0.7f + 0.6f * i, 0.4f + 0.1f * i, 0.2f * i), 0, 0);
                Place(SynthRender.Assets.Shapes.Torus(0.4f, 0.06f, 96), new Vector3(0, 0.9f, 0), 0.3f, 1.1f);
                break;
            case Subject.Rods:
                for (var i = 0; i < 9; i++)
                    Place(SynthRender.Assets.Shapes.Cylinder(0.012f + 0.002f * i, 1.4f), new Vector3(-0.9f + 0.22f * i, 0.5f, 0), 0, -0.6f + 0.15f * i);
                break;
            case Subject.Deer:
                Load("wildlife/red_deer.glb");
                break;
            case Subject.Quadcopter:
                Load("robots/quadcopter.glb");
                break;
            default:
                var holes = Texture(8, 8, (x, y) => (x + y) % 2 == 0 ? new Color4(255, 255, 255) : new Color4(0, 0, 0, 0));
                var material = Diffuse(0.8f) with { AlphaMode = AlphaMode.Mask, DoubleSided = true, BaseColorTexture = new TextureSlot(holes) { Linear = false, Mipmaps = false } };
                Add(Quad(material), new Transform(new Vector3(0, 0.5f, 0), Quaternion.CreateFromYawPitchRoll(0.4f, 0.2f, 0.3f), new Vector3(0.8f)));
                break;
        }
    }

    private void Place(ModelAsset asset, Vector3 at, float yaw, float roll) =>
        Add(asset, new Transform(at, Quaternion.CreateFromYawPitchRoll(yaw, 0, roll), Vector3.One)).Materials = [Diffuse(0.8f)];

    /// <summary>A model of the collection, a metre high or wide, in one colour: the edges of its textures are not what is measured.</summary>
    private void Load(string file)
    {
        var asset = GltfLoader.Load(Path.Combine(CommandLine.Repository, "models3d", file));
        var scale = 1.3f / MathF.Max(asset.Bounds.Size.X, MathF.Max(asset.Bounds.Size.Y, asset.Bounds.Size.Z));
        var node = Add(asset, new Transform(new Vector3(0, -asset.Bounds.Min.Y * scale, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.7f), new Vector3(scale)));
        node.Materials = [.. node.Materials.Select(_ => Diffuse(0.8f))];
    }

    private RenderedFrame Plain()
    {
        using var renderer = new FrameRenderer(_device.Device, Options with { Smoothing = false });
        return renderer.Render(Snapshot());
    }

    /// <summary>Linear light of the same view, 8×8 samples a pixel.</summary>
    private (Vector3[] Light, float[] Depth) Samples()
    {
        var lens = Lens;
        Lens = lens with { Width = Grid * lens.Width, Height = Grid * lens.Height };
        using var renderer = new FrameRenderer(_device.Device, Options with { Smoothing = false, ExactCoverage = false });
        using var frame = renderer.Render(Snapshot());
        Lens = lens;
        var samples = new Vector3[frame.Width * frame.Height];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = new Vector3(Linear(frame.Color[4 * i]), Linear(frame.Color[4 * i + 1]), Linear(frame.Color[4 * i + 2]));
        return (samples, frame.Depth.ToArray());
    }

    /// <summary>Whether surfaces end in the pixel. What differs without that is shading, which multisampling does not smooth either.</summary>
    private bool IsEdge(float[] depths, int x, int y)
    {
        var (low, high) = (float.PositiveInfinity, 0f);
        foreach (var (dx, dy) in All())
        {
            var depth = depths[(Grid * y + dy) * Grid * Lens.Width + Grid * x + dx];
            (low, high) = (MathF.Min(low, depth), MathF.Max(high, depth));
        }

        return high > 1.01f * low;
    }

    private (Vector3 Mean, float Spread) Mean(Vector3[] samples, int x, int y, IReadOnlyCollection<(int X, int Y)> places)
    {
        var (sum, low, high) = (Vector3.Zero, new Vector3(1), Vector3.Zero);
        foreach (var (dx, dy) in places)
        {
            var sample = samples[(Grid * y + dy) * Grid * Lens.Width + Grid * x + dx];
            sum += sample;
            (low, high) = (Vector3.Min(low, sample), Vector3.Max(high, sample));
        }

        return (sum / places.Count, (high - low).Length());
    }

    private static (int X, int Y)[] All() => [.. Enumerable.Range(0, Grid * Grid).Select(i => (i % Grid, i / Grid))];

    private static float Linear(byte value)
    {
        var c = value / 255f;
        return c <= 0.04045f ? c / 12.92f : MathF.Pow((c + 0.055f) / 1.055f, 2.4f);
    }

    private static Vector3 Shown(Vector3 linear) => new((float)Srgb(linear.X), (float)Srgb(linear.Y), (float)Srgb(linear.Z));

    private static double Difference(Vector3 a, Vector3 b)
    {
        var d = Vector3.Abs(a - b);
        return (d.X + d.Y + d.Z) / 3;
    }
}
