using System.Numerics;
using SynthRender.Environments;
using SynthRender.Frames;
using SynthRender.Lights;
using SynthRender.Parameters;
using SynthRender.Randomizers;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

/// <summary>Studios, theatres and forests: what is drawn is what the scene gets, it is written down, and it comes out the same again.</summary>
public sealed class MadeEnvironmentTests
{
    [Fact]
    public void A_studio_has_the_boxes_that_were_drawn()
    {
        var counts = new HashSet<int>();
        foreach (var (studio, drawn) in Replayed<StudioEnvironment>(new StudioRandomizer { Intensity = Uniform(0.5, 2) }))
        {
            Assert.Equal(Assert.IsType<int>(drawn("", "boxCount")), studio.Boxes.Length);
            counts.Add(studio.Boxes.Length);
            for (var i = 0; i < studio.Boxes.Length; i++)
            {
                var (box, name) = (studio.Boxes[i], $"box {i}");
                Assert.Equal(
                    [box.Azimuth, box.Elevation, box.Roll, box.Width, box.Height, box.Radiance, box.Softness],
                    (object[])[drawn(name, "azimuth"), drawn(name, "elevation"), drawn(name, "roll"), drawn(name, "width"), drawn(name, "height"), drawn(name, "radiance"), drawn(name, "softness")]);
                Assert.Equal(ColorSpace.LinearFromKelvin((float)drawn(name, "kelvin")), box.Color);
            }

            Assert.Equal([studio.Mottling, studio.Seed, studio.Intensity], (object[])[drawn("", "mottling"), drawn("", "seed"), drawn("", "intensity")]);
            Assert.Equal(
                ColorSpace.LinearFromHsv((float)drawn("", "backdrop.hue"), (float)drawn("", "backdrop.saturation"), (float)drawn("", "backdrop.value")),
                studio.BackdropRadiance);
        }

        Assert.Equal([1, 2, 3, 4], counts.Order());
    }

    [Fact]
    public void A_theatre_has_the_lamps_that_were_drawn()
    {
        foreach (var (theatre, drawn) in Replayed<TheatreEnvironment>(new TheatreRandomizer()))
        {
            Assert.Equal(Assert.IsType<int>(drawn("", "lampCount")), theatre.Lamps.Length);
            for (var i = 0; i < theatre.Lamps.Length; i++)
            {
                var (lamp, name) = (theatre.Lamps[i], $"lamp {i}");
                Assert.Equal(
                    [lamp.Azimuth, lamp.Elevation, lamp.AngularRadius, lamp.Radiance, lamp.Petals],
                    (object[])[drawn(name, "azimuth"), drawn(name, "elevation"), drawn(name, "radius"), drawn(name, "radiance"), drawn(name, "petals")]);
                Assert.Equal(ColorSpace.LinearFromKelvin((float)drawn(name, "kelvin")), lamp.Color);
            }

            Assert.Equal(
                [theatre.PanelRadiance, theatre.Width, theatre.Length, theatre.Height, theatre.TileSize, theatre.Seed],
                (object[])[drawn("", "panelRadiance"), drawn("", "width"), drawn("", "length"), drawn("", "height"), drawn("", "tileSize"), drawn("", "seed")]);
        }
    }

    [Fact]
    public void A_forest_is_the_one_that_was_drawn()
    {
        foreach (var (forest, drawn) in Replayed<ForestEnvironment>(new ForestRandomizer()))
        {
            Assert.Equal(
                [forest.CanopyDensity, forest.SunElevation, forest.SunAzimuth, forest.SunStrength, forest.TrunkCount, forest.Season, forest.Seed],
                (object[])[drawn("", "canopyDensity"), drawn("", "sunElevation"), drawn("", "sunAzimuth"), drawn("", "sunStrength"), drawn("", "trunkCount"), drawn("", "season"), drawn("", "seed")]);
        }
    }

