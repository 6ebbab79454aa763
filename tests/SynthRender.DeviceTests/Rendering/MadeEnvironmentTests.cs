using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Environments;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Studios, theatres and forests: their light against closed forms, and that all that shows them shows the same.</summary>
public sealed class MadeEnvironmentTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly StudioEnvironment Dark = new()
    {
        Boxes = [], BackdropRadiance = Vector3.Zero, CeilingRadiance = Vector3.Zero, FloorRadiance = Vector3.Zero,
    };

    public static TheoryData<string> Kinds => ["sky", "studio", "theatre", "forest"];

    /// <summary>
    /// The formula of SoftBox, times what nine harmonics make of the cosine over the box; the narrow ones are finer than the map's texels. 6%:
    /// irradiance is summed over 32×32 texels of the map.
    /// </summary>
    [Theory]
    [InlineData(70, 70, 0)]
    [InlineData(70, 70, 1)]
    [InlineData(90, 50, 0.2)]
    [InlineData(100, 100, 0)]
    [InlineData(20, 20, 0.5)]
    [InlineData(0.6f, 60, 0)]
    [InlineData(2, 2, 0)]
    public void BoxOfKnownSize_LightsASurfaceByTheFormula(float width, float height, float softness)
    {
        var (a, b) = (Math.Tan(Units.Degrees(width) / 2), Math.Tan(Units.Degrees(height) / 2));
        var (u, v) = (Math.Sqrt(1 + a * a), Math.Sqrt(1 + b * b));
        var formula = 2 * (a / u * Math.Atan(b / u) + b / v * Math.Atan(a / v));
        Near(formula, OverBox(a, b, cosine => cosine), 1e-4 * formula, "the formula against its integral");
        var harmonics = OverBox(a, b, cosine => 0.25 + 0.5 * cosine + 5.0 / 32 * (3 * cosine * cosine - 1)) / formula;
        Assert.InRange(harmonics, 0.9, 17.0 / 16);

        var box = new SoftBox
        {
            Azimuth = 0.4f, Elevation = 0.3f, Roll = 0.5f, Width = Units.Degrees(width), Height = Units.Degrees(height),
            Radiance = (float)(0.5 * Math.PI / formula), Color = new Vector3(1, 0.7f, 0.4f), Softness = softness,
        };
        Scene.Surroundings = Dark with { Boxes = [box] };
        LookAtQuad(Towards(box.Azimuth, box.Elevation));
        using var frame = Render();
        for (var i = 0; i < 3; i++) NearLight(0.5 * harmonics * box.Color[i], Middle(frame)[i], 0.06);
    }

    [Fact]
    public void LaterBox_CoversTheOneBeforeIt()
    {
        var box = new SoftBox { Azimuth = 0, Elevation = 0, Radiance = 0.3f };
        Scene.Surroundings = Dark with { Boxes = [box with { Width = 1.5f, Radiance = 0.9f }, box] };
        (Eye, Target) = (Vector3.Zero, Vector3.UnitZ);
        using var frame = Render();
        Near(Srgb(0.3), Middle(frame).X, 1, "the small box");
        Near(Srgb(0.9), At(frame, 2, 24).X, 1, "the wide box");
    }

    /// <summary>SurgicalLamp.Radiance: the LEDs fill 15% to a third of the head.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(24)]
    public void LampsLeds_FillTheShareThatIsDocumented(int petals)
    {
        var lamp = new SurgicalLamp { Azimuth = 1, Elevation = 0.5f, AngularRadius = 0.2f, Radiance = 0.8f, Petals = petals };
        Scene.Surroundings = new TheatreEnvironment
        {
            Lamps = [lamp], WallRadiance = Vector3.Zero, CeilingRadiance = Vector3.Zero, FloorRadiance = Vector3.Zero, PanelRadiance = 0,
        };
        (Eye, Target) = (Vector3.Zero, Towards(lamp.Azimuth, lamp.Elevation));
        Lens = new Lens(200, 200, 2 * lamp.AngularRadius);
        using var frame = Render();
        var lit = 0;
        for (var y = 0; y < 200; y++)
            for (var x = 0; x < 200; x++)
                if (At(frame, x, y).Y > 120 && Vector2.Distance(new Vector2(x + 0.5f, y + 0.5f), new Vector2(100)) < 100) lit++;
        Assert.InRange(lit / (MathF.PI * 100 * 100), 0.145f, 0.335f);
    }

    /// <summary>Background and mirror are different shaders; their means over blocks of the view agree.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Mirror_ShowsWhatTheBackgroundShows(string kind)
    {
        // Nothing in view is brighter than white, where the picture would cut it off.
        Scene.Surroundings = Kind(kind, 1) with { Intensity = 0.24f, Rotation = 0.7f };
        var towards = Vector3.Normalize(new Vector3(0.3f, 0.5f, -1));
        (Eye, Target) = (Vector3.Zero, towards);
        Lens = new Lens(48, 48, 0.9f);
        using var seen = Render();
        Add(Quad(Material.Default with { BaseColorFactor = Vector4.One, MetallicFactor = 1, RoughnessFactor = 0 }),
            new Transform(-0.5f * towards, Facing(-towards), Vector3.One));
        Target = -towards;
        using var mirrored = Render();
        Assert.All(mirrored.InstanceIds.ToArray(), id => Assert.Equal(1u, id));
        for (var y = 0; y < 48; y += 12)
            for (var x = 0; x < 48; x += 12)
                for (var c = 0; c < 3; c++)
                {
                    var (expected, actual) = (Mean(seen, x, y, 12, c), Mean(mirrored, 36 - x, y, 12, c));
                    // Texels of the map are a pixel wide here and straddle the blocks' edges.
                    Assert.True(Math.Abs(expected - actual) < 0.012 + 0.12 * expected, $"{kind}, block {x}, {y}, channel {c}: {expected:0.000} seen, {actual:0.000} mirrored");
                }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Seed_MakesAnother_AndTheSameSeedTheSame(string kind)
    {
        Add(Oracle.Shapes.Model("sphere", Oracle.Shapes.Sphere(48, 32), Material.Default with { MetallicFactor = 1, RoughnessFactor = 0.1f }),
            new Transform(default, Quaternion.Identity, new Vector3(0.4f)));
        byte[] Drawn(int seed)
        {
            Scene.Surroundings = Kind(kind, seed);
            using var frame = Render();
            return frame.Color.ToArray();
        }

        var pictures = new[] { 0, 1, 2, -5, int.MaxValue }.Select(Drawn).ToArray();
        for (var i = 0; i < pictures.Length; i++)
            for (var k = 0; k < i; k++)
            {
                var different = pictures[i].Zip(pictures[k], (a, b) => Math.Abs(a - b) > 4 ? 1 : 0).Sum();
                Assert.True(different > 200, $"{kind}: pictures {k} and {i} differ in {different} values only");
            }

        Assert.Equal(pictures[1], Drawn(1));
        Assert.Equal(pictures[3], Drawn(-5));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rotation_TurnsAllOfIt(string kind)
    {
        // Seen by a camera that turns along, nothing changes.
        (Eye, Target) = (Vector3.Zero, new Vector3(0, 0.4f, 1));
        Scene.Surroundings = Kind(kind, 3);
        using var straight = Render();
        const float turn = 1.1f;
        Target = Vector3.Transform(Target, Quaternion.CreateFromAxisAngle(Vector3.UnitY, turn));
        Scene.Surroundings = Kind(kind, 3) with { Rotation = turn };
        using var turned = Render();
        var differences = 0;
        for (var i = 0; i < straight.Color.Length; i++)
            if (Math.Abs(straight.Color[i] - turned.Color[i]) > 2) differences++;
        // The two are a rounding apart, which moves sharp edges by less than a pixel.
        Assert.True(differences < straight.Color.Length / 100, $"{kind}: {differences} values differ");
    }

    [Fact]
    public void DenserCanopy_HidesMoreOfTheSky()
    {
        (Eye, Target) = (Vector3.Zero, new Vector3(0.01f, 1, 0));
        Lens = new Lens(96, 96, 1.2f);
        double Open(float density)
        {
            var open = 0;
            const int forests = 6;
            for (var seed = 0; seed < forests; seed++)
            {
                // Leaves are red here, the sky is not.
                Scene.Surroundings = new ForestEnvironment { CanopyDensity = density, SunStrength = 0, Tint = new Vector3(1, 0, 0), Seed = seed };
                using var frame = Render();
                for (var i = 2; i < frame.Color.Length; i += 4) open += frame.Color[i] > 128 ? 1 : 0;
            }

            return open / (96.0 * 96 * forests);
        }

        // The noise that leaves are cut from has a spread of its own in each forest: six forests' mean is good to a tenth or so.
        Near(1, Open(0), 0.05, "bare");
        Near(0.5, Open(0.5f), 0.2, "half");
        Near(0, Open(1), 0.05, "closed");
        Assert.True(Open(0.3f) > Open(0.5f) && Open(0.5f) > Open(0.7f));
    }

    private static LightingEnvironment Kind(string kind, int seed) => kind switch
    {
        "sky" => new SkyEnvironment { CloudCover = 0.5f, CloudSeed = seed },
        "studio" => new StudioEnvironment { Seed = seed, Mottling = 0.8f },
        "theatre" => new TheatreEnvironment { Seed = seed, Lamps = [new SurgicalLamp { Azimuth = 3, Elevation = 0.5f, Radiance = 4 }] },
        "forest" => new ForestEnvironment { Seed = seed },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Vector3 Towards(float azimuth, float elevation) => new(
        MathF.Cos(elevation) * MathF.Sin(azimuth), MathF.Sin(elevation), MathF.Cos(elevation) * MathF.Cos(azimuth));

    /// <summary>∫ weight(cosine) over a centred box of half extents a, b in the plane at distance 1, by solid angle.</summary>
    private static double OverBox(double a, double b, Func<double, double> weight)
    {
        const int steps = 400;
        var sum = 0.0;
        for (var i = 0; i < steps; i++)
            for (var k = 0; k < steps; k++)
            {
                var (x, y) = (a * (2 * i + 1 - steps) / steps, b * (2 * k + 1 - steps) / steps);
                var cosine = 1 / Math.Sqrt(1 + x * x + y * y);
                sum += weight(cosine) * cosine * cosine * cosine;
            }

        return sum * 4 * a * b / (steps * steps);
    }

    private static double Mean(RenderedFrame frame, int left, int top, int size, int channel)
    {
        var sum = 0.0;
        for (var y = top; y < top + size; y++)
            for (var x = left; x < left + size; x++) sum += Linear(At(frame, x, y)[channel]);
        return sum / (size * size);
    }

    private void LookAtQuad(Vector3 normal)
    {
        Add(Quad(Diffuse(1)), new Transform(default, Facing(-normal), Vector3.One));
        (Eye, Target) = (normal * 2, Vector3.Zero);
        Lens = new Lens(9, 9, 0.05f);
    }

    private static void NearLight(double expected, double pixel, double relative) => Assert.True(
        pixel >= Srgb(expected * (1 - relative)) - 0.6 && pixel <= Srgb(expected * (1 + relative)) + 0.6,
        $"expected {Srgb(expected):0.0} (light {expected:0.000} ± {relative:P0}), got {pixel} (light {Linear(pixel):0.000})");
}
