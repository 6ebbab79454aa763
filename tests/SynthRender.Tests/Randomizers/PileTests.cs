using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

public sealed class PileTests
{
    private const float Cell = 0.02f;

    private static readonly ModelAsset Brick = Shapes.Box(new Vector3(0.4f, 0.2f, 0.3f));
    private static readonly ModelAsset Rod = Shapes.Cylinder(0.12f, 0.6f, 48);
    private static readonly ModelAsset Ring = Shapes.Torus(0.25f, 0.08f, 64, 24);
    private static readonly ModelAsset Ball = Shapes.Sphere(0.18f, 32);

    // The shapes have exact signed distances, which know nothing of grids: points of each surface are measured against all the others.
    [Fact]
    public void Models_stay_out_of_each_other_within_the_walls_and_rest_on_something()
    {
        var run = Piling(new() { Prefabs = [Brick, Rod, Ring, Ball], Count = 24, Area = new(2.2f, 1.6f), Center = new(3, 0.5f, -1), Scale = Uniform(0.7, 1.1), Resolution = Cell });
        var (lying, standing) = (0, 0);
        for (var frame = 0; frame < 2; frame++)
        {
            var models = run.Sample(frame)[0].Models;
            Assert.Equal(24, models.Length);
            var surfaces = models.Select(Surface).ToArray();
            var distances = models.Select(DistanceTo).ToArray();
            for (var i = 0; i < models.Length; i++)
            {
                // 1e-4 m: some float roundings at a few metres.
                var (low, high) = (surfaces[i].Aggregate(Vector3.Min), surfaces[i].Aggregate(Vector3.Max));
                Assert.True(low.X >= 1.9f - 1e-4f && high.X <= 4.1f + 1e-4f && low.Z >= -1.8f - 1e-4f && high.Z <= -0.2f + 1e-4f && low.Y >= 0.5f - 1e-4f, $"{low} to {high} is not inside");
                var nearest = surfaces[i].Min(p => p.Y) - 0.5f;
                if (nearest < 1e-4f) standing++;
                else lying++;
                for (var j = 0; j < models.Length; j++)
                {
                    if (i == j || Vector3.Distance(Middle(models[i]), Middle(models[j])) > 0.8f) continue;
                    var depth = surfaces[i].Min(distances[j]);
                    // The grid's promise. The facets of the drawn shapes lie inside of the exact ones by less than 1 mm.
                    Assert.True(depth > -Cell - 1e-3f, $"frame {frame}: {models[i].Asset.Name} reaches {-depth} m into {models[j].Asset.Name}");
                    if (j < i) nearest = MathF.Min(nearest, depth);
                }

                // What stops it shares a cell with it (a diagonal of 1.42), and the probes are up to half a cell apart.
                Assert.True(nearest < 2 * Cell, $"frame {frame}: {models[i].Asset.Name} hovers {nearest} m over everything");
            }
        }

        Assert.True(lying > 5 && standing > 5, $"{lying} on others, {standing} on the ground");
    }

    [Fact]
    public void A_cube_rests_on_each_face_equally_often()
    {
        var faces = FacesDown(Shapes.Box(new Vector3(0.2f)), 1200);
        // A sixth of 1200 with a deviation of 13; the grid of directions adds a few at the borders of the faces.
        Assert.Equal(6, faces.Length);
        Assert.All(faces, f => Assert.InRange(f.Count, 135, 265));
    }

    [Fact]
    public void A_box_rests_on_its_larger_faces_more_often()
    {
        var counts = FacesDown(Brick, 600).GroupBy(f => f.Axis).ToDictionary(g => g.Key, g => g.Sum(f => f.Count));
        // 0.2 m, 0.3 m and 0.4 m high.
        Assert.True(counts[1] > 2 * counts[2] && counts[2] > 1.5 * counts[0], string.Join(", ", counts));
    }