    [Fact]
    public void One_more_box_leaves_the_others_as_they_were()
    {
        SoftBox First(int count) => Assert.IsType<StudioEnvironment>(
            SceneInCode.Start(new StudioRandomizer { BoxCount = count }).Sample(3)[0].Surroundings).Boxes[0];
        Assert.Equal(First(1), First(6));
    }

    [Fact]
    public void What_is_not_drawn_stays_as_the_scene_has_it()
    {
        static T After<T>(Surroundings own, Randomizer randomizer) where T : LightingEnvironment => Assert.IsType<T>(SceneInCode.Start(s =>
        {
            s.Scene.Surroundings = own;
            s.Add(randomizer);
        }).Sample(0)[0].Surroundings);
        Assert.Equal(0.7f, After<StudioEnvironment>(new StudioEnvironment { FloorGloss = 0.7f, Rotation = 1 }, new StudioRandomizer()).FloorGloss);
        Assert.Equal(new Vector3(0.7f), After<TheatreEnvironment>(new TheatreEnvironment { FloorRadiance = new(0.7f) }, new TheatreRandomizer()).FloorRadiance);
        Assert.Equal(new Vector3(0.7f), After<ForestEnvironment>(new ForestEnvironment { Tint = new(0.7f) }, new ForestRandomizer()).Tint);
        Assert.Equal(Vector3.UnitX, After<ForestEnvironment>(Surroundings.Default with { Background = Vector3.UnitX }, new ForestRandomizer()).Background);
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused_before_the_first_frame()
    {
        static void Refused(Randomizer randomizer) => Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(randomizer));
        Refused(new StudioRandomizer { BoxCount = 9 });
        Refused(new StudioRandomizer { BoxCount = 0.5 });
        Refused(new StudioRandomizer { BoxElevation = Uniform(0, 2) });
        Refused(new StudioRandomizer { BoxWidth = 0 });
        Refused(new StudioRandomizer { BoxHeight = 3 });
        Refused(new StudioRandomizer { BoxRadiance = -1 });
        Refused(new StudioRandomizer { BoxKelvin = 1000 });
        Refused(new StudioRandomizer { BoxSoftness = 2 });
        Refused(new StudioRandomizer { Mottling = -0.1 });
        Refused(new StudioRandomizer { Intensity = -1 });
        Refused(new TheatreRandomizer { LampCount = 5 });
        Refused(new TheatreRandomizer { LampElevation = 2 });
        Refused(new TheatreRandomizer { LampRadius = 0.01 });
        Refused(new TheatreRandomizer { LampRadiance = 20000 });
        Refused(new TheatreRandomizer { LampKelvin = 30000 });
        Refused(new TheatreRandomizer { LampPetals = 5 });
        Refused(new TheatreRandomizer { PanelRadiance = -1 });
        Refused(new TheatreRandomizer { Width = 1 });
        Refused(new TheatreRandomizer { Length = 60 });
        Refused(new TheatreRandomizer { Height = 1.5 });
        Refused(new TheatreRandomizer { TileSize = 0 });
        Refused(new ForestRandomizer { CanopyDensity = 1.1 });
        Refused(new ForestRandomizer { SunElevation = -0.1 });
        Refused(new ForestRandomizer { SunStrength = 5 });
        Refused(new ForestRandomizer { TrunkCount = 2 });
        Refused(new ForestRandomizer { Season = Uniform(-1, 0) });
    }

    private static IEnumerable<(T Environment, Func<string, string, object> Drawn)> Replayed<T>(Randomizer randomizer) where T : LightingEnvironment
    {
        var run = SceneInCode.Start(randomizer);
        var seeds = new HashSet<object>();
        for (var frame = 0; frame < 40; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            Assert.Equal<SampledValue>(snapshot.SampledValues, run.Sample(frame)[0].SampledValues);
            object Drawn(string target, string name) => snapshot.SampledValues.Single(v => v.Target == target && v.Name == name).Value;
            seeds.Add(Drawn("", "seed"));
            yield return (Assert.IsType<T>(snapshot.Surroundings), Drawn);
        }

        Assert.Equal(40, seeds.Count);
    }
}
