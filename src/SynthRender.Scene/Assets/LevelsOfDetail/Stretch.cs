using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>By how much an affine map makes lengths longer.</summary>
internal static class Stretch
{
    /// <summary>
    /// The largest factor, or a little more: the greatest sum over a row of |M·Mᵀ|, which bounds its eigenvalues (Gershgorin), rooted.
    /// Exact when the map is a scale and then a rotation.
    /// </summary>
    public static float Largest(Matrix4x4 m)
    {
        var (x, y, z) = (new Vector3(m.M11, m.M12, m.M13), new Vector3(m.M21, m.M22, m.M23), new Vector3(m.M31, m.M32, m.M33));
        var (xy, yz, zx) = (MathF.Abs(Vector3.Dot(x, y)), MathF.Abs(Vector3.Dot(y, z)), MathF.Abs(Vector3.Dot(z, x)));
        return MathF.Sqrt(MathF.Max(x.LengthSquared() + xy + zx, MathF.Max(y.LengthSquared() + xy + yz, z.LengthSquared() + yz + zx)));
    }
}
