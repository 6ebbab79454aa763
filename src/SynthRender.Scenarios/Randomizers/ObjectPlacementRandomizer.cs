using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>
/// Scatters copies of models over a rectangle of the ground plane, or of the top of another model, so that no two come closer than a distance
/// (a Poisson-disk pattern). They hang on a node named after the randomizer, so that their paths, and with them the other randomizers'
/// draws for them, do not depend on what else is in the scene.
/// </summary>
/// <remarks>What is placed stands: a later randomizer's pose, shape, turn or scale leaves the lowest point at its height (<see cref="ModelNode.Stands"/>).</remarks>
public abstract class ObjectPlacementRandomizer : Randomizer
{
    private const int MostLayouts = 30;
    private const int OrderedLayouts = 3;
    private const int DartsPerObject = 60;
    private const int MostObjects = 100_000;

    private static readonly Vector2 DefaultArea = new(6, 6);

    private readonly Dictionary<ModelAsset, Footprint> _footprints = [];
    private readonly Dictionary<ModelAsset, PiledShape> _shapes = [];
    private Node? _group;
    private HeightField? _top;

    /// <summary>The models to choose from, each equally likely.</summary>
    public required IReadOnlyList<ModelAsset> Prefabs { get; init; }

    /// <summary>How many models a frame has; whole numbers, both ends included, 0 to 100,000.</summary>
    public FloatParameter Count { get; init; } = Distributions.Uniform(1, 5);

    /// <summary>True places each prefab at most once in a frame while there are prefabs left.</summary>
    public bool Distinct { get; init; }

    /// <summary>
    /// A model that these stand on, such as a table: each on the highest surface below its middle, the whole footprint over that surface and
    /// level to a tenth. Null, the default, for the plane of <see cref="Center"/>.
    /// </summary>
    public ModelNode? On { get; init; }

    /// <summary>
    /// The middle of the rectangle, metres; its y is the height of the ground. With <see cref="On"/> the distance from the middle of that model's box;
    /// its y is then 0.
    /// </summary>
    public Vector3 Center { get; init; }

    /// <summary>
    /// Extent of the rectangle along x and z, metres; the models' middles lie in it. Null, the default, for the box of <see cref="On"/>, or
    /// for 6 m × 6 m of the ground.
    /// </summary>
    public Vector2? Area { get; init; }

    /// <summary>Free distance between the circles around two models' footprints, metres; negative lets them overlap.</summary>
    public float SeparationDistance { get; init; } = 0.1f;

    /// <summary>
    /// Models that were placed before and that none of these may come near: their footprints count like those of the pattern, with
    /// <see cref="Clearance"/> between. Null for none.
    /// </summary>
    public Selection? KeepClearOf { get; init; }

    /// <summary>Free distance to the circle around the box of each model of <see cref="KeepClearOf"/>, seen from above, metres.</summary>
    public float Clearance { get; init; } = 0.1f;

    /// <summary>Factor on a model's own size, above 0.</summary>
    public FloatParameter Scale { get; init; } = 1;

    /// <summary>When set, every model is first scaled to this largest extent in metres, so that unlike things can share a scene.</summary>
    public float? NormalizedSize { get; init; }

    /// <summary>Turn about the vertical, radians.</summary>
    public FloatParameter Yaw { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>
    /// Whether a model lies in one of the poses in which it comes to rest on a plane, the stable ones more often, instead of standing as its file has it:
    /// true, false, or e.g. Chance(0.3). Null, the default, is false.
    /// </summary>
    public BooleanParameter? Resting { get; init; }

    /// <summary>Tags that every placed model gets, for <see cref="Selection.Tagged"/>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What a prefab's copies are called in the labels; null when they are background.</summary>
    protected abstract Labeling? LabelingOf(ModelAsset prefab);

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        if (Prefabs.Count == 0) throw new ArgumentException($"{Name} has no prefabs.");
        if (Area is { } area && !(area.X >= 0 && area.Y >= 0 && float.IsFinite(area.X + area.Y)))
            throw new ArgumentException($"{Name}: the area {area} has a side that is negative or not finite.");
        if (On is not null && Center.Y != 0) throw new ArgumentException($"{Name}: Center.Y is {Center.Y} m, but the height is that of '{On.Name}'; leave it 0.");
        if (!float.IsFinite(SeparationDistance)) throw new ArgumentException($"{Name}: the separation distance {SeparationDistance} is not finite.");
        if (!float.IsFinite(Clearance)) throw new ArgumentException($"{Name}: the clearance {Clearance} is not finite.");
        if (NormalizedSize is { } size && !(size > 0 && float.IsFinite(size))) throw new ArgumentException($"{Name}: the normalized size is {size} m; it is above 0.");
        Count.WithinWhole(0, MostObjects, $"{Name}.Count");
        Scale.AboveZero($"{Name}.Scale");
        foreach (var prefab in Prefabs)
        {
            if (prefab.Bounds.IsEmpty || prefab.Bounds.Size == Vector3.Zero)
                throw new ArgumentException($"{Name}: the prefab '{prefab.Name}' has no extent, so it cannot be stood on the ground.");
            if (prefab == On?.Asset) throw new ArgumentException($"{Name}: '{prefab.Name}' cannot be a prefab and what the prefabs stand on.");
            if (Resting is null) _footprints[prefab] = Footprint.Of(prefab);
            else if (prefab.TriangleCount == 0) throw new ArgumentException($"{Name}: the prefab '{prefab.Name}' has no triangles, so it has no resting pose; leave Resting unset.");
            else _shapes[prefab] = PiledShape.Of(prefab, float.MaxValue);
            if (LabelingOf(prefab) is { } labeling) scenario.DeclareModel(labeling, prefab);
        }

        _group = scenario.Scene.Root.Add(new Node(Name) { Tags = [.. Tags] });
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var count = Count.SampleInteger(iteration.Stream(), "count");
        if (count == 0) return;
        var ground = Ground(iteration);
        var items = Choose(iteration, count);
        var places = Layout(items, ground, iteration);
        for (var i = 0; i < count; i++)
        {
            var (prefab, scale, rotation, footprint) = items[i];
            // The footprint's middle stands on the place, the lowest point on the ground.
            var position = new Vector3(
                ground.Center.X + places[i].X, ground.HeightAt(places[i], footprint.Radius)!.Value, ground.Center.Z + places[i].Y) - footprint.Middle;
            _group!.Add(new ModelNode(prefab.Name, prefab)
            {
                Local = new Transform(position, rotation, new Vector3(scale)),
                Labeling = LabelingOf(prefab),
                Stands = true,
            });
        }
    }

