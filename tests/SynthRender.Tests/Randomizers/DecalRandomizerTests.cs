using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Materials;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

public sealed class DecalRandomizerTests
{
    private const int Frames = 30;

    private static readonly ModelAsset Box = Shapes.Box(new Vector3(1, 2, 3));
    private static readonly TextureImage Logo = new("logo", 4, 2, new byte[32]);

    private static ScenarioRun Run(DecalRandomizer? decals = null, Transform? at = null, params Randomizer[] others) => SceneInCode.Start(s =>
    {
        s.Scene.AddModel(Box, at, new Labeling("box"), "box");
        s.Scene.AddModel(Shapes.Plane(60, 60), name: "floor");
        s.Add(others);
        s.Add(decals ?? new DecalRandomizer { Images = [Logo] });
    });

    private static object[] Looks(ScenarioRun run, int frame) => [.. run.Sample(frame)[0].Decals.Select(d =>
        (object)(d.Decal.Size, d.Decal.Depth, d.Decal.Opacity, d.Decal.Material.BaseColorTexture!.Image.Procedural, d.WorldFromDecal, d.Model))];

    [Fact]
    public void A_frame_is_the_same_alone_in_order_and_in_reverse()
    {
        var forwards = Run();
        var inOrder = Enumerable.Range(0, Frames).Select(f => Looks(forwards, f)).ToArray();
        var backwards = Run();
        for (var frame = Frames - 1; frame >= 0; frame--) Assert.Equal(inOrder[frame], Looks(backwards, frame));
        for (var frame = 0; frame < Frames; frame += 7) Assert.Equal(inOrder[frame], Looks(Run(), frame));
        Assert.Equal(Frames, inOrder.DistinctBy(looks => looks[0]).Count());
    }

    [Fact]
    public void Decals_lie_on_the_surface_and_look_outwards_and_every_side_gets_its_share()
    {
        var sides = new Dictionary<Vector3, int>();
        var run = Run(new DecalRandomizer { Count = 20, RelativeSize = 0.1, RelativeDepth = 0.5, Kinds = ["dirt"] }, new Transform(new Vector3(5, 1, 0), Quaternion.Identity, new Vector3(2)));
        for (var frame = 0; frame < Frames; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            Assert.Equal(20, snapshot.Decals.Length);
            foreach (var decal in snapshot.Decals)
            {
                Assert.Equal("box", snapshot.Instances.Single(i => i.Id == snapshot.Models[decal.Model].InstanceId).Labeling.Category);
                var point = (decal.WorldFromDecal.Translation - new Vector3(5, 1, 0)) / 2;
                var normal = Vector3.Normalize(Vector3.TransformNormal(Vector3.UnitZ, decal.WorldFromDecal));
                // The half extent along the normal, and within the sides across it.
                Assert.True(Vector3.Abs(point) is { X: < 0.50001f, Y: < 1.00001f, Z: < 1.50001f }, $"{point}");
                Assert.Equal(Vector3.Dot(Vector3.Abs(normal), new Vector3(0.5f, 1, 1.5f)), Vector3.Dot(point, normal), 1e-4f);
                Assert.Equal(0.3f, MathF.Max(decal.Decal.Size.X, decal.Decal.Size.Y), 1e-5f);
                Assert.Equal(0.15f, decal.Decal.Depth, 1e-5f);
                var side = new Vector3(MathF.Round(normal.X), MathF.Round(normal.Y), MathF.Round(normal.Z));
                sides[side] = sides.GetValueOrDefault(side) + 1;
            }
        }

        // 600 decals over 22 m²: 6, 3 and 2 m² to a side, within 4.5 deviations of a binomial count.
        foreach (var (side, area) in new[] { (Vector3.UnitX, 6f), (-Vector3.UnitX, 6), (Vector3.UnitY, 3), (-Vector3.UnitY, 3), (Vector3.UnitZ, 2), (-Vector3.UnitZ, 2) })
        {
            var share = area / 22;
            Assert.InRange(sides[side], 600 * share - 4.5 * Math.Sqrt(600 * share * (1 - share)), 600 * share + 4.5 * Math.Sqrt(600 * share * (1 - share)));
        }
    }

