using SynthRender.Graph;
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

    [Theory]
    [InlineData("car", "joint axle", "car joint axle", null)]
    [InlineData("car", "joint joint b", "car joint", "joint b")]
    [InlineData("car", "material 0", "car material 0", null)]
    [InlineData("car", "left eye", @"car\:left eye", null)]
    [InlineData("car", @"a\:b", @"car\:a", "b")]
    [InlineData("car", "a", @"car\", ":a")]
    [InlineData("car", "decal 1", @"car\ decal 1", null)]
    public void Two_objects_never_share_a_stream(string name, string detail, string otherName, string? otherDetail)
    {
        var names = new List<string>();
        var run = SceneInCode.Start(s =>
        {
            var (car, other) = (s.Place(name: name), s.Place(name: otherName));
            s.Add(new Change(frame => names.AddRange(
                [frame.Stream(car, detail).Target, otherDetail is null ? frame.Stream(other).Target : frame.Stream(other, otherDetail).Target])));
        });
        run.Sample(0);
        Assert.NotEqual(names[0], names[1]);
    }

    [Fact]
    public void A_child_and_a_sibling_with_a_slash_in_its_name_draw_differently()
    {
        var run = SceneInCode.Start(s =>
        {
            s.Place(name: "car").Add(new ModelNode("wall", SceneInCode.Thing()) { Labeling = new("wall") });
            s.Place(name: "car/wall");
            s.Place(name: @"car\/wall");
            s.Add(new ScaleRandomizer { Scale = Uniform(1, 2) });
        });
        var values = run.Sample(0)[0].SampledValues;
        Assert.Equal(["scene/car", "scene/car/wall", @"scene/car\/wall", @"scene/car\\\/wall"], values.Select(v => v.Target));
        Assert.Equal(4, values.Select(v => v.Value).Distinct().Count());
    }

    [Fact]
    public void Ordinary_names_key_streams_as_they_always_did()
    {
        var targets = new List<string>();
        var run = SceneInCode.Start(s =>
        {
            var deer = s.Place(name: "red deer #2");
            s.Add(new Change(frame => targets.AddRange([frame.Stream(deer).Target, .. new[] { "joint left knee", "material 0", "morph a/b", "decal 3" }.Select(d => frame.Stream(deer, d).Target)])));
        });
        run.Sample(0);
        Assert.Equal(
            ["scene/red deer #2", "scene/red deer #2 joint left knee", "scene/red deer #2 material 0", "scene/red deer #2 morph a/b", "scene/red deer #2 decal 3"],
            targets);
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
