using System.Numerics;
using SynthRender.Cameras;

namespace SynthRender.Rendering.Drawing;

/// <summary>
/// The camera as the passes use it. Positions are taken relative to the camera before they become floats, so precision does not
/// fall with the distance from the world's origin.
/// </summary>
internal readonly struct CameraProjection
{
    internal CameraProjection(CameraView camera, bool clipSpaceYInverted)
    {
        Position = camera.Position;
        var perPixel = 1 / camera.FocalLengthPixels;
        RayOfPixel = new Vector4(perPixel, -0.5f * camera.Lens.Width * perPixel, -0.5f * camera.Lens.Height * perPixel, 0);
        var flip = new DoubleMatrix(Matrix4x4.CreateScale(1, clipSpaceYInverted ? -1 : 1, 1));
        var viewFromRelative = new DoubleMatrix(camera.WorldFromView).WithoutTranslation().AffineInverse();
        ClipFromRelative = viewFromRelative * new DoubleMatrix(camera.ClipFromView) * flip;
        ClipFromWorld = DoubleMatrix.Translation(-(double)Position.X, -(double)Position.Y, -(double)Position.Z) * ClipFromRelative;
    }

    internal Vector3 Position { get; }

    /// <summary>A pixel's ray of planar length 1, x to the right and y down: (x, y)·X + (Y, Z).</summary>
    internal Vector4 RayOfPixel { get; }

    /// <summary>From world axes centred on the camera to the device's clip space.</summary>
    internal DoubleMatrix ClipFromRelative { get; }

    internal DoubleMatrix ClipFromWorld { get; }
}
