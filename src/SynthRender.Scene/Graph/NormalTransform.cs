using System.Numerics;

namespace SynthRender.Graph;

/// <summary>How an affine map turns the normals of surfaces.</summary>
public static class NormalTransform
{
    /// <summary>
    /// The matrix of cofactors: it turns normals as the inverse transpose does, up to a positive factor, and exists for flat scales too.
    /// Its translation is zero.
    /// </summary>
    /// <param name="m">The map.</param>
    public static Matrix4x4 Of(in Matrix4x4 m)
    {
        var (x, y, z) = (new Vector3(m.M11, m.M12, m.M13), new Vector3(m.M21, m.M22, m.M23), new Vector3(m.M31, m.M32, m.M33));
        var (a, b, c) = (Vector3.Cross(y, z), Vector3.Cross(z, x), Vector3.Cross(x, y));
        // A mirroring map turns the cofactors' sign over.
        var sign = Vector3.Dot(a, x) < 0 ? -1f : 1f;
        (a, b, c) = (a * sign, b * sign, c * sign);
        return new Matrix4x4(a.X, a.Y, a.Z, 0, b.X, b.Y, b.Z, 0, c.X, c.Y, c.Z, 0, 0, 0, 0, 1);
    }
}
