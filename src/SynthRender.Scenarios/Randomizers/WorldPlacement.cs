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
    /// <exception cref="InvalidOperationException">A scale above the node is zero or shears it.</exception>
    public static void PlaceInWorld(this Node node, Vector3 position, Quaternion rotation)
    {
        if (node.Parent is { } parent)
        {
            var worldFromParent = parent.WorldFromNode;
            if (!Matrix4x4.Invert(worldFromParent, out var parentFromWorld) || !Matrix4x4.Decompose(worldFromParent, out _, out var turn, out _))
                throw new InvalidOperationException($"Node '{node.Path}' cannot be placed: a scale above it is zero or shears it.");
            position = Vector3.Transform(position, parentFromWorld);
            rotation = Quaternion.Normalize(Quaternion.Inverse(turn) * rotation);
        }

        node.Local = node.Local with { Translation = position, Rotation = rotation };
    }
}
