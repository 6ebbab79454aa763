using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>
/// Scatters copies of models over a rectangle of the ground plane so that no two come closer than a distance (a Poisson-disk pattern),
/// each standing on the plane in its rest pose. They hang on a node named after the randomizer, so that their paths, and with
/// them the other randomizers' draws for them, do not depend on what else is in the scene.
/// </summary>
public abstract class ObjectPlacementRandomizer : Randomizer
{
    private const int MostLayouts = 30;
    private const int OrderedLayouts = 3;
    private const int DartsPerObject = 60;
    private const int MostObjects = 100_000;

    private readonly Dictionary<ModelAsset, float> _footprints = [];
    private Node? _group;

    /// <summary>The models to choose from, each equally likely.</summary>
    public required IReadOnlyList<ModelAsset> Prefabs { get; init; }

    /// <summary>How many models a frame has; whole numbers, both ends included, 0 to 100,000.</summary>
    public FloatParameter Count { get; init; } = Distributions.Uniform(1, 5);

    /// <summary>True places each prefab at most once in a frame while there are prefabs left.</summary>
    public bool Distinct { get; init; }

    /// <summary>The middle of the rectangle, metres; its y is the height of the ground.</summary>
    public Vector3 Center { get; init; }

    /// <summary>Extent of the rectangle along x and z, metres; the models' middles lie in it.</summary>
    public Vector2 Area { get; init; } = new(6, 6);

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

    /// <summary>Tags that every placed model gets, for <see cref="Selection.Tagged"/>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What a prefab's copies are called in the labels; null when they are background.</summary>
    protected abstract Labeling? LabelingOf(ModelAsset prefab);

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        if (Prefabs.Count == 0) throw new ArgumentException($"{Name} has no prefabs.");
        if (!(Area.X >= 0 && Area.Y >= 0 && float.IsFinite(Area.X + Area.Y))) throw new ArgumentException($"{Name}: the area {Area} has a side that is negative or not finite.");
        if (!float.IsFinite(SeparationDistance)) throw new ArgumentException($"{Name}: the separation distance {SeparationDistance} is not finite.");
        if (!float.IsFinite(Clearance)) throw new ArgumentException($"{Name}: the clearance {Clearance} is not finite.");
        if (NormalizedSize is { } size && !(size > 0 && float.IsFinite(size))) throw new ArgumentException($"{Name}: the normalized size is {size} m; it is above 0.");
        Count.WithinWhole(0, MostObjects, $"{Name}.Count");
        Scale.AboveZero($"{Name}.Scale");
        foreach (var prefab in Prefabs)
        {
            if (prefab.Bounds.IsEmpty || prefab.Bounds.Size == Vector3.Zero)
                throw new ArgumentException($"{Name}: the prefab '{prefab.Name}' has no extent, so it cannot be stood on the ground.");
            _footprints[prefab] = FootprintRadius(prefab);
            if (LabelingOf(prefab) is { } labeling) scenario.DeclareLabel(labeling, prefab.Labels?.Template);
        }

        _group = scenario.Scene.Root.Add(new Node(Name) { Tags = [.. Tags] });
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var count = Count.SampleInteger(iteration.Stream(), "count");
        if (count == 0) return;
        var items = Choose(iteration, count);
        var places = Layout(items, iteration);
        for (var i = 0; i < count; i++)
        {
            var (prefab, scale, yaw, _) = items[i];
            var rotation = Quaternion.CreateFromAxisAngle(Vector3.UnitY, yaw);
            // The footprint's middle stands on the place, the lowest point on the plane.
            var foot = Vector3.Transform(new Vector3(prefab.Bounds.Center.X, prefab.Bounds.Min.Y, prefab.Bounds.Center.Z) * scale, rotation);
            var position = Center + new Vector3(places[i].X, 0, places[i].Y) - foot;
            _group!.Add(new ModelNode(prefab.Name, prefab)
            {
                Local = new Transform(position, rotation, new Vector3(scale)),
                Labeling = LabelingOf(prefab),
            });
        }
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
            items[i] = new Item(prefab, scale, Yaw.Sample(stream, "yaw"), _footprints[prefab] * scale);
        }

        return items;
    }

    private Vector2[] Layout(Item[] items, Iteration iteration)
    {
        var radii = Array.ConvertAll(items, item => item.Radius);
        var taken = Taken(iteration.Scene);
        for (var layout = 0; layout < MostLayouts; layout++)
        {
            var stream = iteration.Stream($"layout {layout}");
            if (DiskLayout.TryMake(Area, radii, SeparationDistance, DartsPerObject, layout >= OrderedLayouts, taken, stream) is not { } places) continue;
            for (var i = 0; i < items.Length; i++)
            {
                iteration.Stream(Target(i)).Record("x", places[i].X);
                iteration.Stream(Target(i)).Record("z", places[i].Y);
            }

            return places;
        }

        throw iteration.Fail(
            $"{items.Length} models do not fit on {Area.X} m × {Area.Y} m with {SeparationDistance} m between them; enlarge Area, or lower Count, Scale or SeparationDistance.");
    }

    // Circles around what was there before, relative to the middle of the area; wider by the clearance than by the separation.
    private (Vector2 Middle, float Radius)[] Taken(Scene scene) => KeepClearOf is null ? [] :
    [
        .. KeepClearOf.In(scene).Select(model => model.WorldBounds()).Select(box => (
            new Vector2(box.Center.X - Center.X, box.Center.Z - Center.Z),
            new Vector2(box.Size.X, box.Size.Z).Length() / 2 + Clearance - SeparationDistance)),
    ];

    /// <summary>The circle around the middle of the bounds that holds all that is drawn, seen from above; metres.</summary>
    private static float FootprintRadius(ModelAsset prefab)
    {
        var geometry = PosedGeometry.AtRest(prefab);
        var (center, squared) = (prefab.Bounds.Center, 0f);
        for (var node = 0; node < prefab.Nodes.Length; node++)
        {
            if (prefab.Nodes[node].Mesh < 0) continue;
            var primitives = prefab.Meshes[prefab.Nodes[node].Mesh].Primitives;
            for (var primitive = 0; primitive < primitives.Length; primitive++)
            {
                var positions = new Vector3[primitives[primitive].VertexCount];
                geometry.Positions(node, primitive, positions);
                foreach (var p in positions) squared = MathF.Max(squared, new Vector2(p.X - center.X, p.Z - center.Z).LengthSquared());
            }
        }

        return squared > 0 ? MathF.Sqrt(squared) : new Vector2(prefab.Bounds.Size.X, prefab.Bounds.Size.Z).Length() / 2;
    }

    private static string Target(int index) => $"object {index}";

    private readonly record struct Item(ModelAsset Prefab, float Scale, float Yaw, float Radius);
}
