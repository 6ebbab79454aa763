using SynthRender.Frames;
using SynthRender.Lights;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>Whether a light's middle is seen from the surface in each pixel: a ray in double precision against every triangle.</summary>
internal sealed class ShadowOracle
{
    private readonly OracleCamera _camera;
    private readonly List<OracleTriangle> _triangles;
    private readonly Vector3d _light;
    private readonly bool _parallel;

    /// <param name="snapshot">Models whose materials are double-sided, so that all of their faces count.</param>
    /// <param name="light">The light.</param>
    public ShadowOracle(FrameSnapshot snapshot, FrameLight light)
    {
        _camera = new OracleCamera(snapshot.Camera);
        _triangles = OracleGeometry.Of(snapshot, _camera);
        _parallel = light.Light is DirectionalLight;
        var origin = _camera.ToView(new Vector3d(0, 0, 0));
        _light = _parallel ? _camera.ToView(Vector3d.From(-light.Direction)) - origin : _camera.ToView(Vector3d.From(light.Position));
    }

    /// <param name="x">The pixel's column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="depth">Planar depth of its surface, metres.</param>
    public bool IsLit(int x, int y, double depth)
    {
        var position = _camera.Ray(x + 0.5, y + 0.5) * depth;
        var d = _parallel ? _light * 1e3 : _light - position;
        foreach (var t in _triangles)
        {
            var (e1, e2) = (t.B - t.A, t.C - t.A);
            var p = d.Cross(e2);
            var determinant = e1.Dot(p);
            if (Math.Abs(determinant) < 1e-18) continue;
            var s = position - t.A;
            var u = s.Dot(p) / determinant;
            if (u is < 0 or > 1) continue;
            var q = s.Cross(e1);
            var v = d.Dot(q) / determinant;
            if (v < 0 || u + v > 1) continue;
            var along = e2.Dot(q) / determinant * d.Length;
            // Depth is a float: the surface itself lies within a part in a million.
            if (along > 1e-4 * depth && (_parallel || along < d.Length)) return false;
        }

        return true;
    }
}
