using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Randomizers;
using SynthRender.Samplers;
using SynthRender.Scenarios;
using SynthRender.Tests.Samplers;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

public sealed class PlacementTests
{
    private static readonly ModelAsset Ball = Shapes.Sphere(0.3f, 8);
    private static readonly ModelAsset Slab = Shapes.Box(new Vector3(0.8f, 0.2f, 0.4f));

    [Theory]
    [InlineData(0.0f)]
    [InlineData(0.25f)]
    public void No_two_footprints_come_closer_than_the_separation(float separation)
    {
        var run = Placing(new()
        {
            Prefabs = [Ball, Slab],
            Count = Uniform(5, 30),
            Scale = LogUniform(0.25, 1),
            Area = new(8, 5),
            SeparationDistance = separation,
        });
        for (var frame = 0; frame < 40; frame++)
        {
            var models = run.Sample(frame)[0].Models;
            Assert.InRange(models.Length, 5, 30);
            for (var i = 0; i < models.Length; i++)
            {
                var (a, radiusA) = Footprint(models[i]);
                Assert.InRange(a.X, -4, 4);
                Assert.InRange(a.Y, -2.5f, 2.5f);
                for (var j = 0; j < i; j++)
                {
                    var (b, radiusB) = Footprint(models[j]);
                    // 1e-4 m: positions of a few metres after a handful of float roundings.
                    Assert.True(Vector2.Distance(a, b) > radiusA + radiusB + separation - 1e-4f);
                }
            }
        }
    }

    [Fact]
    public void Clutter_keeps_clear_of_the_foreground_when_told_to()
    {
        static ScenarioRun Start(Selection? clear) => SceneInCode.Start(
            new ForegroundObjectPlacementRandomizer { Prefabs = [Slab], Count = 2, Area = new(4, 4) },
            new BackgroundObjectPlacementRandomizer { Prefabs = [Ball], Count = 40, Area = new(6, 6), Center = new(0.5f, 0, 0), SeparationDistance = -0.3f, KeepClearOf = clear, Clearance = 0.4f });
        var near = 0;
        for (var frame = 0; frame < 10; frame++)
        {
            foreach (var (run, clear) in new[] { (Start(Selection.Foreground), true), (Start(null), false) })
            {
                var models = run.Sample(frame)[0].Models;
                foreach (var slab in models.Where(m => m.InstanceId != 0))
                    foreach (var (middle, radius) in models.Where(m => m.InstanceId == 0).Select(Footprint))
                    {
                        // The circle around a turned slab's box holds the slab's own footprint; 1e-4 m for roundings.
                        var (place, reach) = Footprint(slab);
                        var gap = Vector2.Distance(place, middle) - radius - reach;
                        if (clear) Assert.True(gap > 0.4f - 1e-4f, $"{gap} m");
                        else if (gap < 0.4f) near++;
                    }
            }
        }

        Assert.True(near > 20, "without it there is clutter nearby");
    }

    [Fact]
    public void The_grid_of_a_layout_forgets_nobody()
    {
        // Radii that differ much, against the brute-force check of every pair.
        var stream = new RandomStream(3, 0, "radii");
        var radii = Enumerable.Range(0, 400).Select(_ => 0.02f + 0.3f * stream.NextSingle() * stream.NextSingle()).ToArray();
        var run = Placing(new()
        {
            Prefabs = [.. radii.Select((r, i) => Shapes.Box(new Vector3(2 * r / MathF.Sqrt(2), 0.1f, 2 * r / MathF.Sqrt(2))))],
            Count = radii.Length,
            Distinct = true,
            Area = new(20, 14),
            SeparationDistance = 0.02f,
        });
        var prints = run.Sample(0)[0].Models.Select(Footprint).ToArray();
        Assert.Equal(radii.Length, prints.Length);
        for (var i = 0; i < prints.Length; i++)
            for (var j = 0; j < i; j++)
                Assert.True(Vector2.Distance(prints[i].Middle, prints[j].Middle) > prints[i].Radius + prints[j].Radius + 0.02f - 1e-4f);
    }

    [Fact]
    public void Models_stand_on_the_ground_by_their_bounds()
    {
        // A box whose middle is not its origin.
        var odd = Moved(Slab, new Vector3(0.5f, 3, -0.25f));
        var run = Placing(new() { Prefabs = [odd], Count = 3, Center = new(10, 1.5f, -4), Area = new(2, 2), Scale = Uniform(0.3, 0.6) });
        for (var frame = 0; frame < 10; frame++)
        {
            foreach (var model in run.Sample(frame)[0].Models)
            {
                var box = PosedGeometry.InWorld(model).Bounds();
                Assert.Equal(1.5f, box.Min.Y, 1e-5f);
                // Yaw turns the box about its middle, which stays in the area.
                Assert.InRange(box.Center.X, 9, 11);
                Assert.InRange(box.Center.Z, -5, -3);
            }
        }
    }

    [Fact]
    public void Places_spread_evenly_over_the_area()
    {
        var run = Placing(new() { Prefabs = [Ball], Count = 1, Area = new(4, 2) });
        var places = Enumerable.Range(0, 4000).Select(i => run.Sample(i)[0].Models[0].WorldFromModel.Translation).ToArray();
        Sampled.HasMoments([.. places.Select(p => (double)p.X)], mean: 0, variance: 16.0 / 12, fourthMoment: 256.0 / 80);
        Sampled.HasMoments([.. places.Select(p => (double)p.Z)], mean: 0, variance: 4.0 / 12, fourthMoment: 16.0 / 80);
    }

