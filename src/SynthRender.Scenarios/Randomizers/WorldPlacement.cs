using System.Numerics;
using SynthRender.Graph;

namespace SynthRender.Randomizers;

/// <summary>Where nodes are in the world, whatever they hang on.</summary>
internal static class WorldPlacement
{
    /// <summary>The box around a model in its rest pose, in the world; a point for a model without geometry.</summary>
    public static BoundingBox WorldBounds(this ModelNode model)
    {
        var world = model.WorldFromNode;
        return model.Asset.Bounds.IsEmpty
            ? new BoundingBox(world.Translation, world.Translation)
            : model.Asset.Bounds.Transform(world);
    }

    /// <summary>Gives a node a position and a rotation in the world; its scale stays.</summary>
    /// <exception cref="InvalidOperationException">A scale above the node is zero, negative or uneven.</exception>
    public static void PlaceInWorld(this Node node, Vector3 position, Quaternion rotation)
    {
        if (node.Parent is { } parent)
        {
            var worldFromParent = parent.WorldFromNode;
            if (!Matrix4x4.Invert(worldFromParent, out var parentFromWorld)
                || !Matrix4x4.Decompose(worldFromParent, out var scale, out var turn, out _)
                || !(Vector3.Distance(scale, new Vector3(scale.X)) <= 1e-4f * scale.X)) // single precision's rounding down a deep tree
                throw new InvalidOperationException(
                    $"Node '{node.Path}' cannot be turned to a direction of the world: a scale above it is zero, negative or uneven; give the nodes above it one scale for all axes.");
            position = Vector3.Transform(position, parentFromWorld);
            rotation = Quaternion.Normalize(Quaternion.Inverse(turn) * rotation);
        }

        node.Local = node.Local with { Translation = position, Rotation = rotation };
    }
}
