using System.Numerics;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Parameters;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;
using static SynthRender.Units;

namespace SynthRender.Tests.Randomizers;

public sealed class LightTests
{
    private static void Near(Vector3 expected, Vector3 actual, float tolerance = 1e-5f) =>
        Assert.True(Vector3.Distance(expected, actual) <= tolerance, $"expected {expected}, got {actual}");

    private static FrameLight Sun(SunAngleRandomizer randomizer, Action<SceneInCode>? build = null) =>
        SceneInCode.Start(s =>
        {
            build?.Invoke(s);
            s.Add(randomizer);
        }).Sample(0)[0].Lights.Single(l => l.Light is DirectionalLight);

    private static FrameSnapshot Frame(Action<SceneInCode> build, int frame = 0) => SceneInCode.Start(build).Sample(frame)[0];

    /// <summary>Azimuth 0 stands over +Z, a quarter turn over +X; elevation lifts towards +Y.</summary>
    [Theory]
    [InlineData(0, 30)]
    [InlineData(90, 1)]
    [InlineData(200, 89)]
    [InlineData(45, 90)]
    public void The_sun_shines_from_where_it_stands(float azimuth, float elevation)
    {
        var (sinA, cosA) = MathF.SinCos(Degrees(azimuth));
        var (sinE, cosE) = MathF.SinCos(Degrees(elevation));
        var sun = Sun(new SunAngleRandomizer { Azimuth = Degrees(azimuth), Elevation = Degrees(elevation) });
        Near(-new Vector3(cosE * sinA, sinE, cosE * cosA), sun.Direction);
    }

    [Fact]
    public void A_sun_of_the_scene_is_moved_whatever_it_hangs_on()
    {
        var sun = Sun(
            new SunAngleRandomizer { Azimuth = 0, Elevation = Degrees(30) },
            s => s.Scene.Root.Add(new Node("rig") { Local = new Transform(new(3, 2, 1), Quaternion.CreateFromYawPitchRoll(1, 2, 3), new(2)) })
                .Add(new LightNode("mine", new DirectionalLight { AngularDiameter = 0.5f })));
        Near(-new Vector3(0, 0.5f, MathF.Sqrt(0.75f)), sun.Direction);
        Assert.Equal(0.5f, ((DirectionalLight)sun.Light).AngularDiameter);
    }

    [Fact]
    public void The_air_reddens_and_dims_a_low_sun()
    {
        DirectionalLight At(float degrees) => (DirectionalLight)Sun(new SunAngleRandomizer { Elevation = Degrees(degrees), Irradiance = 3 }).Light;
        var overhead = At(90);
        Near(Vector3.One, overhead.Color);
        Assert.Equal(3, overhead.Irradiance, 1e-5);
        foreach (var (higher, lower) in (ReadOnlySpan<(float, float)>)[(90, 60), (60, 30), (30, 10), (10, 2)])
        {
            var (above, below) = (At(higher), At(lower));
            Assert.True(below.Irradiance < above.Irradiance);
            Assert.Equal(1, below.Color.X, 1e-6);
            Assert.True(below.Color.Y < above.Color.Y && below.Color.Z < above.Color.Z && below.Color.Z < below.Color.Y);
        }

        // At 30° light crosses very nearly twice the air: red comes down by exp(−0.149) once more (air mass 1.995).
        Assert.Equal(3 * Math.Exp(-0.149 * 0.995), At(30).Irradiance, 3e-3);
    }

    [Fact]
    public void Without_an_atmosphere_the_sun_keeps_its_light()
    {
        var sun = (DirectionalLight)Sun(new SunAngleRandomizer { Elevation = Degrees(5), Irradiance = 3, Atmosphere = false }).Light;
        Assert.Equal((3f, Vector3.One), (sun.Irradiance, sun.Color));
    }

    /// <summary>
    /// At noon the sun stands 90° − |latitude − declination| high; on the equinox it rises in the east and sets in the west, on the equator at
    /// six; at 66.6° north it stays up on midsummer's night.
    /// </summary>
    [Theory]
    [InlineData(50, 355, 12, 90 - 50 - 23.44, 0)]
    [InlineData(50, 172, 12, 90 - 50 + 23.44, 0)]
    [InlineData(-50, 172, 12, 90 - 50 - 23.44, 180)]
    [InlineData(0, 81, 6, 0, 90)]
    [InlineData(0, 81, 18, 0, -90)]
    [InlineData(66.6, 172, 24, 0, 180)]
    public void The_sun_stands_where_place_and_time_put_it(double latitude, double day, double hour, double elevation, double azimuth)
    {
        var (e, a) = SunPosition.At((float)(latitude * Math.PI / 180), (float)day, (float)hour);
        Assert.Equal(elevation, e * 180 / Math.PI, 0.5); // the declination's formula is good to about half a degree
        var turn = Math.Abs(Math.IEEERemainder(a * 180 / Math.PI - azimuth, 360));
        Assert.InRange(turn, 0, 0.5);
    }