    [Fact]
    public void On_bare_ground_a_model_lies_flat_unless_it_is_tilted()
    {
        var flat = Piling(new() { Prefabs = [Brick], Count = 1, Area = new(1, 1) });
        var tilted = Piling(new() { Prefabs = [Brick], Count = 1, Area = new(1, 1), Tilt = 0.1 });
        for (var frame = 0; frame < 20; frame++)
        {
            Assert.Equal(1, Steepest(flat.Sample(frame)[0].Models[0]), 1e-5f);
            Assert.Equal(MathF.Cos(0.1f), Steepest(tilted.Sample(frame)[0].Models[0]), 1e-4f);
        }

        static float Steepest(FrameModel m) => MathF.Max(MathF.Abs(m.WorldFromModel.M12), MathF.Max(MathF.Abs(m.WorldFromModel.M22), MathF.Abs(m.WorldFromModel.M32)));
    }

    [Fact]
    public void A_frame_is_the_same_from_any_start_and_one_more_model_or_randomizer_moves_none()
    {
        static PileRandomizer Pile(int count) => new() { Prefabs = [Brick, Ring], Count = count, Area = new(1.5f, 1.5f) };
        var run = Piling(Pile(8));
        var expected = Enumerable.Range(0, 4).Select(i => SnapshotText.Of(run.Sample(i))).ToArray();
        Assert.Equal(expected[3], SnapshotText.Of(Piling(Pile(8)).Sample(3)));
        Assert.NotEqual(expected[2], expected[3]);
        var more = Piling(Pile(11)).Sample(3)[0];
        var joined = SceneInCode.Start(new ColorRandomizer { Of = Selection.Tagged("nobody") }, Pile(8), new RotationRandomizer { Of = Selection.Tagged("nobody") }).Sample(3)[0];
        var plain = run.Sample(3)[0];
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(plain.Models[i].WorldFromModel, more.Models[i].WorldFromModel);
            Assert.Equal(plain.Models[i].WorldFromModel, joined.Models[i].WorldFromModel);
        }

