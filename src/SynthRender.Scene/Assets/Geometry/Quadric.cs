using System.Numerics;

namespace SynthRender.Assets.Geometry;

/// <summary>A weighted sum of squared distances to planes and points, as a quadratic form.</summary>
internal readonly record struct Quadric(
    double Xx, double Xy, double Xz, double Yy, double Yz, double Zz, double X, double Y, double Z, double C)
{
    public static Quadric OfPlane(Vector3 normal, Vector3 point, double weight)
    {
        double a = normal.X, b = normal.Y, c = normal.Z;
        var d = -(a * point.X + b * point.Y + c * point.Z);
        return new Quadric(weight * a * a, weight * a * b, weight * a * c, weight * b * b, weight * b * c, weight * c * c,
            weight * a * d, weight * b * d, weight * c * d, weight * d * d);
    }

    public static Quadric OfPoint(Vector3 p, double weight) => new(weight, 0, 0, weight, 0, weight,
        -weight * p.X, -weight * p.Y, -weight * p.Z,
        weight * ((double)p.X * p.X + (double)p.Y * p.Y + (double)p.Z * p.Z));

    public Quadric Plus(in Quadric o) => new(Xx + o.Xx, Xy + o.Xy, Xz + o.Xz, Yy + o.Yy, Yz + o.Yz, Zz + o.Zz,
        X + o.X, Y + o.Y, Z + o.Z, C + o.C);

    public double At(Vector3 p)
    {
        double x = p.X, y = p.Y, z = p.Z;
        return x * x * Xx + y * y * Yy + z * z * Zz + 2 * (x * y * Xy + x * z * Xz + y * z * Yz + x * X + y * Y + z * Z) + C;
    }

    /// <summary>Where the form is least, or null when that is not well determined.</summary>
    public Vector3? Least()
    {
        var c0 = Yy * Zz - Yz * Yz;
        var c1 = Xz * Yz - Xy * Zz;
        var c2 = Xy * Yz - Xz * Yy;
        var determinant = Xx * c0 + Xy * c1 + Xz * c2;
        var trace = Xx + Yy + Zz;
        if (Math.Abs(determinant) < 1e-9 * trace * trace * trace)
            return null;
        var x = c0 * -X + c1 * -Y + c2 * -Z;
        var y = c1 * -X + (Xx * Zz - Xz * Xz) * -Y + (Xy * Xz - Xx * Yz) * -Z;
        var z = c2 * -X + (Xy * Xz - Xx * Yz) * -Y + (Xx * Yy - Xy * Xy) * -Z;
        return new Vector3((float)(x / determinant), (float)(y / determinant), (float)(z / determinant));
    }
}
