using System.Numerics;
using SynthRender.Graph;

namespace SynthRender.Randomizers;

/// <summary>What a camera looks at.</summary>
public sealed class CameraTarget
{
    private readonly Func<Iteration, Vector3> _find;

    private CameraTarget(Func<Iteration, Vector3> find) => _find = find;

    /// <summary>A point of the world, metres.</summary>
    public static CameraTarget Point(Vector3 point) => new(_ => point);

    /// <summary>The middle of the box around the models of a selection (by their rest-pose bounds).</summary>
    public static CameraTarget Of(Selection selection) => new(iteration =>
    {
        var box = BoundingBox.Empty;
        foreach (var model in selection.In(iteration.Scene)) box = box.Union(model.Asset.Bounds.Transform(model.WorldFromNode));
        return box.IsEmpty ? throw iteration.Fail($"there is nothing to look at: the frame has no {selection.Description}.") : box.Center;
    });

    /// <summary>The middle of one model of a selection, each equally likely.</summary>
    public static CameraTarget AnyOf(Selection selection) => new(iteration =>
    {
        var models = selection.In(iteration.Scene).ToArray();
        if (models.Length == 0) throw iteration.Fail($"there is nothing to look at: the frame has no {selection.Description}.");
        var stream = iteration.Stream("target");
        var model = models[stream.NextIndex(models.Length)];
        stream.Record("target", model.Path);
        return model.Asset.Bounds.Transform(model.WorldFromNode).Center;
    });

    /// <summary>The middle of a selection's models.</summary>
    public static implicit operator CameraTarget(Selection selection) => Of(selection);

    /// <summary>A point of the world.</summary>
    public static implicit operator CameraTarget(Vector3 point) => Point(point);

    internal Vector3 Find(Iteration iteration) => _find(iteration);
}
