using SynthRender.Cameras;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>A pinhole in double precision, from the camera's place and lens alone (none of the camera's float matrices).</summary>
internal sealed class OracleCamera(CameraView camera)
{
    private readonly Affine _viewFromWorld = Affine.From(camera.WorldFromView).Inverse();

    public int Width { get; } = camera.Lens.Width;

    public int Height { get; } = camera.Lens.Height;

    public double Near { get; } = camera.Lens.Near;

    public double Far { get; } = camera.Lens.Far;

    public double Focal { get; } = camera.Lens.Height / (2 * Math.Tan(camera.Lens.VerticalFov / 2.0));

    public Vector3d ToView(Vector3d world) => _viewFromWorld.Transform(world);

    /// <summary>The ray through an image point, scaled so that its parameter is planar depth.</summary>
    public Vector3d Ray(double x, double y) => new((x - Width / 2.0) / Focal, (Height / 2.0 - y) / Focal, -1);

    /// <summary>Where a point in front of the camera falls, in edge coordinates.</summary>
    public (double X, double Y) Project(Vector3d view) =>
        (Width / 2.0 - view.X * Focal / view.Z, Height / 2.0 + view.Y * Focal / view.Z);
}
