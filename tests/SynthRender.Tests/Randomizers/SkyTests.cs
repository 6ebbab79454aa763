using System.Numerics;
using SynthRender.Environments;
using SynthRender.Lights;
using SynthRender.Randomizers;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;
using static SynthRender.Units;

namespace SynthRender.Tests.Randomizers;

public sealed class SkyTests
{
    /// <summary>Azimuth 0 stands over +Z, a quarter turn over +X; the rotation of the environment adds to it.</summary>
    [Theory]
    [InlineData(0, 0, 30)]
    [InlineData(90, 0, 1)]
    [InlineData(200, 35, 89)]
    [InlineData(45, -120, 0)]
    public void The_sun_of_a_sky_stands_where_it_says(float azimuth, float rotation, float elevation)
    {
        var sky = new SkyEnvironment { SunAzimuth = Degrees(azimuth), Rotation = Degrees(rotation), SunElevation = Degrees(elevation) };
        var (sinA, cosA) = MathF.SinCos(Degrees(azimuth + rotation));
        var (sinE, cosE) = MathF.SinCos(Degrees(elevation));
        Assert.InRange(Vector3.Distance(new(cosE * sinA, sinE, cosE * cosA), sky.SunDirection), 0, 1e-5f);
    }

    [Fact]
    public void A_sky_brings_its_sun_and_its_values_are_recorded()
    {
        var run = SceneInCode.Start(new SkyRandomizer { CloudCover = Uniform(0, 0.9), Intensity = Uniform(1, 3), CloudScale = Uniform(0.5, 2) });
        for (var frame = 0; frame < 20; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            var sky = Assert.IsType<SkyEnvironment>(snapshot.Surroundings);
            object Drawn(string name) => snapshot.SampledValues.Single(v => v.Name == name).Value;
            Assert.Equal(
                [sky.SunElevation, sky.SunAzimuth, sky.Turbidity, sky.CloudCover, sky.CloudScale, sky.CloudSeed, sky.Intensity],
                (object[])[Drawn("sunElevation"), Drawn("sunAzimuth"), Drawn("turbidity"), Drawn("cloudCover"), Drawn("cloudScale"), Drawn("cloudSeed"), Drawn("intensity")]);
            Assert.InRange(sky.SunElevation, Degrees(10), Degrees(80));
            Assert.InRange(sky.Turbidity, 2, 6);
            var sun = Assert.Single(snapshot.Lights);
            Assert.InRange(Vector3.Distance(-sky.SunDirection, sun.Direction), 0, 1e-5f);
            Assert.Equal((sky.Sun.Irradiance, sky.Sun.Color), (((DirectionalLight)sun.Light).Irradiance, sun.Light.Color));
            Assert.Equal(snapshot.SampledValues, run.Sample(frame)[0].SampledValues);
        }
    }

    [Fact]
    public void The_scenes_own_sun_and_sky_keep_what_is_not_drawn()
    {
        var snapshot = SceneInCode.Start(s =>
        {
            s.Scene.Surroundings = new SkyEnvironment { GroundAlbedo = new(0.5f), Rotation = 1 };
            s.Scene.AddLight(new DirectionalLight { AngularDiameter = 0.5f }, name: "mine");
            s.Add(new SkyRandomizer { SunElevation = Degrees(30), SunAzimuth = 0 });
        }).Sample(0)[0];
        Assert.Equal(new Vector3(0.5f), Assert.IsType<SkyEnvironment>(snapshot.Surroundings).GroundAlbedo);
        var sun = Assert.Single(snapshot.Lights);
        Assert.Equal(0.5f, ((DirectionalLight)sun.Light).AngularDiameter);
        Assert.InRange(Vector3.Distance(-new Vector3(0, 0.5f, MathF.Sqrt(0.75f)), sun.Direction), 0, 1e-5f);
    }

    [Fact]
    public void Skies_that_cannot_be_are_refused_before_the_first_frame()
    {
        static void Refused(SkyRandomizer randomizer) => Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(randomizer));
        Refused(new SkyRandomizer { SunElevation = Uniform(-0.1, 1) });
        Refused(new SkyRandomizer { SunElevation = Degrees(91) });
        Refused(new SkyRandomizer { Turbidity = 1 });
        Refused(new SkyRandomizer { CloudCover = Uniform(0, 1.1) });
        Refused(new SkyRandomizer { CloudScale = 0 });
        Refused(new SkyRandomizer { Intensity = -1 });
    }
}
