using SynthRender.Environments;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

public sealed class LightingTests
{
    private static ScenarioRun Mixed(params LightingRig[] more) => SceneInCode.Start(s =>
    {
        var lamp = s.Scene.AddLight(new PointLight { Intensity = 10 }, name: "lamp");
        s.Scene.AddLight(new PointLight { Intensity = 1 }, name: "always");
        s.Add(new LightingRandomizer
        {
            Rigs =
            [
                new("sky", new SkyRandomizer()),
                new("studio", new StudioRandomizer()) { Weight = 2 },
                new("lamps", new LightRandomizer { Light = "lamp", IntensityFactor = Uniform(2, 3) }) { Surroundings = GradientSurroundings.Uniform(new(0.02f)) },
                .. more,
            ],
        });
        _ = lamp;
    });

    private static string RigOf(FrameSnapshot snapshot) => (string)snapshot.SampledValues.Single(v => v.Name == "rig").Value;

    [Fact]
    public void A_frame_has_the_light_of_one_rig_and_of_what_is_in_none()
    {
        var run = Mixed();
        var seen = new Dictionary<string, int>();
        for (var frame = 0; frame < 200; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            var rig = RigOf(snapshot);
            seen[rig] = seen.GetValueOrDefault(rig) + 1;
            var lamps = snapshot.Lights.Select(l => l.Light).OfType<PointLight>().Select(l => l.Intensity).ToArray();
            Assert.Equal(rig == "sky" ? 1 : 0, snapshot.Lights.Count(l => l.Light is DirectionalLight));
            Assert.Equal(rig == "lamps" ? 2 : 1, lamps.Length);
            Assert.Contains(1, lamps);
            if (rig == "lamps") Assert.InRange(lamps.Max(), 20, 30);
            Assert.Equal(rig switch { "sky" => typeof(SkyEnvironment), "studio" => typeof(StudioEnvironment), _ => typeof(GradientSurroundings) }, snapshot.Surroundings.GetType());
        }

        // 50, 100 and 50 are expected; five standard deviations of the binomial are 31 and 35.
        Assert.InRange(seen["sky"], 19, 81);
        Assert.InRange(seen["studio"], 65, 135);
        Assert.InRange(seen["lamps"], 19, 81);
    }

    [Fact]
    public void No_two_rigs_randomizers_share_a_name_and_none_has_that_of_another()
    {
        var (one, other) = (new SkyRandomizer { Name = "c" }, new SkyRandomizer { Name = "b/c" });
        SceneInCode.Start(s => s.Add(
            new LightingRandomizer { Name = "L/a", Rigs = [new("b", one)] }, new LightingRandomizer { Name = "L", Rigs = [new("a", other)] }));
        Assert.NotEqual(one.Name, other.Name);
        Assert.Contains("'L/a/c'", Assert.Throws<ArgumentException>(() => SceneInCode.Start(s => s.Add(
            new SkyRandomizer { Name = "L/a/c" }, new LightingRandomizer { Name = "L", Rigs = [new("a", new SkyRandomizer { Name = "c" })] }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_more_rig_that_is_never_chosen_changes_no_draw()
    {
        var (few, more) = (Mixed(), Mixed(new LightingRig("theatre", new TheatreRandomizer()) { Weight = 0 }));
        for (var frame = 0; frame < 10; frame++)
            Assert.Equal(few.Sample(frame)[0].SampledValues, more.Sample(frame)[0].SampledValues);
    }

    [Fact]
    public void Two_rigs_may_share_a_sun_and_settings_are_checked_before_the_first_frame()
    {
        var run = SceneInCode.Start(new LightingRandomizer
        {
            Rigs = [new("noon", new SunAngleRandomizer { Elevation = 1.5 }), new("evening", new SunAngleRandomizer { Elevation = 0.1 }), new("night")],
        });
        for (var frame = 0; frame < 30; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            Assert.Equal(RigOf(snapshot) == "night" ? 0 : 1, snapshot.Lights.Length);
        }

        Assert.Throws<ArgumentException>(() => SceneInCode.Start(new LightingRandomizer { Rigs = [] }));
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(new LightingRandomizer { Rigs = [new("a"), new("a")] }));
        Assert.Throws<ArgumentException>(() => new LightingRig("a/b"));
        Assert.ThrowsAny<ArgumentException>(() => SceneInCode.Start(new LightingRandomizer { Rigs = [new("sky", new SkyRandomizer { Turbidity = 99 })] }));
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(new LightingRandomizer { Rigs = [new("a") { Lights = [new LightNode("stray", new PointLight())] }] }));
    }
}