        // Prefab, scale, tilt, x, y, z and rotation of each.
        Assert.Equal(8 * 7 + 1, plain.SampledValues.Length);
    }

    [Fact]
    public void Models_are_labelled_unless_they_are_clutter()
    {
        Assert.Equal(3, Piling(new() { Prefabs = [Ball], Count = 3, Area = new(2, 2) }).Sample(0)[0].Instances.Length);
        Assert.Empty(Piling(new() { Prefabs = [Ball], Count = 3, Area = new(2, 2), Labeled = false }).Sample(0)[0].Instances);
    }

    [Fact]
    public void What_does_not_fit_between_the_walls_fails_the_frame_with_advice()
    {
        var error = Assert.Throws<FrameException>(() => Piling(new() { Prefabs = [Rod], Count = 1, Area = new(0.2f, 0.2f) }).Sample(2));
        Assert.Equal((2, "PileRandomizer"), (error.Frame, error.Randomizer));
        Assert.Contains("'cylinder' at scale 1 does not fit between walls 0.2 m × 0.2 m apart in 12 attempts; enlarge Area", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nonsense_is_refused_before_the_first_frame()
    {
        Assert.Contains("has no prefabs", Assert.Throws<ArgumentException>(() => Piling(new() { Prefabs = [] })).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Piling(new() { Prefabs = [Ball], Count = Uniform(-1, 3) }));
        Assert.ThrowsAny<ArgumentException>(() => Piling(new() { Prefabs = [Ball], Scale = Uniform(0, 1) }));
        Assert.ThrowsAny<ArgumentException>(() => Piling(new() { Prefabs = [Ball], Area = new(0, 1) }));
        Assert.ThrowsAny<ArgumentException>(() => Piling(new() { Prefabs = [Ball], Resolution = 0 }));
        Assert.ThrowsAny<ArgumentException>(() => Piling(new() { Prefabs = [Ball], Resolution = 1e-6f }));
        Assert.ThrowsAny<ArgumentException>(() => Piling(new() { Prefabs = [Ball], Attempts = 0 }));
        Assert.ThrowsAny<ArgumentException>(() => Piling(new() { Prefabs = [Ball], Tilt = 2 }));
        var empty = new ModelAsset("empty", [], [], [], []);
        Assert.Contains("'empty' has no triangles", Assert.Throws<ArgumentException>(() => Piling(new() { Prefabs = [empty] })).Message, StringComparison.Ordinal);
    }

    // How often each face of a box lies below when it falls on bare ground.
    private static (int Axis, bool Negative, int Count)[] FacesDown(ModelAsset box, int frames)
    {
        var run = Piling(new() { Prefabs = [box], Count = 1, Area = new(1, 1), Attempts = 1 });
        return [.. Enumerable.Range(0, frames).Select(i => run.Sample(i)[0].Models[0].WorldFromModel).Select(m => new[] { m.M12, m.M22, m.M32 })
            .Select(up => (Axis: Array.FindIndex(up, u => MathF.Abs(u) > 0.99f), Negative: up.Sum() < 0)).GroupBy(f => f)
            .Select(g => (g.Key.Axis, g.Key.Negative, g.Count()))];
    }

    private static ScenarioRun Piling(PileRandomizer pile) => SceneInCode.Start(pile);

    // No shape is larger than 0.7 m at its largest scale, so those farther apart cannot meet.
    private static Vector3 Middle(FrameModel model) => Vector3.Transform(model.Asset.Bounds.Center, model.WorldFromModel);

    // Points all over a model's triangles, half a cell apart or closer.
    private static Vector3[] Surface(FrameModel model)
    {
        var primitive = model.Asset.Meshes[0].Primitives[0];
        var positions = new Vector3[primitive.VertexCount];
        PosedGeometry.InWorld(model).Positions(0, 0, positions);
        var points = new HashSet<Vector3>();
        for (var t = 0; t < primitive.Indices.Length; t += 3)
        {
            var corners = primitive.Indices.Span.Slice(t, 3).ToArray().Select(v => positions[v]).ToArray();
            var (n, m) = (Steps(corners[1] - corners[0]), Steps(corners[2] - corners[0]));
            for (var i = 0; i <= n; i++)
                for (var k = 0; k <= m; k++)
                    if (i * m + k * n <= n * m)
                        points.Add(corners[0] + (corners[1] - corners[0]) * i / n + (corners[2] - corners[0]) * k / m);
        }

        return [.. points];

        static int Steps(Vector3 edge) => Math.Max(1, (int)MathF.Ceiling(edge.Length() / (Cell / 2)));
    }

    // Exact signed distance to the shape that a model draws.
    private static Func<Vector3, float> DistanceTo(FrameModel model)
    {
        Assert.True(Matrix4x4.Invert(model.WorldFromModel, out var modelFromWorld));
        var scale = new Vector3(model.WorldFromModel.M11, model.WorldFromModel.M12, model.WorldFromModel.M13).Length();
        var half = model.Asset.Bounds.Size / 2;
        Func<Vector3, float> own = model.Asset.Name switch
        {
            "box" => p => Rounded(Vector3.Abs(p) - half),
            "cylinder" => p => Rounded(new Vector3(Ring(p) - half.X, MathF.Abs(p.Y) - half.Y, -1)),
            "torus" => p => new Vector2(Ring(p) - 0.25f, p.Y).Length() - 0.08f,
            "sphere" => p => p.Length() - 0.18f,
            var other => throw new ArgumentException(other),
        };
        return point => scale * own(Vector3.Transform(point, modelFromWorld) - model.Asset.Bounds.Center);

        static float Ring(Vector3 p) => new Vector2(p.X, p.Z).Length();

        static float Rounded(Vector3 q) => Vector3.Max(q, Vector3.Zero).Length() + MathF.Min(MathF.Max(q.X, MathF.Max(q.Y, q.Z)), 0);
    }
}
