using System.Numerics;
using SynthRender.Cameras;

namespace SynthRender.Rendering.Coverage;

/// <summary>A camera in double precision, from its place and lens: rays through pixels, and the way back into the image.</summary>
internal readonly struct Pinhole
{
    internal Pinhole(CameraView camera)
    {
        (Width, Height, Near, Far) = (camera.Lens.Width, camera.Lens.Height, camera.Lens.Near, camera.Lens.Far);
        Focal = camera.Lens.Height / (2 * Math.Tan(camera.Lens.VerticalFov / 2.0));
        ViewFromWorld = Placement.From(camera.WorldFromView).Inverse();
    }

    internal int Width { get; }

    internal int Height { get; }

    internal double Near { get; }

    internal double Far { get; }

    internal double Focal { get; }

    internal Placement ViewFromWorld { get; }

    /// <summary>The ray through the centre of a pixel; its parameter is planar depth.</summary>
    internal Point3 Ray(int x, int y) => new((x + 0.5 - Width * 0.5) / Focal, (Height * 0.5 - y - 0.5) / Focal, -1);

    /// <summary>Image coordinates of a point in front of the camera, and its depth.</summary>
    internal Point3 Project(Point3 view) =>
        new(Width * 0.5 - view.X * Focal / view.Z, Height * 0.5 + view.Y * Focal / view.Z, -view.Z);

    /// <summary>
    /// Rows that map (x, y, z, 1) to (depth·image x, depth·image y, depth): one matrix from a mesh's vertices to pixels, rounded to
    /// float only once.
    /// </summary>
    internal ImageRows Rows(in Placement viewFromMesh) => new(
        Row(viewFromMesh.X), Row(viewFromMesh.Y), Row(viewFromMesh.Z), Row(viewFromMesh.Origin));

    private Vector4 Row(Point3 p) => new(
        (float)(Focal * p.X - Width * 0.5 * p.Z), (float)(-Focal * p.Y - Height * 0.5 * p.Z), (float)-p.Z, 0);
}
