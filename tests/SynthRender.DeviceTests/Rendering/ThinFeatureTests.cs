using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.DeviceTests.Cli;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>What is one pixel wide: the picture shows it where the ids do, and no colour lies beyond those that were drawn there.</summary>
public sealed class ThinFeatureTests(ValidatedDevice device, ITestOutputHelper output) : RenderingTest(device)
{
    private readonly ValidatedDevice _device = device;

    public enum Pattern
    {
        Dots,
        Row,
        Column,
        Ring,
        Diagonal,
        Slant,
        Noise,
        Staircase,
    }

    [Theory]
    [InlineData("pts.glb", 194)]
    [InlineData("lines.glb", 116)]
    public void Points_and_lines_are_in_the_picture(string file, int pixels)
    {
        (Lens, Eye) = (new Lens(128, 128, 0.6981317f), new Vector3(0, 0, 3));
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.25f));
        AddSun(new Vector3(-1, -2, -3), MathF.PI);
        Add(GltfLoader.Load(CommandLine.Fault("points_and_lines", file)));
        using var frame = Render();
        Assert.InRange(frame.InstanceIds.ToArray().Count(id => id != 0), pixels - 8, pixels + 8);
        Check(frame, file);
    }

    /// <param name="pattern">Texels of alpha, one a pixel.</param>
    /// <param name="isKept">Whether no pixel of it may change at all.</param>
    [Theory]
    [InlineData(Pattern.Dots, true)]
    [InlineData(Pattern.Row, true)]
    [InlineData(Pattern.Column, true)]
    [InlineData(Pattern.Ring, true)]
    [InlineData(Pattern.Diagonal, true)]
    [InlineData(Pattern.Slant, true)]
    [InlineData(Pattern.Noise, false)]
    [InlineData(Pattern.Staircase, false)]
    public void Cut_outs_of_single_pixels_are_in_the_picture(Pattern pattern, bool isKept)
    {
        // The quad of side 2 at distance 2 fills 64×64 pixels, and reaches beyond the image on all sides: no outline is near.
        Lens = new Lens(48, 48, 2 * MathF.Atan(0.375f));
        var dice = new Dice(3);
        var image = Texture(64, 64, (x, y) => new Color4(200, 60, (byte)(7 * (x + y) % 256), (byte)(Has(pattern, x - 8, y - 8, dice) ? 255 : 0)));
        var material = Material.Default with { Unlit = true, AlphaMode = AlphaMode.Mask, BaseColorTexture = new TextureSlot(image) { Linear = false } };
        Add(Quad(material));
        // Behind it, of another colour at every pixel.
        var behind = Texture(64, 64, (x, y) => new Color4((byte)(x * 3), 220, (byte)(255 - y * 2)));
        Add(Quad(Material.Default with { Unlit = true, BaseColorTexture = new TextureSlot(behind) { Linear = false } }), new Transform(new Vector3(0, 0, -2), Quaternion.Identity, new Vector3(2)));
        using var frame = Render();
        var changed = Check(frame, pattern.ToString());
        if (isKept) Assert.Equal(0, changed);
        else Assert.NotEqual(0, changed);
    }

    [Fact]
    public void Lines_before_a_body_with_outlines_are_in_the_picture()
    {
        (Lens, Eye) = (new Lens(96, 96, 0.7f), new Vector3(0, 0, 3));
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.3f, 0.6f, 0.9f));
        Add(SynthRender.Assets.Shapes.Box(new Vector3(0.8f)), new Transform(Vector3.Zero, Quaternion.CreateFromYawPitchRoll(0.5f, 0.3f, 0.2f), Vector3.One)).Materials = [Diffuse(0.9f)];
        Vector3[] ends = [.. Enumerable.Range(0, 24).Select(i => new Vector3(-0.9f + 0.15f * (i / 2), i % 2 == 0 ? -0.8f : 0.8f - 0.02f * i, 0.8f))];
        var primitive = new PrimitiveAsset
        {
            Topology = PrimitiveTopologyKind.Lines,
            Material = 0,
            Positions = ends,
            Normals = ends.Select(_ => Vector3.UnitZ).ToArray(),
            Indices = Enumerable.Range(0, ends.Length).Select(i => (uint)i).ToArray(),
            Bounds = ends.Aggregate(BoundingBox.Empty, (box, p) => box.Include(p)),
        };
        Add(Oracle.Shapes.Model("lines", primitive, Material.Default with { Unlit = true, BaseColorFactor = new Vector4(1, 0.1f, 0.1f, 1) }));
        using var frame = Render();
        Check(frame, "lines");
    }

    /// <summary>
    /// Every pixel keeps at least half of what was drawn there and lies between what was drawn around it.
    /// </summary>
    /// <returns>How many pixels were smoothed.</returns>
    private int Check(RenderedFrame frame, string what)
    {
        using var renderer = new FrameRenderer(_device.Device, Options with { Smoothing = false });
        using var plain = renderer.Render(frame.Snapshot);
        var changed = 0;
        for (var y = 0; y < frame.Height; y++)
        {
            for (var x = 0; x < frame.Width; x++)
            {
                var (shown, own) = (At(frame, x, y), At(plain, x, y));
                if (shown == own) continue;
                changed++;
                var (low, high) = (own, own);
                foreach (var (nx, ny) in (ReadOnlySpan<(int, int)>)[(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)])
                {
                    if (nx < 0 || ny < 0 || nx >= frame.Width || ny >= frame.Height) continue;
                    (low, high) = (Vector3.Min(low, At(plain, nx, ny)), Vector3.Max(high, At(plain, nx, ny)));
                }

                for (var c = 0; c < 3; c++)
                {
                    // 8 bits are rounded twice.
                    Assert.True(shown[c] >= low[c] - 1 && shown[c] <= high[c] + 1, $"{what} ({x}, {y}): {shown} beyond {low} to {high}");
                    // Half of the light is the pixel's own.
                    var (light, drawn) = (Linear(shown[c]), Linear(own[c]));
                    var (least, most) = (0.5 * (drawn + Linear(low[c])), 0.5 * (drawn + Linear(high[c])));
                    Assert.True(light >= least - 0.006 && light <= most + 0.006, $"{what} ({x}, {y}): {shown} keeps too little of {own} between {low} and {high}");
                }
            }
        }

        output.WriteLine($"{what}: {changed} pixels smoothed");
        return changed;
    }

    private static bool Has(Pattern pattern, int x, int y, Dice dice) => pattern switch
    {
        Pattern.Dots => x % 3 == 0 && y % 4 == 1,
        Pattern.Row => y == 20 && x is > 5 and < 40,
        Pattern.Column => x == 20 && y is > 5 and < 40,
        Pattern.Ring => (x is 10 or 30 && y is >= 10 and <= 30) || (y is 10 or 30 && x is >= 10 and <= 30),
        Pattern.Diagonal => x == y,
        Pattern.Slant => y == 10 + x / 5,
        Pattern.Noise => dice.Between(0, 1) < 0.3f,
        _ => y > 10 + x / 5,
    };
}