    [Fact]
    public void On_a_large_floor_they_keep_within_the_box_and_sizes_are_metres_of_the_world()
    {
        var run = Run(new DecalRandomizer
        {
            Of = Selection.Background, Count = 10, Size = 0.5, Kinds = ["image"], Images = [Logo], Within = new BoundingBox(new(1, -1, 2), new(3, 1, 3)),
        });
        for (var frame = 0; frame < 5; frame++)
        {
            foreach (var decal in run.Sample(frame)[0].Decals)
            {
                var at = decal.WorldFromDecal.Translation;
                Assert.True(at is { X: > 0.9999f and < 3.0001f, Y: > -1e-5f and < 1e-5f, Z: > 1.9999f and < 3.0001f }, $"{at}");
                Assert.Equal(new Vector2(0.5f, 0.25f), decal.Decal.Size);
            }
        }
    }

    [Fact]
    public void They_follow_models_that_other_randomizers_move_and_all_that_is_drawn_is_recorded()
    {
        var run = Run(null, null, new TransformRandomizer { Translation = new(Uniform(5, 9), 0, 0) });
        var values = 0;
        for (var frame = 0; frame < 10; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            var drawn = snapshot.SampledValues.Where(v => v.Randomizer == "DecalRandomizer").ToList();
            var count = (int)drawn.Single(v => v.Name == "count").Value;
            Assert.Equal(count, snapshot.Decals.Length);
            Assert.All(snapshot.Decals, decal => Assert.InRange(decal.WorldFromDecal.Translation.X, 4.49f, 9.51f));
            foreach (var name in new[] { "look", "relativeSize", "relativeDepth", "opacity", "rotation", "point" }) Assert.Equal(count, drawn.Count(v => v.Name == name));
            // Of each look that the frame shows, its kind and, unless it is an image, its texture's numbers.
            Assert.Equal(drawn.Where(v => v.Name == "look").Select(v => v.Value).Distinct().Count(), drawn.Count(v => v.Name == "kind"));
            values += drawn.Count(v => v.Name == "seed");
        }

        Assert.InRange(values, 5, 200);
    }

    [Fact]
    public void Glass_and_what_lies_outside_the_box_get_none_and_the_record_says_so()
    {
        foreach (var (material, within, expected) in new (Material?, BoundingBox?, int)[]
        {
            (null, null, 2), (null, new BoundingBox(new(9), new(10)), 0), (new Material { TransmissionFactor = 1 }, null, 0),
            (new Material { AlphaMode = AlphaMode.Blend }, null, 0),
        })
        {
            var run = SceneInCode.Start(s =>
            {
                var box = s.Scene.AddModel(Box, null, new Labeling("box"));
                if (material is not null) box.Materials = [material];
                s.Add(new DecalRandomizer { Count = 2, Within = within });
            });
            var snapshot = run.Sample(0)[0];
            Assert.Equal(expected, snapshot.Decals.Length);
            Assert.Equal(expected, snapshot.SampledValues.Single(v => v.Name == "count").Value);
        }
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Contains("'mud'", Assert.Throws<ArgumentException>(() => Run(new DecalRandomizer { Kinds = ["mud"] })).Message, StringComparison.Ordinal);
        Assert.Contains("Images", Assert.Throws<ArgumentException>(() => Run(new DecalRandomizer { Kinds = ["image"] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Run(new DecalRandomizer { Kinds = [] }));
        Assert.Throws<ArgumentException>(() => Run(new DecalRandomizer { Pool = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(new DecalRandomizer { RelativeSize = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(new DecalRandomizer { Opacity = Uniform(0, 2) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(new DecalRandomizer { Count = 0.5 }));
        Assert.Throws<ArgumentException>(() => Run(new DecalRandomizer { Within = BoundingBox.Empty }));
    }
}
