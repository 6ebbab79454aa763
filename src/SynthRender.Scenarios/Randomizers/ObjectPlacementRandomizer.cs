using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>
/// Scatters copies of models over a rectangle of the ground plane so that no two come closer than a distance (a Poisson-disk pattern),
/// each standing on the plane by its rest-pose bounds.
/// </summary>
public abstract class ObjectPlacementRandomizer : Randomizer
{
    private const int MostLayouts = 30;
    private const int MostDartsPerObject = 60;

    /// <summary>The models to choose from, each equally likely.</summary>
    public required IReadOnlyList<ModelAsset> Prefabs { get; init; }

    /// <summary>How many models a frame has; whole numbers, both ends included.</summary>
    public FloatParameter Count { get; init; } = Distributions.Uniform(1, 5);

    /// <summary>True places each prefab at most once in a frame while there are prefabs left.</summary>
    public bool Distinct { get; init; }

    /// <summary>The middle of the rectangle, metres.</summary>
    public Vector3 Center { get; init; }

    /// <summary>Extent of the rectangle along x and z, metres; the models' middles lie in it.</summary>
    public Vector2 Area { get; init; } = new(6, 6);

    /// <summary>Free distance between the circles around two models' footprints, metres; negative lets them overlap.</summary>
    public float SeparationDistance { get; init; } = 0.1f;

    /// <summary>Factor on a model's own size.</summary>
    public FloatParameter Scale { get; init; } = 1;

    /// <summary>When set, every model is first scaled to this largest extent in metres, so that unlike things can share a scene.</summary>
    public float? NormalizedSize { get; init; }

    /// <summary>Turn about the vertical, radians.</summary>
    public FloatParameter Yaw { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Puts one model into the scene.</summary>
    protected abstract ModelNode Place(Scene scene, ModelAsset prefab, Transform local);

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        if (Prefabs.Count == 0) throw new ArgumentException($"{Name} has no prefabs.");
        if (!(Area.X >= 0) || !(Area.Y >= 0)) throw new ArgumentException($"{Name}: the area {Area} has a negative side.");
        if (NormalizedSize is <= 0) throw new ArgumentException($"{Name}: the normalized size is {NormalizedSize} m; it is above 0.");
        Count.Within(0, 100_000, $"{Name}.Count");
        if (Scale.Sampler.Minimum <= 0) throw new ArgumentException($"{Name}: the scale can be {Scale.Sampler.Minimum}; it is above 0.");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var count = Count.SampleInteger(iteration.Stream(), "count");
        var items = new Item[count];
        var left = Enumerable.Range(0, Prefabs.Count).ToList();
        for (var i = 0; i < count; i++)
        {
            var stream = iteration.Stream($"object {i}");
            if (left.Count == 0 || !Distinct) left = [.. Enumerable.Range(0, Prefabs.Count)];
            var choice = stream.NextIndex(left.Count);
            var prefab = Prefabs[left[choice]];
            left.RemoveAt(choice);
            stream.Record("prefab", prefab.Name);
            var size = prefab.Bounds.Size;
            var fit = NormalizedSize / MathF.Max(size.X, MathF.Max(size.Y, size.Z)) ?? 1;
            var scale = fit * Scale.Sample(stream, "scale");
            items[i] = new Item(prefab, scale, Yaw.Sample(stream, "yaw"), new Vector2(size.X, size.Z).Length() / 2 * scale);
        }

        var places = Layout(items, iteration);
        for (var i = 0; i < count; i++)
        {
            var rotation = Quaternion.CreateFromAxisAngle(Vector3.UnitY, items[i].Yaw);
            var scale = items[i].Scale;
            var bounds = items[i].Prefab.Bounds;
            // The footprint's middle stands on the place, the lowest point on the plane.
            var foot = Vector3.Transform(new Vector3(bounds.Center.X, bounds.Min.Y, bounds.Center.Z) * scale, rotation);
            var position = Center + new Vector3(places[i].X, 0, places[i].Y) - foot;
            Place(iteration.Scene, items[i].Prefab, new Transform(position, rotation, new Vector3(scale)));
        }
    }

    private Vector2[] Layout(Item[] items, Iteration iteration)
    {
        var places = new Vector2[items.Length];
        for (var layout = 0; layout < MostLayouts; layout++)
        {
            var stream = iteration.Stream($"layout {layout}");
            var placed = 0;
            while (placed < items.Length && TryPlace(items, places, placed, stream)) placed++;
            if (placed < items.Length) continue;
            for (var i = 0; i < items.Length; i++)
            {
                stream.Record($"x{i}", places[i].X);
                stream.Record($"z{i}", places[i].Y);
            }

            return places;
        }

        throw iteration.Fail(
            $"{items.Length} models do not fit on {Area.X} m × {Area.Y} m with {SeparationDistance} m between them; enlarge Area, or lower Count, Scale or SeparationDistance.");
    }

    private bool TryPlace(Item[] items, Vector2[] places, int index, RandomStream stream)
    {
        for (var dart = 0; dart < MostDartsPerObject; dart++)
        {
            var place = new Vector2(
                (float)(stream.NextDouble() - 0.5) * Area.X, (float)(stream.NextDouble() - 0.5) * Area.Y);
            var free = true;
            for (var other = 0; other < index && free; other++)
                free = Vector2.Distance(place, places[other]) >= items[index].Radius + items[other].Radius + SeparationDistance;
            if (!free) continue;
            places[index] = place;
            return true;
        }

        return false;
    }

    private readonly record struct Item(ModelAsset Prefab, float Scale, float Yaw, float Radius);
}
