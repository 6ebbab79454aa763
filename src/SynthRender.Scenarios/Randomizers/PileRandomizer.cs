using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>
/// Drops copies of models one after the other into a rectangle, such as the inside of a bin, so that they lie in a heap without reaching
/// into each other or through the walls. On the bare ground a model lies in one of its resting poses, the stable ones more often; on
/// others it lies any way round and is then turned and shifted as long as that lowers its centre of mass.
/// </summary>
/// <remarks>
/// The pile is kept as heights over a grid: two models may reach into each other by less than <see cref="Resolution"/>, and nothing slips
/// under what lies already. Shapes are those of the rest pose: randomizers of joints and morph targets do not move the neighbours away.
/// The models hang on a node named after the randomizer, and each has a random stream of its own, so that one more model moves none of the
/// ones before it.
/// </remarks>
public sealed class PileRandomizer : Randomizer
{
    private const int MostObjects = 10_000;
    private const int MostCells = 4_000_000;
    private const int CellsAlong = 160;

    private readonly Dictionary<ModelAsset, PiledShape> _shapes = [];
    private readonly PileRaster[] _rasters = [new(), new()];
    private Node? _group;
    private float _cell;
    private int _width;
    private int _depth;

    /// <summary>The models to choose from, each equally likely.</summary>
    public required IReadOnlyList<ModelAsset> Prefabs { get; init; }

    /// <summary>How many models a frame has; whole numbers, both ends included, 0 to 10,000.</summary>
    public FloatParameter Count { get; init; } = Distributions.Uniform(10, 30);

    /// <summary>The middle of the rectangle, metres; its y is the height of the ground, such as the bin's floor.</summary>
    public Vector3 Center { get; init; }

    /// <summary>Extent of the rectangle along x and z between its walls, metres, above 0.</summary>
    public Vector2 Area { get; init; } = new(0.4f, 0.3f);

    /// <summary>Factor on a model's own size, above 0.</summary>
    public FloatParameter Scale { get; init; } = 1;

    /// <summary>How many places and turns each model tries before it takes the lowest, 1 or more: more make a flatter, denser pile.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>How many small turns and shifts a model tries to come to lie lower, 0 or more.</summary>
    public int Settling { get; init; } = 40;

    /// <summary>Lean from the resting pose on bare ground, radians, 0 to π/2: as if something small lay below. 0 lies flat.</summary>
    public FloatParameter Tilt { get; init; } = 0;

    /// <summary>Edge of a cell of the grid, metres, above 0; a 160th of the longer side unless set. The models' surfaces are sampled at half of it.</summary>
    public float? Resolution { get; init; }

    /// <summary>False makes the models background.</summary>
    public bool Labeled { get; init; } = true;

    /// <summary>Tags that every model gets, for <see cref="Selection.Tagged"/>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        if (Prefabs.Count == 0) throw new ArgumentException($"{Name} has no prefabs.");
        if (!(Area.X > 0 && Area.Y > 0 && float.IsFinite(Area.X + Area.Y))) throw new ArgumentException($"{Name}: the area {Area} has a side that is not above 0 and finite.");
        if (Resolution is { } given && !(given > 0 && float.IsFinite(given))) throw new ArgumentException($"{Name}: the resolution is {given} m; it is above 0.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Attempts, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Settling);
        Count.WithinWhole(0, MostObjects, $"{Name}.Count");
        Scale.AboveZero($"{Name}.Scale");
        Tilt.WithinAngle(0, Math.PI / 2, $"{Name}.Tilt");
        var wanted = Resolution ?? MathF.Max(Area.X, Area.Y) / CellsAlong;
        if (!((double)Area.X / wanted * (Area.Y / wanted) <= MostCells))
            throw new ArgumentException($"{Name}: a resolution of {wanted} m makes more than {MostCells} cells of {Area.X} m × {Area.Y} m; choose a larger one.");
        // Whole cells along x; what a cell does not fill along z stays free at the walls.
        _width = (int)MathF.Ceiling(Area.X / wanted - 1e-4f);
        _cell = Area.X / _width;
        _depth = Math.Max(1, (int)(Area.Y / _cell + 1e-4f));
        foreach (var prefab in Prefabs)
        {
            if (prefab.TriangleCount == 0) throw new ArgumentException($"{Name}: the prefab '{prefab.Name}' has no triangles, so it cannot lie on anything.");
            if (!_shapes.ContainsKey(prefab)) _shapes.Add(prefab, PiledShape.Of(prefab, 0.5f * _cell / (float)Scale.Sampler.Maximum));
            if (LabelingOf(prefab) is { } labeling) scenario.DeclareModel(labeling, prefab);
        }

        _group = scenario.Scene.Root.Add(new Node(Name) { Tags = [.. Tags] });
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var count = Count.SampleInteger(iteration.Stream(), "count");
        var ground = new PileGround(_width, _depth);
        var corner = Center - new Vector3(_width, 0, _depth) * (_cell / 2);
        for (var i = 0; i < count; i++)
        {
            var stream = iteration.Stream($"object {i}");
            var prefab = Prefabs[stream.NextIndex(Prefabs.Count)];
            stream.Record("prefab", prefab.Name);
            var body = new Body(_shapes[prefab], Scale.Sample(stream, "scale"), Tilt.Sample(stream, "tilt"));
            if (Throw(body, ground, stream) is not { } thrown)
                throw iteration.Fail(
                    $"'{prefab.Name}' at scale {body.Scale} does not fit between walls {Area.X} m × {Area.Y} m apart in {Attempts} attempts; enlarge Area or lower Scale.");
            var lying = Settle(body, ground, thrown, stream);
            ground.Add(lying.Raster, lying.X, lying.Z, lying.Y);
            var position = corner + new Vector3(lying.X * _cell, lying.Y, lying.Z * _cell);
            stream.Record("x", position.X);
            stream.Record("y", position.Y);
            stream.Record("z", position.Z);
            stream.Record("rotation", lying.Rotation);
            _group!.Add(new ModelNode(prefab.Name, prefab)
            {
                Local = new Transform(position, lying.Rotation, new Vector3(body.Scale)),
                Labeling = LabelingOf(prefab),
            });
        }
    }

