using System.Numerics;
using SynthRender.Graph;

namespace SynthRender.Randomizers;

/// <summary>What a camera looks at.</summary>
public sealed class CameraTarget
{
    private readonly Func<Iteration, Vector3?> _find;

    private CameraTarget(string description, Func<Iteration, Vector3?> find) => (Description, _find) = (description, find);

    /// <summary>For messages: what one of the things to look at is called.</summary>
    internal string Description { get; }

    /// <summary>A point of the world, metres.</summary>
    public static CameraTarget Point(Vector3 point) => new("point", _ => point);

    /// <summary>The origin of a node.</summary>
    public static CameraTarget Of(Node node) => new($"node {node.Name}", _ => node.WorldFromNode.Translation);

    /// <summary>The middle of the box around the models of a selection (by their rest-pose bounds).</summary>
    public static CameraTarget Of(Selection selection) => new(selection.Description, iteration =>
    {
        var box = BoundingBox.Empty;
        foreach (var model in selection.In(iteration.Scene)) box = box.Union(model.WorldBounds());
        return box.IsEmpty ? null : box.Center;
    });

    /// <summary>The middle of one model of a selection, each equally likely.</summary>
    public static CameraTarget AnyOf(Selection selection) => new(selection.Description, iteration =>
    {
        var models = selection.In(iteration.Scene);
        if (models.Count == 0) return null;
        var stream = iteration.Stream("target");
        var model = models[stream.NextIndex(models.Count)];
        stream.Record("target", model.Path);
        return model.WorldBounds().Center;
    });

    /// <summary>The middle of a selection's models.</summary>
    public static implicit operator CameraTarget(Selection selection) => Of(selection);

    /// <summary>The origin of a node.</summary>
    public static implicit operator CameraTarget(Node node) => Of(node);

    /// <summary>A point of the world.</summary>
    public static implicit operator CameraTarget(Vector3 point) => Point(point);

    /// <summary>The point, or null when the frame has nothing of the kind.</summary>
    internal Vector3? Find(Iteration iteration) => _find(iteration);
}
