using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Frames;
using SynthRender.Graph;

namespace SynthRender.Cameras;

/// <summary>A pinhole camera that labels what it sees. It looks along its node's −Z, with +Y up.</summary>
public sealed class PerceptionCamera : Node
{
    /// <summary>Creates a camera.</summary>
    /// <param name="name">Names the images when a scene has several cameras.</param>
    /// <param name="width">Pixels, 1 to 16384.</param>
    /// <param name="height">Pixels, 1 to 16384.</param>
    /// <param name="verticalFov">Full vertical field of view, radians, in (0, π).</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public PerceptionCamera(string name, int width, int height, float verticalFov) : base(name) =>
        Lens = new Lens(width, height, verticalFov);

    /// <summary>Image size, field of view, clipping distances, exposure.</summary>
    public Lens Lens { get; set; }

    /// <summary>What is written about each image.</summary>
    public ImmutableArray<CameraLabeler> Labelers { get; private set; } = [];

    /// <summary>Adds labelers and returns the camera.</summary>
    public PerceptionCamera Label(params CameraLabeler[] labelers)
    {
        Labelers = Labelers.AddRange(labelers);
        return this;
    }

    /// <summary>Puts the camera at <paramref name="eye"/>, looking at <paramref name="target"/> (both in the parent's frame, metres).</summary>
    /// <param name="eye">Where the camera stands.</param>
    /// <param name="target">What is in the middle of the image; not the same point.</param>
    /// <param name="roll">Turn about the viewing axis, radians, counter-clockwise as seen in the image.</param>
    /// <exception cref="ArgumentException">Eye and target coincide.</exception>
    public PerceptionCamera LookAt(Vector3 eye, Vector3 target, float roll = 0)
    {
        Local = Transform.LookingAt(eye, target, roll);
        return this;
    }

    /// <inheritdoc/>
    protected internal override object? CaptureState() => (Lens, Labelers);

    /// <inheritdoc/>
    protected internal override void RestoreState(object? state) =>
        (Lens, Labelers) = ((Lens, ImmutableArray<CameraLabeler>))state!;
}
