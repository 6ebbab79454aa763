using System.Numerics;
using SynthRender.Frames;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>
/// Whether a keypoint is seen, by the straight line to it alone: every triangle of the frame in full detail, in double precision. Cut-outs are
/// not known.
/// </summary>
internal sealed class KeypointTruth
{
    // Keypoints are floats.
    private const double Rounding = 1e-5;

    private readonly OracleCamera _camera;
    private readonly List<OracleTriangle> _triangles;

    public KeypointTruth(FrameSnapshot snapshot)
    {
        _camera = new OracleCamera(snapshot.Camera);
        _triangles = OracleGeometry.Of(snapshot, _camera, levelsOfDetail: false);
    }

    public bool IsSeen(FrameInstance instance, FrameKeypoint keypoint) => IsSeen(instance, keypoint, 0, 0);

    /// <summary>Whether a line that passes within some pixels is free.</summary>
    public bool IsSeenNearby(FrameInstance instance, FrameKeypoint keypoint, double pixels)
    {
        for (var i = 0; i < 16; i++)
            if (IsSeen(instance, keypoint, pixels * Math.Cos(i * Math.PI / 8), pixels * Math.Sin(i * Math.PI / 8))) return true;
        return false;
    }

    private bool IsSeen(FrameInstance instance, FrameKeypoint keypoint, double dx, double dy)
    {
        var view = _camera.ToView(Vector3d.From(keypoint.World));
        var (x, y) = _camera.Project(view);
        var ray = _camera.Ray(x + dx, y + dy);
        foreach (var triangle in _triangles)
        {
            if (!triangle.Meets(ray, out var depth, out _) || depth < _camera.Near) continue;
            var allowed = triangle.Id == instance.Id ? keypoint.SelfOcclusionDistance : 0;
            if (depth + allowed < -view.Z * (1 - Rounding)) return false;
        }

        return true;
    }
}
