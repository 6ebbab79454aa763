using System.Numerics;

namespace SynthRender.Rendering.Coverage;

/// <summary>A point or direction in double precision.</summary>
internal readonly record struct Point3(double X, double Y, double Z)
{
    internal static Point3 From(Vector3 v) => new(v.X, v.Y, v.Z);

    public static Point3 operator +(Point3 a, Point3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Point3 operator -(Point3 a, Point3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Point3 operator *(Point3 a, double s) => new(a.X * s, a.Y * s, a.Z * s);

    internal double Dot(Point3 b) => X * b.X + Y * b.Y + Z * b.Z;

    internal Point3 Cross(Point3 b) => new(Y * b.Z - Z * b.Y, Z * b.X - X * b.Z, X * b.Y - Y * b.X);
}
