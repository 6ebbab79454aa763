using SynthRender.Randomizers;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Scenarios;

public sealed class IterationTests
{
    [Fact]
    public void A_stream_that_is_asked_for_twice_goes_on()
    {
        var run = SceneInCode.Start(new Change(frame =>
        {
            Uniform(0, 1).Sample(frame.Stream("coin"), "first");
            Uniform(0, 1).Sample(frame.Stream("coin"), "second");
        }));
        var values = run.Sample(0)[0].SampledValues;
        Assert.Equal(2, values.Select(v => v.Value).Distinct().Count());
    }

    [Fact]
    public void What_is_recorded_is_what_is_done_in_order_of_drawing()
    {
        var run = SceneInCode.Start(s =>
        {
            s.Place(name: "ball");
            s.Add(new ScaleRandomizer { Scale = Uniform(1, 2) }, new Change(frame => Chance(0.5).Sample(frame.Stream("coin"), "heads")) { Name = "mine" });
        });
        var snapshot = run.Sample(8)[0];
        Assert.Equal(
            [("ScaleRandomizer", "scene/ball", "scale"), ("mine", "coin", "heads")],
            snapshot.SampledValues.Select(v => (v.Randomizer, v.Target, v.Name)));
        Assert.Equal((float)snapshot.SampledValues[0].Value, snapshot.Models[0].WorldFromModel.M11);
    }
}
