using System.Numerics;
using SynthRender.Cameras;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Environments;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>The sky against the paper that it is from, and daylight against that of lighting practice.</summary>
public sealed class SkyLightTests(ValidatedDevice device) : RenderingTest(device)
{
    // The sun above the air gives 128 klx.
    private const double PerKilolux = SkyEnvironment.SolarIrradiance / 128;

    /// <summary>Y in kcd/m², x and y worked out outside of this code base from the paper's formulas; degrees.</summary>
    [Theory]
    [InlineData(2.5, 50, 90, 0, 6.5696, 0.2458, 0.2502)]
    [InlineData(2.5, 50, 50, 90, 6.2262, 0.2429, 0.2494)]
    [InlineData(2.5, 50, 20, 180, 6.6897, 0.2476, 0.2625)]
    [InlineData(3, 30, 60, 45, 7.6020, 0.2561, 0.2625)]
    [InlineData(6, 10, 30, 20, 9.0629, 0.3406, 0.3491)]
    [InlineData(8, 70, 10, 120, 13.7455, 0.3189, 0.3459)]
    [InlineData(1.7, 5, 80, 0, 2.5978, 0.2712, 0.2868)]
    [InlineData(4, 85, 45, 60, 14.3360, 0.2547, 0.2669)]
    public void ClearSky_HasThePapersLuminanceAndColour(double turbidity, double sun, double elevation, double azimuth, double luminance, double x, double y)
    {
        var oracle = ClearSky.At(turbidity, sun, elevation, azimuth);
        Near(luminance, oracle.Y, 1e-4, "luminance");
        Near(x, oracle.X, 1e-4, "x");
        Near(y, oracle.Z, 1e-4, "y");
        SeenAndMirrored(turbidity, sun, elevation, azimuth);
    }

    [Theory]
    [InlineData(2, 20)]
    [InlineData(5, 60)]
    public void ClearSky_IsThePapersInAllDirections(double turbidity, double sun)
    {
        for (var elevation = 15; elevation <= 75; elevation += 20)
            for (var azimuth = 40; azimuth < 360; azimuth += 80) SeenAndMirrored(turbidity, sun, elevation, azimuth);
    }

    /// <summary>
    /// Level ground's illuminance by the formulas of the IES (Calculation of Daylight Availability, 1984): from the sun
    /// 127.5·exp(−0.21/sin h)·sin h klx, from the clear sky 0.8 + 15.5·√(sin h), from a closed cover of clouds 0.3 + 21·sin h.
    /// Skies differ from place to place by as much as the tolerance; the paper's is brighter than practice when the sun is low.
    /// </summary>
    [Theory]
    [InlineData(60, 0, 1.4)]
    [InlineData(30, 0, 1.4)]
    [InlineData(6, 0, 2.2)]
    [InlineData(60, 1, 1.4)]
    [InlineData(30, 1, 1.4)]
    [InlineData(6, 1, 1.4)]
    public void Daylight_IsThatOfLightingPractice(float elevation, float cover, double most)
    {
        var sinus = Math.Sin(Units.Degrees(elevation));
        var expected = cover > 0
            ? 0.3 + 21 * sinus
            : 127.5 * Math.Exp(-0.21 / sinus) * sinus + 0.8 + 15.5 * Math.Sqrt(sinus);
        var sky = new SkyEnvironment { SunElevation = Units.Degrees(elevation), CloudCover = cover };
        Scene.Surroundings = sky;
        Scene.AddLight(sky.Sun, sky.SunPlace);
        Add(Quad(Diffuse(1)), new Transform(default, Facing(-Vector3.UnitY), Vector3.One));
        (Eye, Target) = (new Vector3(0.01f, 2, 0), Vector3.Zero);
        var exposure = 0.5 / (expected * PerKilolux / Math.PI);
        Lens = new Lens(9, 9, 0.05f) { Exposure = (float)exposure };
        using var frame = Render();
        var light = Middle(frame);
        var found = (0.2126 * Linear(light.X) + 0.7152 * Linear(light.Y) + 0.0722 * Linear(light.Z)) / exposure * Math.PI / PerKilolux;
        Assert.True(found > 0.6 * expected && found < most * expected, $"expected about {expected:0.0} klx, got {found:0.0}");
    }

    private void SeenAndMirrored(double turbidity, double sun, double elevation, double azimuth)
    {
        var (luminance, x, y) = ClearSky.At(turbidity, sun, elevation, azimuth);
        var radiance = (float)PerKilolux * ClearSky.Rgb(luminance, x, y);
        var exposure = 0.6f / MathF.Max(radiance.X, MathF.Max(radiance.Y, radiance.Z));
        var (up, turn) = (Units.Degrees((float)elevation), Units.Degrees((float)azimuth));
        var towards = new Vector3(MathF.Cos(up) * MathF.Sin(turn), MathF.Sin(up), MathF.Cos(up) * MathF.Cos(turn));
        Scene.Surroundings = new SkyEnvironment { Turbidity = (float)turbidity, SunElevation = Units.Degrees((float)sun) };
        Lens = new Lens(9, 9, 0.01f) { Exposure = exposure };
        foreach (var model in Scene.Models.ToArray()) Scene.Root.Remove(model);
        (Eye, Target) = (Vector3.Zero, towards);
        using var seen = Render();
        Add(Quad(Material.Default with { BaseColorFactor = Vector4.One, MetallicFactor = 1, RoughnessFactor = 0 }),
            new Transform(-towards, Facing(-towards), Vector3.One));
        Target = -towards;
        using var mirrored = Render();
        for (var c = 0; c < 3; c++)
        {
            var expected = exposure * Math.Max(radiance[c], 0);
            var what = $"turbidity {turbidity}, sun {sun}, direction {elevation}, {azimuth}, channel {c}";
            // Single precision and rounding.
            Near(Srgb(expected), Middle(seen)[c], 1, what);
            // Half-precision texels of 1 to 2 degrees, interpolated where the sky bends.
            Assert.True(Math.Abs(Linear(Middle(mirrored)[c]) - expected) < 0.03 * expected + 0.006, $"{what}: {expected} expected, {Linear(Middle(mirrored)[c])} mirrored");
        }
    }
}
