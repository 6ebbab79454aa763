using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;

namespace SynthRender.Scenarios;

/// <summary>
/// Sets down what stands: after each randomizer of a frame, a model that <see cref="ModelNode.Stands"/> and has another pose, shape, turn or
/// scale than before is moved up or down until its lowest point has the height that it had.
/// </summary>
internal sealed class Footing(Scene scene)
{
    private readonly Dictionary<ModelNode, Stance> _stances = [];

    /// <summary>Looks at every model; called before the first randomizer and after each.</summary>
    public void Keep()
    {
        // Disabled ones as well: the next randomizer may enable them.
        foreach (var model in scene.Root.SelfAndDescendants().OfType<ModelNode>())
            if (model.Stands) Keep(model);
            else _stances.Remove(model);
    }

    private void Keep(ModelNode model)
    {
        var now = Stance.Of(model);
        if (!_stances.TryGetValue(model, out var before))
        {
            _stances.Add(model, now);
        }
        else if (now != before)
        {
            now = now with { Foot = now.Lowest(model.Asset) };
            var rise = (before.Foot ?? before.Lowest(model.Asset)) - now.Foot.Value;
            if (rise != 0 && float.IsFinite(rise)) Raise(model, rise);
            _stances[model] = now;
        }
    }

    private static void Raise(ModelNode model, float rise)
    {
        var up = new Vector3(0, rise, 0);
        if (model.Parent is { } parent)
            up = Matrix4x4.Invert(parent.WorldFromNode, out var parentFromWorld)
                ? Vector3.TransformNormal(up, parentFromWorld)
                : throw new InvalidOperationException($"Model '{model.Path}' cannot be set down on what it stands on: a scale above it is zero.");
        model.Local = model.Local with { Translation = model.Local.Translation + up };
    }

    /// <summary>What the height of a model's lowest point over its origin depends on.</summary>
    /// <param name="Pose">Its pose; equal when it is the same array.</param>
    /// <param name="MorphWeights">Its morph weights; equal when they are the same array.</param>
    /// <param name="Up">The height of a point of the model over the model's origin is their dot product.</param>
    private sealed record Stance(ImmutableArray<Transform> Pose, ImmutableArray<ImmutableArray<float>> MorphWeights, Vector3 Up)
    {
        /// <summary>The height of the lowest point over the origin where it is known, metres.</summary>
        public float? Foot { get; init; }

        public static Stance Of(ModelNode model)
        {
            var world = model.WorldFromNode;
            return new Stance(model.Pose, model.MorphWeights, new Vector3(world.M12, world.M22, world.M32));
        }

        /// <summary>Computes the height of the lowest point over the origin.</summary>
        public float Lowest(ModelAsset asset) => PosedGeometry.InModel(asset, Pose, MorphWeights).Least(Up);

        public bool Equals(Stance? other) => other is not null && Pose == other.Pose && MorphWeights == other.MorphWeights && Up == other.Up;

        public override int GetHashCode() => HashCode.Combine(Pose, MorphWeights, Up);
    }
}