    [Fact]
    public void What_does_not_fit_fails_the_frame_with_advice()
    {
        var run = Placing(new() { Prefabs = [Ball], Count = 50, Area = new(1, 1) });
        var error = Assert.Throws<FrameException>(() => run.Sample(6));
        Assert.Equal((6, "ForegroundObjectPlacementRandomizer"), (error.Frame, error.Randomizer));
        Assert.Contains("50 models do not fit on 1 m × 1 m with 0.1 m between them; enlarge Area", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Distinct_prefabs_do_not_repeat_until_all_are_used()
    {
        ModelAsset[] prefabs = [Ball, Slab, Shapes.Cone(0.2f, 0.5f, 8), Shapes.Torus(0.2f, 0.1f, 8, 6)];
        var run = Placing(new() { Prefabs = prefabs, Count = 6, Distinct = true, Area = new(20, 20) });
        for (var frame = 0; frame < 20; frame++)
        {
            var names = run.Sample(frame)[0].Models.Select(m => m.Asset.Name).ToArray();
            Assert.Equal(4, names.Take(4).Distinct().Count());
            Assert.Equal(2, names.Skip(4).Distinct().Count());
        }
    }

    [Fact]
    public void A_normalized_size_makes_unlike_things_alike()
    {
        var run = Placing(new() { Prefabs = [Ball, Slab, Shapes.Sphere(50, 8)], Count = 9, NormalizedSize = 0.5f, Area = new(20, 20) });
        Assert.All(run.Sample(0)[0].Models, m =>
        {
            var size = m.Asset.Bounds.Size * m.WorldFromModel.GetRow(1).AsVector3().Length();
            Assert.Equal(0.5f, Math.Max(size.X, Math.Max(size.Y, size.Z)), 1e-4f);
        });
    }

    [Fact]
    public void Foreground_is_labelled_and_background_is_not()
    {
        var run = SceneInCode.Start(
            new ForegroundObjectPlacementRandomizer { Prefabs = [Ball], Count = 2 },
            new BackgroundObjectPlacementRandomizer { Prefabs = [Slab], Count = 3, Tags = ["clutter"], Center = new(50, 0, 0) },
            new ScaleRandomizer { Of = Selection.Tagged("clutter"), Scale = 0.5 });
        var snapshot = run.Sample(0)[0];
        Assert.Equal(
            ["scene/ForegroundObjectPlacementRandomizer/sphere", "scene/ForegroundObjectPlacementRandomizer/sphere#2"],
            snapshot.Instances.Select(i => i.Name));
        Assert.Equal(5, snapshot.Models.Length);
        Assert.All(snapshot.Models.Where(m => m.InstanceId == 0), m => Assert.Equal(0.5f, m.WorldFromModel.GetRow(1).AsVector3().Length(), 1e-6f));
        Assert.Equal(3, snapshot.SampledValues.Count(v => v.Randomizer == "ScaleRandomizer"));
    }

    [Fact]
    public void A_frame_may_be_empty() => Assert.Empty(Placing(new() { Prefabs = [Ball], Count = 0 }).Sample(0)[0].Models);

    [Fact]
    public void Nonsense_is_refused_before_the_first_frame()
    {
        Assert.Contains("has no prefabs", Assert.Throws<ArgumentException>(() => Placing(new() { Prefabs = [] })).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Placing(new() { Prefabs = [Ball], Count = 2.5 }));
        Assert.ThrowsAny<ArgumentException>(() => Placing(new() { Prefabs = [Ball], Count = Uniform(-1, 3) }));
        Assert.ThrowsAny<ArgumentException>(() => Placing(new() { Prefabs = [Ball], Scale = Uniform(0, 1) }));
        Assert.ThrowsAny<ArgumentException>(() => Placing(new() { Prefabs = [Ball], Area = new(-1, 1) }));
        Assert.ThrowsAny<ArgumentException>(() => Placing(new() { Prefabs = [Ball], NormalizedSize = 0 }));
        var empty = new ModelAsset("empty", [], [], [], []);
        Assert.Contains("'empty' has no extent", Assert.Throws<ArgumentException>(() => Placing(new() { Prefabs = [empty] })).Message, StringComparison.Ordinal);
    }

    private static ScenarioRun Placing(ForegroundObjectPlacementRandomizer placement) => SceneInCode.Start(placement);

    // The circle around the middle of a model's bounds that holds all its vertices, seen from above, as they lie in the world.
    private static (Vector2 Middle, float Radius) Footprint(FrameModel model)
    {
        var center = Vector3.Transform(model.Asset.Bounds.Center, model.WorldFromModel);
        var vertices = new Vector3[model.Asset.Meshes[0].Primitives[0].VertexCount];
        PosedGeometry.InWorld(model).Positions(0, 0, vertices);
        var middle = new Vector2(center.X, center.Z);
        return (middle, vertices.Max(v => Vector2.Distance(middle, new Vector2(v.X, v.Z))));
    }

    private static ModelAsset Moved(ModelAsset asset, Vector3 by)
    {
        var nodes = asset.Nodes.Select(n => n with { Rest = n.Rest with { Translation = n.Rest.Translation + by } });
        return new ModelAsset("moved", [.. nodes], asset.Meshes, asset.Materials, asset.Skins)
        {
            Bounds = new BoundingBox(asset.Bounds.Min + by, asset.Bounds.Max + by),
        };
    }
}
