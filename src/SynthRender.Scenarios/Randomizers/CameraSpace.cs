using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;

namespace SynthRender.Randomizers;

/// <summary>Where cameras may stand: in the air, and not so near to a surface that the near plane could cut it.</summary>
/// <remarks>
/// It is the surfaces that count, whatever they are called and whichever side of them is drawn. Inside of a closed surface whose fronts face
/// outwards a camera may stand only when the surface is a room: when it holds the target as well, and some other model as a whole.
/// </remarks>
internal sealed class CameraSpace
{
    private readonly (ModelNode Node, ModelSurface Surface)[] _models;
    private readonly Dictionary<ModelNode, bool> _rooms = [];
    private readonly Vector3 _target;

    public CameraSpace(Scene scene, Vector3 target) =>
        (_models, _target) = ([.. scene.Models.Select(node => (node, ModelSurface.Of(node)))], target);

    /// <summary>A model that is in the way of a camera at a place, or null when the place is free. What hangs on the camera is not in its way.</summary>
    public ModelNode? Obstacle(PerceptionCamera camera, Vector3 eye)
    {
        var reach = NearReach(camera.Lens);
        foreach (var (node, surface) in _models)
        {
            if (surface.Bounds.DistanceTo(eye) > reach || IsBelow(node, camera)) continue;
            if (surface.ComesWithin(eye, reach) || (surface.Holds(eye) && !IsRoom(node, surface))) return node;
        }

        return null;
    }

    /// <summary>From the eye to a corner of the near plane.</summary>
    private static float NearReach(Lens lens)
    {
        var up = MathF.Tan(lens.VerticalFov / 2);
        return lens.Near * MathF.Sqrt(1 + up * up * (1 + (float)lens.Width * lens.Width / ((float)lens.Height * lens.Height)));
    }

    private bool IsRoom(ModelNode node, ModelSurface surface)
    {
        if (_rooms.TryGetValue(node, out var known)) return known;
        var isRoom = surface.Holds(_target) && Array.Exists(_models, other =>
            Encloses(surface.Bounds, other.Surface.Bounds) && !IsBelow(other.Node, node) && surface.Holds(other.Surface.Bounds.Center));
        _rooms.Add(node, isRoom);
        return isRoom;
    }

    private static bool Encloses(BoundingBox outer, BoundingBox inner) => !inner.IsEmpty
        && Vector3.Clamp(inner.Min, outer.Min, outer.Max) == inner.Min && Vector3.Clamp(inner.Max, outer.Min, outer.Max) == inner.Max;

    /// <summary>Whether a node is another one or hangs on it.</summary>
    private static bool IsBelow(Node node, Node other)
    {
        for (var above = node; above is not null; above = above.Parent)
            if (ReferenceEquals(above, other)) return true;
        return false;
    }
}
