using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Environments;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>That tiny bright lights leave no single bright pixels on shiny and bumpy surfaces, and none that come and go.</summary>
public sealed class FireflyTests(ValidatedDevice device) : RenderingTest(device)
{
    private const int Width = 200, Height = 84;

    [Theory]
    [InlineData("sun")]
    [InlineData("image")]
    [InlineData("studio")]
    [InlineData("forest")]
    public void RoughAndBumpyBalls_HaveNoSinglePixelsOfLight(string around)
    {
        Surround(around);
        AddBalls();
        var shifts = new[] { Vector2.Zero, new Vector2(0.25f, 0), new Vector2(0.5f, 0.5f), new Vector2(0.75f, 0.25f) };
        var pictures = shifts.Select(Luminance).ToArray();
        Assert.True(pictures[0].Max() > 0.5, $"{around}: nothing is bright");
        foreach (var (picture, index) in pictures.Select((p, i) => (p, i)))
            for (var y = 1; y < Height - 1; y++)
                for (var x = 1; x < Width - 1; x++)
                {
                    var here = picture[y * Width + x];
                    var next = Neighbours(picture, x, y).Max();
                    // A lamp's image that is smaller than a pixel is spread over one by about a Gaussian of half a pixel, which falls to a
                    // seventh at the next. On the steps of 8 bits in the dark nothing is said.
                    Assert.True(here < 0.1 || here < 6 * next, $"{around}, shift {index}: pixel {x}, {y} has {here:0.000}, the brightest beside it {next:0.000}");
                }

        // Under a camera that moves by parts of a pixel, the light on a patch of a few pixels stays.
        for (var i = 1; i < pictures.Length; i++)
            for (var y = 0; y + 12 <= Height; y += 12)
                for (var x = 0; x + 12 <= Width; x += 12)
                {
                    var (before, after) = (Patch(pictures[0], x, y), Patch(pictures[i], x, y));
                    Assert.True(
                        Math.Abs(after - before) < 0.02 + 0.2 * before,
                        $"{around}, shift {i}: patch at {x}, {y} goes from {before:0.000} to {after:0.000}");
                }
    }

    private void Surround(string around)
    {
        switch (around)
        {
            case "sun":
                var sky = new SkyEnvironment { SunElevation = Units.Degrees(40), SunAzimuth = 0.6f, Background = Vector3.Zero };
                Scene.Surroundings = sky;
                Scene.AddLight(sky.Sun with { AngularDiameter = Units.Degrees(0.53f) }, sky.SunPlace);
                break;
            case "image":
                // A lamp of about a degree, as bright as the sun would be in an image taken outside.
                var pixels = new Vector3[512 * 256];
                for (var i = 0; i < pixels.Length; i++) pixels[i] = (i % 512, i / 512) is (>= 400 and < 402, >= 80 and < 82) ? new Vector3(10000) : new Vector3(0.05f);
                Scene.Surroundings = new ImageEnvironment(new EnvironmentImage("lamp", 512, 256, pixels)) { Background = Vector3.Zero };
                break;
            case "studio":
                Scene.Surroundings = new StudioEnvironment
                {
                    Boxes = [new SoftBox { Azimuth = 0.5f, Elevation = 0.6f, Width = 0.01f, Height = 0.01f, Radiance = 10000, Softness = 0 }],
                    Background = Vector3.Zero,
                };
                break;
            default:
                Scene.Surroundings = new ForestEnvironment { SunStrength = 4, CanopyDensity = 0.9f, SunAzimuth = 0.5f, Background = Vector3.Zero };
                break;
        }
    }

    private void AddBalls()
    {
        var ball = SynthRender.Assets.Shapes.Sphere(0.45f, 48);
        // Bumps of all directions, up to 20 degrees steep, hashed from the texel's place.
        var bumps = new TextureSlot(Texture(64, 64, (x, y) =>
        {
            var hash = (uint)(x + 64 * y) * 2654435761u;
            hash = (hash ^ hash >> 15) * 2246822519u;
            return new Color4((byte)(84 + (hash >> 8) % 88), (byte)(84 + (hash >> 20) % 88), 245);
        }));
        for (var i = 0; i < 5; i++)
            for (var row = 0; row < 2; row++)
            {
                var node = Add(ball, Transform.At(new Vector3(i - 2, row == 0 ? 0.5f : -0.5f, 0)));
                var material = Material.Default with
                {
                    BaseColorFactor = new Vector4(0.8f, 0.8f, 0.8f, 1), MetallicFactor = i % 2, RoughnessFactor = i / 4f,
                };
                node.Materials = [row == 0 ? material : material with { NormalTexture = bumps }];
            }
    }

    private double[] Luminance(Vector2 shift)
    {
        const float fov = 0.3f, distance = 7.2f;
        var perPixel = 2 * MathF.Tan(fov / 2) * distance / Height;
        var place = new Vector3(shift * perPixel, 0);
        (Eye, Target) = (new Vector3(0, 0, distance) + place, place);
        Lens = new Lens(Width, Height, fov) { Exposure = 0.35f };
        using var frame = Render();
        var light = new double[Width * Height];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var c = At(frame, x, y);
                light[y * Width + x] = 0.2126 * Linear(c.X) + 0.7152 * Linear(c.Y) + 0.0722 * Linear(c.Z);
            }

        return light;
    }

    private static IEnumerable<double> Neighbours(double[] picture, int x, int y)
    {
        for (var dy = -1; dy <= 1; dy++)
            for (var dx = -1; dx <= 1; dx++)
                if (dx != 0 || dy != 0) yield return picture[(y + dy) * Width + x + dx];
    }

    private static double Patch(double[] picture, int left, int top)
    {
        var sum = 0.0;
        for (var y = top; y < top + 12; y++)
            for (var x = left; x < left + 12; x++) sum += picture[y * Width + x];
        return sum / 144;
    }
}