    [Fact]
    public void At_night_there_is_no_sun()
    {
        var sun = Sun(new SunAngleRandomizer { Latitude = Degrees(50), DayOfYear = 100, Hour = 0 });
        Assert.Equal(0, ((DirectionalLight)sun.Light).Irradiance);
    }

    [Fact]
    public void Lights_take_colour_temperature_and_brightness()
    {
        var snapshot = Frame(s =>
        {
            s.Scene.AddLight(new PointLight { Intensity = 8 }, Transform.At(new(1, 2, 3)), "lamp");
            s.Scene.AddLight(new SpotLight { Intensity = 8 }, name: "spot");
            s.Add(
                new LightRandomizer { Light = "lamp", Kelvin = 3000, IntensityFactor = Uniform(0.5, 2), Translation = new(0, Uniform(1, 2), 0) },
                new LightRandomizer { Light = "spot", Color = Hsv(1 / 3.0, 1, 1), Azimuth = Degrees(90), Elevation = Degrees(-45) });
        });
        float Drawn(string name) => (float)snapshot.SampledValues.Single(v => v.Target == "scene/lamp" && v.Name == name).Value;
        var (lamp, spot) = (snapshot.Lights.Single(l => l.Light is PointLight), snapshot.Lights.Single(l => l.Light is SpotLight));
        Near(ColorSpace.LinearFromKelvin(3000), lamp.Light.Color);
        Assert.Equal(8 * Drawn("intensityFactor"), ((PointLight)lamp.Light).Intensity);
        Near(new Vector3(1, 2 + Drawn("translation.y"), 3), lamp.Position);
        Near(Vector3.UnitY, spot.Light.Color);
        Assert.Equal(8, ((SpotLight)spot.Light).Intensity);
        Near(new Vector3(-1, 1, 0) / MathF.Sqrt(2), spot.Direction);
    }

    [Fact]
    public void Lights_go_on_and_off_frame_by_frame()
    {
        var run = SceneInCode.Start(s =>
        {
            s.Scene.AddLight(new PointLight());
            s.Add(new LightRandomizer { On = Chance(0.5) });
        });
        var lit = Enumerable.Range(0, 100).Count(f => run.Sample(f)[0].Lights.Length == 1);
        Assert.InRange(lit, 50 - 23, 50 + 23); // 4.5·√25
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused_before_the_first_frame()
    {
        static void Refused(Randomizer randomizer) => Assert.ThrowsAny<ArgumentException>(() => SceneInCode.Start(s =>
        {
            s.Scene.AddLight(new PointLight());
            s.Add(randomizer);
        }));
        Refused(new SunAngleRandomizer { Elevation = Uniform(0, 1) });
        Refused(new SunAngleRandomizer { Elevation = Degrees(91) });
        Refused(new SunAngleRandomizer { Irradiance = -1 });
        Refused(new LightRandomizer { Kelvin = Uniform(1000, 2000) });
        Refused(new LightRandomizer { Kelvin = 2000, Color = Hsv(0, 0, 0) });
        Refused(new LightRandomizer { Azimuth = 1 });
        Refused(new LightRandomizer { Light = "none" });
        Refused(new LightRandomizer { IntensityFactor = Normal(1, 1) });
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(new LightRandomizer()));
    }

    [Fact]
    public void Surroundings_are_scaled_and_tinted()
    {
        static void Grey(SceneInCode s) => s.Scene.Surroundings = new GradientSurroundings(new(0.1f), new(0.2f)) { Background = new Vector3(0.3f) };
        GradientSurroundings Under(SurroundingsRandomizer randomizer) => Assert.IsType<GradientSurroundings>(Frame(s =>
        {
            Grey(s);
            s.Add(randomizer);
        }).Surroundings);
        var brighter = Under(new SurroundingsRandomizer { Brightness = 2 });
        Near(new(0.2f), brighter.SkyRadiance);
        Near(new(0.4f), brighter.GroundRadiance);
        Near(new(0.3f), brighter.Background!.Value); // a painted backdrop is no light
        var tinted = Under(new SurroundingsRandomizer { Brightness = 0.5, SkyColor = Hsv(0, 1, 1), Background = Hsv(2 / 3.0, 1, 1) });
        Near(new(0.5f, 0, 0), tinted.SkyRadiance);
        Near(new(0.1f), tinted.GroundRadiance);
        Near(Vector3.UnitZ, tinted.Background!.Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(new SurroundingsRandomizer { Brightness = Uniform(-1, 1) }));
    }
}
