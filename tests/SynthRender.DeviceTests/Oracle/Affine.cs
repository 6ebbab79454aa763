using System.Numerics;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>An affine map in double precision: p' = p.X·X + p.Y·Y + p.Z·Z + Translation.</summary>
internal readonly record struct Affine(Vector3d X, Vector3d Y, Vector3d Z, Vector3d Translation)
{
    /// <summary>Negative when the map mirrors.</summary>
    public double Determinant => X.Cross(Y).Dot(Z);

    /// <summary>Takes the rows of a row-vector matrix as they are; its floats are the truth.</summary>
    public static Affine From(Matrix4x4 m) => new(
        new Vector3d(m.M11, m.M12, m.M13),
        new Vector3d(m.M21, m.M22, m.M23),
        new Vector3d(m.M31, m.M32, m.M33),
        new Vector3d(m.M41, m.M42, m.M43));

    public Vector3d Transform(Vector3d p) => X * p.X + Y * p.Y + Z * p.Z + Translation;

    /// <summary>The inverse by Cramer's rule.</summary>
    public Affine Inverse()
    {
        var scale = 1 / Determinant;
        var (yz, zx, xy) = (Y.Cross(Z) * scale, Z.Cross(X) * scale, X.Cross(Y) * scale);
        var linear = new Affine(
            new Vector3d(yz.X, zx.X, xy.X),
            new Vector3d(yz.Y, zx.Y, xy.Y),
            new Vector3d(yz.Z, zx.Z, xy.Z),
            default);
        return linear with { Translation = linear.Transform(Translation) * -1 };
    }
}