    private PlacementGround Ground(Iteration iteration)
    {
        if (On is null) return PlacementGround.Plane(Center, Area ?? DefaultArea);
        if (!iteration.Scene.Models.Contains(On)) throw iteration.Fail($"'{On.Name}', which the models stand on, is not in the scene or is switched off.", On.Path);
        if (_top is null || !_top.IsOf(On)) _top = HeightField.Of(On);
        return PlacementGround.TopOf(_top, new Vector2(Center.X, Center.Z), Area);
    }

    private Item[] Choose(Iteration iteration, int count)
    {
        var items = new Item[count];
        var left = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var stream = iteration.Stream(Target(i));
            if (left.Count == 0) left.AddRange(Enumerable.Range(0, Prefabs.Count));
            var choice = stream.NextIndex(left.Count);
            var prefab = Prefabs[left[choice]];
            if (Distinct) left.RemoveAt(choice);
            stream.Record("prefab", prefab.Name);
            var size = prefab.Bounds.Size;
            var fit = NormalizedSize / MathF.Max(size.X, MathF.Max(size.Y, size.Z)) ?? 1;
            var scale = fit * Scale.Sample(stream, "scale");
            var rotation = Quaternion.CreateFromAxisAngle(Vector3.UnitY, Yaw.Sample(stream, "yaw"));
            if (Resting is null)
            {
                items[i] = new Item(prefab, scale, rotation, _footprints[prefab].Turned(rotation, scale));
                continue;
            }

            var shape = _shapes[prefab];
            if (Resting.Sample(stream, "resting"))
                rotation = stream.Record("pose", Quaternion.Normalize(rotation * RestingPoses.TurnDown(shape.Poses.Choose(stream.NextSingle()))));
            items[i] = new Item(prefab, scale, rotation, Footprint.Of(shape.Points, rotation, scale));
        }

        return items;
    }

    private Vector2[] Layout(Item[] items, PlacementGround ground, Iteration iteration)
    {
        var radii = Array.ConvertAll(items, item => item.Footprint.Radius);
        var taken = Taken(iteration.Scene, ground.Center);
        for (var layout = 0; layout < MostLayouts; layout++)
        {
            var stream = iteration.Stream($"layout {layout}");
            if (DiskLayout.TryMake(ground, radii, SeparationDistance, DartsPerObject, layout >= OrderedLayouts, taken, stream) is not { } places) continue;
            for (var i = 0; i < items.Length; i++)
            {
                iteration.Stream(Target(i)).Record("x", places[i].X);
                iteration.Stream(Target(i)).Record("z", places[i].Y);
            }

            return places;
        }

        throw iteration.Fail(
            $"{items.Length} models do not fit on {ground.Area.X} m × {ground.Area.Y} m{(On is null ? "" : $" of '{On.Name}'")} with {SeparationDistance} m "
            + $"between them; enlarge {(On is null ? "Area" : $"'{On.Name}'")}, or lower Count, Scale or SeparationDistance.");
    }

    // Circles around what was there before, relative to the middle of the area; wider by the clearance than by the separation.
    private (Vector2 Middle, float Radius)[] Taken(Scene scene, Vector3 center) => KeepClearOf is null ? [] :
    [
        .. KeepClearOf.In(scene).Select(model => model.WorldBounds()).Select(box => (
            new Vector2(box.Center.X - center.X, box.Center.Z - center.Z),
            new Vector2(box.Size.X, box.Size.Z).Length() / 2 + Clearance - SeparationDistance)),
    ];

    private static string Target(int index) => $"object {index}";

    private readonly record struct Item(ModelAsset Prefab, float Scale, Quaternion Rotation, Footprint Footprint);
}
