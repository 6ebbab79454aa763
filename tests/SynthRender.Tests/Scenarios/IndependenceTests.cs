using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Parameters;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Scenarios;

/// <summary>What a frame's draws do not depend on, besides the other randomizers: threads, other objects, how many objects there are.</summary>
public sealed class IndependenceTests
{
    private static readonly ModelAsset Ball = Shapes.Sphere(0.3f, 8);
    private static readonly ModelAsset Box = Shapes.Box(new Vector3(0.4f));

    [Fact]
    public void A_run_on_each_of_several_threads_gives_the_frames_of_one()
    {
        var alone = Scattering(Uniform(1, 5));
        var expected = Enumerable.Range(0, 16).Select(i => SnapshotText.Of(alone.Sample(i))).ToArray();
        var actual = new string[16];
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, lane =>
        {
            var run = Scattering(Uniform(1, 5));
            for (var i = lane; i < 16; i += 4) actual[i] = SnapshotText.Of(run.Sample(i));
        });
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void One_more_object_leaves_the_draws_for_the_others_unchanged()
    {
        static ScenarioRun Start(bool more) => SceneInCode.Start(s =>
        {
            if (more) s.Place(Box, name: "early");
            s.Place(Ball, name: "one");
            s.Place(Ball, name: "two");
            s.Add(new ColorRandomizer(), new RotationRandomizer(), new TransformRandomizer { Translation = XYZ(Uniform(-1, 1), 0, Normal(0, 1)) });
        });
        var expected = Start(more: false).Sample(4)[0].SampledValues;
        var actual = Start(more: true).Sample(4)[0].SampledValues.Where(v => !v.Target.StartsWith("scene/early", StringComparison.Ordinal));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_higher_count_keeps_the_objects_that_were_there_when_there_is_room()
    {
        static IEnumerable<SampledValue> FirstThree(int count) => Scattering(count).Sample(0)[0].SampledValues
            .Where(v => v.Target is "object 0" or "object 1" or "object 2")
            .OrderBy(v => v.Target + v.Name, StringComparer.Ordinal);

        Assert.Equal(15, FirstThree(3).Count()); // prefab, scale, yaw, x and z of each
        Assert.Equal(FirstThree(3), FirstThree(5));
    }

    private static ScenarioRun Scattering(FloatParameter count) => SceneInCode.Start(
        new ForegroundObjectPlacementRandomizer { Prefabs = [Ball, Box], Count = count, Area = new(30, 30), Scale = Uniform(0.5, 1) },
        new ColorRandomizer(),
        new CameraRandomizer());
}