    private Labeling? LabelingOf(ModelAsset prefab) => Labeled ? prefab.Labels?.ToLabeling() ?? new Labeling(prefab.Name) : null;

    private Lying? Throw(Body body, PileGround ground, RandomStream stream)
    {
        Lying? best = null;
        // One pose for all attempts: the lowest of many poses would always be the flattest.
        var down = body.Shape.Poses.Choose(stream.NextSingle());
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var at = new Vector2(stream.NextSingle(), stream.NextSingle());
            var (resting, any) = (Resting(body, down, stream), stream.NextRotation());
            var lying = DropBetweenWalls(body, resting, at, ground, best);
            // One raster holds the best so far, so what is given up must be dropped again.
            if (lying is { OnGround: false }) lying = DropBetweenWalls(body, any, at, ground, best) ?? DropBetweenWalls(body, resting, at, ground, best);
            if (lying is not null && (best is null || lying.Level < best.Level)) best = lying;
        }

        return best;
    }

    private Lying Settle(Body body, PileGround ground, Lying lying, RandomStream stream)
    {
        if (lying.OnGround) return lying;
        for (var step = 0; step < Settling; step++)
        {
            // Wide turns and shifts first, fine ones in the end.
            var reach = 1 - step / (float)Settling;
            var turn = Quaternion.CreateFromAxisAngle(stream.NextDirection(), 0.45f * reach * (float)stream.NextNormal());
            var shift = new Vector2((float)stream.NextNormal(), (float)stream.NextNormal()) * (3 * reach);
            if (Drop(body, Quaternion.Normalize(turn * lying.Rotation), lying.Middle + shift, ground, lying) is { } lower && lower.Level < lying.Level) lying = lower;
        }

        return lying;
    }

    private static Quaternion Resting(Body body, Vector3 down, RandomStream stream)
    {
        var yaw = Quaternion.CreateFromAxisAngle(Vector3.UnitY, stream.NextSingle() * MathF.Tau);
        var lean = stream.NextSingle() * MathF.Tau;
        var tilt = Quaternion.CreateFromAxisAngle(new Vector3(MathF.Cos(lean), 0, MathF.Sin(lean)), body.Tilt);
        return Quaternion.Normalize(tilt * yaw * RestingPoses.TurnDown(down));
    }

    // At a part, 0 to 1, of the way from one wall to the other along x and z; null when it is wider than that way.
    private Lying? DropBetweenWalls(Body body, Quaternion rotation, Vector2 part, PileGround ground, Lying? best)
    {
        var (raster, centre) = Turn(body, rotation, best);
        var (freeX, freeZ) = (ground.Width - raster.Width + 1, ground.Depth - raster.Depth + 1);
        return freeX < 1 || freeZ < 1 ? null : LetDown(ground, raster, rotation, centre, (int)(part.X * freeX) - raster.First.X, (int)(part.Y * freeZ) - raster.First.Z);
    }

    // With the centre of mass over a place of the grid; null when a wall is in the way.
    private Lying? Drop(Body body, Quaternion rotation, Vector2 middle, PileGround ground, Lying best)
    {
        var (raster, centre) = Turn(body, rotation, best);
        var (x, z) = ((int)MathF.Round(middle.X - centre.X / _cell), (int)MathF.Round(middle.Y - centre.Z / _cell));
        return ground.Holds(raster, x, z) ? LetDown(ground, raster, rotation, centre, x, z) : null;
    }

    // The raster that the best so far does not need holds the turned body.
    private (PileRaster Raster, Vector3 Centre) Turn(Body body, Quaternion rotation, Lying? best)
    {
        var raster = best?.Raster == _rasters[0] ? _rasters[1] : _rasters[0];
        var turn = Matrix4x4.CreateScale(body.Scale) * Matrix4x4.CreateFromQuaternion(rotation);
        raster.Fill(body.Shape.Points, turn, _cell);
        return (raster, Vector3.Transform(body.Shape.Centre, turn));
    }

    private Lying LetDown(PileGround ground, PileRaster raster, Quaternion rotation, Vector3 centre, int x, int z)
    {
        var y = ground.Drop(raster, x, z, out var onGround);
        return new Lying(rotation, raster, x, z, y, onGround, y + centre.Y, new Vector2(x + centre.X / _cell, z + centre.Z / _cell));
    }

    private sealed record Body(PiledShape Shape, float Scale, float Tilt);

    /// <summary>Where a body has come to lie; the level is the height of its centre of mass over the ground, the middle its place in cells.</summary>
    private sealed record Lying(Quaternion Rotation, PileRaster Raster, int X, int Z, float Y, bool OnGround, float Level, Vector2 Middle);
}
