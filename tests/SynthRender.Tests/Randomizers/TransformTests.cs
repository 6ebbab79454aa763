using System.Numerics;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Randomizers;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

public sealed class TransformTests
{
    private static readonly Transform Start = new(new(1, 2, 3), Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.7f), new(2));

    private static Matrix4x4 Moved(params Randomizer[] randomizers) => SceneInCode.Start(s =>
    {
        s.Place().Local = Start;
        s.Add(randomizers);
    }).Sample(0)[0].Models[0].WorldFromModel;

    private static void Near(Matrix4x4 expected, Matrix4x4 actual)
    {
        for (var row = 0; row < 4; row++)
            for (var column = 0; column < 4; column++)
                Assert.Equal(expected[row, column], actual[row, column], 1e-5f);
    }

    [Fact]
    public void Moves_turns_and_scales_come_on_top_of_what_is_there()
    {
        Near(
            (Start with { Translation = new(2, 2, 1) }).ToMatrix(),
            Moved(new TransformRandomizer { Translation = new(1, 0, -2) }));
        Near((Start with { Scale = new(3) }).ToMatrix(), Moved(new TransformRandomizer { Scale = 1.5 }));
        // About the model's own x, then its own y, then its own z: on row vectors the last turn comes first.
        Near(
            Matrix4x4.CreateRotationZ(0.3f) * Matrix4x4.CreateRotationY(0.2f) * Matrix4x4.CreateRotationX(0.1f) * Start.ToMatrix(),
            Moved(new TransformRandomizer { Rotation = new(0.1, 0.2, 0.3) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Moved(new TransformRandomizer { Scale = Uniform(0, 1) }));
    }

    [Fact]
    public void Several_add_up() => Near(
        (Start with { Translation = new(4, 2, 3) }).ToMatrix(),
        Moved(new TransformRandomizer { Translation = new(1, 0, 0) }, new TransformRandomizer { Translation = new(2, 0, 0) }));

    [Fact]
    public void Free_rotation_replaces_the_rotation_alone()
    {
        var run = SceneInCode.Start(s =>
        {
            s.Place().Local = Start;
            s.Add(new RotationRandomizer());
        });
        var mean = Vector3.Zero;
        for (var frame = 0; frame < 1000; frame++)
        {
            var world = run.Sample(frame)[0].Models[0].WorldFromModel;
            Assert.Equal(Start.Translation, world.Translation);
            Assert.Equal(8, world.GetDeterminant(), 1e-3);
            mean += Vector3.TransformNormal(Vector3.UnitX, world) / 2 / 1000;
        }

        Assert.True(mean.Length() < 4.5 / Math.Sqrt(1000), $"{mean}"); // every direction has variance 1/3 along each axis
    }

    [Fact]
    public void Only_the_selected_models_move()
    {
        string[] Of(Selection selection)
        {
            var run = SceneInCode.Start(s =>
            {
                var deer = s.Place(label: "deer", name: "deer");
                deer.Add(new ModelNode("antlers", SceneInCode.Thing()));
                s.Place(label: "fox", name: "fox").Tags = ["small"];
                s.Place(label: null, name: "stone");
                s.Place(label: null, name: "ground").Labeling = new Labeling("ground", Kind: LabelKind.Stuff);
                s.Place(label: "deer", name: "hidden").Enabled = false;
                var heap = s.Scene.Root.Add(new Node("heap") { Tags = ["small"] });
                heap.Add(new ModelNode("twig", SceneInCode.Thing()));
                s.Add(new TransformRandomizer { Of = selection, Scale = Uniform(1, 2) });
            });
            return [.. run.Sample(0)[0].SampledValues.Select(v => v.Target.Split('/')[^1])];
        }

        Assert.Equal(["deer", "antlers", "fox", "stone", "ground", "twig"], Of(Selection.Everything));
        // The antlers belong to the deer; ground is a region, not a thing.
        Assert.Equal(["deer", "antlers", "fox"], Of(Selection.Foreground));
        Assert.Equal(["stone", "ground", "twig"], Of(Selection.Background));
        Assert.Equal(["deer"], Of(Selection.Category("deer")));
        Assert.Equal(["fox", "twig"], Of(Selection.Tagged("small")));
        Assert.Empty(Of(Selection.Only()));
    }
}
