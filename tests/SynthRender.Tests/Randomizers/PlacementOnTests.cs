using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

/// <summary>Placement on the top of another model, and in other poses than upright.</summary>
public sealed class PlacementOnTests
{
    private static readonly ModelAsset Ball = Shapes.Sphere(0.05f, 12);
    private static readonly ModelAsset Brick = Shapes.Box(new Vector3(0.06f, 0.2f, 0.1f));

    private static BoundingBox Box(FrameModel model) => PosedGeometry.InWorld(model).Bounds();

    private static ScenarioRun Placing(ModelAsset support, Transform place, Func<ModelNode, ForegroundObjectPlacementRandomizer> placement) => SceneInCode.Start(s =>
    {
        var node = s.Scene.AddModel(support, place, name: "support");
        s.Add(placement(node));
    });

    [Fact]
    public void Models_stand_wholly_on_a_table_wherever_it_is()
    {
        // Turned by 30° and scaled: its top is 1.1 m over the floor of 0.2 m.
        var place = new Transform(new(5, 0.2f, -3), Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI / 6), new Vector3(1.5f));
        var run = Placing(Shapes.Table(0.8f, 0.5f, 0.6f), place, table => new() { Prefabs = [Ball, Brick], Count = Uniform(1, 6), On = table, SeparationDistance = 0.02f });
        Matrix4x4.Invert(place.ToMatrix(), out var tableFromWorld);
        for (var frame = 0; frame < 30; frame++)
            foreach (var model in run.Sample(frame)[0].Models.Where(m => m.InstanceId != 0))
            {
                var box = Box(model);
                Assert.Equal(1.1f, box.Min.Y, 1e-5f);
                var vertices = new Vector3[model.Asset.Meshes[0].Primitives[0].VertexCount];
                PosedGeometry.InWorld(model).Positions(0, 0, vertices);
                Assert.All(vertices, v =>
                {
                    var on = Vector3.Transform(v, tableFromWorld);
                    Assert.InRange(on.X, -0.4f, 0.4f);
                    Assert.InRange(on.Z, -0.25f, 0.25f);
                });
            }
    }

    [Fact]
    public void Models_lie_in_a_bin_between_its_walls_not_on_its_rim()
    {
        var run = Placing(Shapes.Bin(0.6f, 0.4f, 0.3f, wall: 0.02f), Transform.At(new(0, 1, 0)), bin => new() { Prefabs = [Ball], Count = 4, On = bin, SeparationDistance = 0 });
        for (var frame = 0; frame < 20; frame++)
            Assert.All(run.Sample(frame)[0].Models.Where(m => m.InstanceId != 0), m =>
            {
                Assert.Equal(1.02f, Box(m).Min.Y, 1e-5f);
                Assert.InRange(Box(m).Center.X, -0.28f + 0.05f, 0.28f - 0.05f);
                Assert.InRange(Box(m).Center.Z, -0.18f + 0.05f, 0.18f - 0.05f);
            });
    }

    [Fact]
    public void A_round_top_keeps_its_corners_free()
    {
        var run = Placing(Shapes.Cylinder(0.5f, 0.7f, 48), Transform.At(new(0, 0.35f, 0)), stand => new() { Prefabs = [Ball], Count = 3, On = stand, SeparationDistance = 0 });
        for (var frame = 0; frame < 30; frame++)
            Assert.All(run.Sample(frame)[0].Models.Where(m => m.InstanceId != 0), m =>
            {
                // The sphere of 12 segments and the cylinder of 48 lie a little inside their radii.
                Assert.True(new Vector2(Box(m).Center.X, Box(m).Center.Z).Length() <= 0.45f + 1e-3f);
                Assert.Equal(0.7f, Box(m).Min.Y, 1e-5f);
            });
    }

    [Fact]
    public void What_does_not_fit_on_a_top_says_which()
    {
        var run = Placing(Shapes.Table(0.8f, 0.5f), Transform.Identity, table => new() { Prefabs = [Shapes.Sphere(0.3f, 8)], Count = 1, On = table });
        var error = Assert.Throws<FrameException>(() => run.Sample(0));
        Assert.Contains("1 models do not fit on 0.8 m × 0.5 m of 'support'", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Placing(Ball, Transform.Identity, node => new() { Prefabs = [Brick], On = node, Center = new(0, 1, 0) }));
    }

    [Fact]
    public void A_brick_comes_to_rest_on_each_of_its_kinds_of_sides_the_widest_most_often()
    {
        var run = SceneInCode.Start(new ForegroundObjectPlacementRandomizer { Prefabs = [Brick], Count = 1, Resting = true, Area = new(1, 1) });
        var heights = new Dictionary<float, int>();
        for (var frame = 0; frame < 300; frame++)
        {
            var box = Box(run.Sample(frame)[0].Models[0]);
            Assert.Equal(0, box.Min.Y, 1e-5f);
            var height = new[] { 0.06f, 0.1f, 0.2f }.MinBy(h => Math.Abs(h - box.Size.Y));
            // Flat to the fineness to which a resting pose is searched for, 1e-3 rad over 0.1 m.
            Assert.Equal(height, box.Size.Y, 2e-4f);
            heights[height] = heights.GetValueOrDefault(height) + 1;
        }

        Assert.True(heights[0.06f] > heights.GetValueOrDefault(0.1f) && heights.GetValueOrDefault(0.1f) > heights.GetValueOrDefault(0.2f), string.Join(", ", heights));
    }

    [Fact]
    public void A_chance_of_resting_leaves_the_others_upright_and_nobody_elses_draws_change()
    {
        ScenarioRun Start(SynthRender.Parameters.BooleanParameter? resting) =>
            SceneInCode.Start(new ForegroundObjectPlacementRandomizer { Prefabs = [Brick], Count = 1, Resting = resting, Area = new(1, 1) }, new MorphRandomizer());
        var run = Start(Chance(0.5));
        var upright = Enumerable.Range(0, 200).Count(f => Math.Abs(Box(run.Sample(f)[0].Models[0]).Size.Y - 0.2f) < 1e-5f);
        Assert.InRange(upright, 70, 140); // half of 200, and the few that rest on end; 4 standard deviations
        Assert.Equal(Start(null).Sample(5)[0].SampledValues.Single(v => v.Name == "yaw").Value, run.Sample(5)[0].SampledValues.Single(v => v.Name == "yaw").Value);
    }
}
