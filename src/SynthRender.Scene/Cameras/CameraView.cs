using System.Numerics;

namespace SynthRender.Cameras;

/// <summary>A camera at one frame: the lens and where it stood. Pure geometry, in edge coordinates (pixel centres at +0.5).</summary>
public sealed class CameraView
{
    /// <summary>Freezes a camera.</summary>
    /// <param name="name">The camera's name.</param>
    /// <param name="lens">Image size, field of view, clipping distances.</param>
    /// <param name="worldFromCamera">A rigid transform; the camera looks along its −Z.</param>
    /// <exception cref="ArgumentException">The near distance is not below the far distance, or the transform cannot be inverted.</exception>
    public CameraView(string name, Lens lens, Matrix4x4 worldFromCamera)
    {
        if (lens.Near >= lens.Far)
            throw new ArgumentException($"Camera '{name}': the near distance {lens.Near} m is not below the far distance {lens.Far} m.", nameof(lens));
        if (!Matrix4x4.Invert(worldFromCamera, out var viewFromWorld))
            throw new ArgumentException($"Camera '{name}': its transform cannot be inverted (is a scale zero?).", nameof(worldFromCamera));
        (Name, Lens, WorldFromView, ViewFromWorld) = (name, lens, worldFromCamera, viewFromWorld);
        FocalLengthPixels = lens.Height / (2 * MathF.Tan(lens.VerticalFov / 2));
        ClipFromView = Projection(lens);
        ClipFromWorld = viewFromWorld * ClipFromView;
    }

    /// <summary>The camera's name.</summary>
    public string Name { get; }

    /// <summary>Image size, field of view, clipping distances, exposure.</summary>
    public Lens Lens { get; }

    /// <summary>Focal length in pixels, the same for x and y.</summary>
    public float FocalLengthPixels { get; }

    /// <summary>Maps camera coordinates (x right, y up, looking along −Z) to the world.</summary>
    public Matrix4x4 WorldFromView { get; }

    /// <summary>Maps the world to camera coordinates.</summary>
    public Matrix4x4 ViewFromWorld { get; }

    /// <summary>
    /// Perspective with y up and reversed depth: after division z is 1 at the near and 0 at the far distance, which spends a float
    /// depth buffer's precision evenly.
    /// </summary>
    public Matrix4x4 ClipFromView { get; }

    /// <summary>World to clip space, as <see cref="ClipFromView"/>.</summary>
    public Matrix4x4 ClipFromWorld { get; }

    /// <summary>The camera's position in the world, metres.</summary>
    public Vector3 Position => WorldFromView.Translation;

    /// <summary>
    /// Where a world point falls: x and y in edge coordinates (pixels, origin top left, y down), z its planar depth in metres
    /// (negative behind the camera, where x and y mean nothing).
    /// </summary>
    public Vector3 Project(Vector3 world)
    {
        var view = Vector3.Transform(world, ViewFromWorld);
        var depth = -view.Z;
        var scale = FocalLengthPixels / depth;
        return new Vector3(Lens.Width * 0.5f + view.X * scale, Lens.Height * 0.5f - view.Y * scale, depth);
    }

    private static Matrix4x4 Projection(Lens lens)
    {
        var f = 1 / MathF.Tan(lens.VerticalFov / 2);
        var range = lens.Far - lens.Near;
        return new Matrix4x4(
            f * lens.Height / lens.Width, 0, 0, 0,
            0, f, 0, 0,
            0, 0, lens.Near / range, -1,
            0, 0, lens.Near * lens.Far / range, 0);
    }
}
