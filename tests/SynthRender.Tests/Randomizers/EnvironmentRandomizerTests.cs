using System.Numerics;
using SynthRender.Environments;
using SynthRender.Randomizers;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

public sealed class EnvironmentRandomizerTests
{
    private static readonly LightingEnvironment[] Two =
    [
        new ImageEnvironment(new EnvironmentImage("hall.hdr", 2, 1, [Vector3.One, Vector3.Zero])) { Rotation = 1, Intensity = 3 },
        new SkyEnvironment { Turbidity = 4 },
    ];

    [Fact]
    public void Every_environment_gets_its_turn_with_its_rotation_and_intensity()
    {
        var run = SceneInCode.Start(new EnvironmentRandomizer { Environments = Two, Rotation = Uniform(0, 6), Intensity = Uniform(0.5, 2) });
        var images = 0;
        for (var frame = 0; frame < 100; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            object Drawn(string name) => snapshot.SampledValues.Single(v => v.Name == name).Value;
            var given = Two[(int)Drawn("environment")];
            var (rotation, intensity) = ((float)Drawn("rotation"), (float)Drawn("intensity"));
            Assert.InRange(rotation, 0, 6);
            Assert.InRange(intensity, 0.5f, 2);
            Assert.Equal(given with { Rotation = given.Rotation + rotation, Intensity = given.Intensity * intensity }, snapshot.Surroundings);
            Assert.Equal(snapshot.SampledValues, run.Sample(frame)[0].SampledValues);
            if (given is not ImageEnvironment) continue;
            images++;
            Assert.Equal("hall.hdr", Drawn("image"));
        }

        Assert.InRange(images, 50 - 23, 50 + 23); // 4.5·√25
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused_before_the_first_frame()
    {
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(new EnvironmentRandomizer { Environments = [] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(new EnvironmentRandomizer { Environments = Two, Intensity = Uniform(-1, 1) }));
    }
}
