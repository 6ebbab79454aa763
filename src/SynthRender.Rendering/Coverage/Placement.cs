using System.Numerics;

namespace SynthRender.Rendering.Coverage;

/// <summary>An affine map in double precision, made of the images of the axes and of the origin (rows of a row-vector matrix).</summary>
internal readonly record struct Placement(Point3 X, Point3 Y, Point3 Z, Point3 Origin)
{
    internal static Placement From(in Matrix4x4 m) => new(
        new Point3(m.M11, m.M12, m.M13), new Point3(m.M21, m.M22, m.M23), new Point3(m.M31, m.M32, m.M33), new Point3(m.M41, m.M42, m.M43));

    /// <summary>Below 0 when the map mirrors.</summary>
    internal double Determinant => X.Cross(Y).Dot(Z);

    internal Point3 Apply(Point3 p) => Turn(p) + Origin;

    /// <summary>This map, then the next.</summary>
    internal Placement Then(in Placement next) => new(next.Turn(X), next.Turn(Y), next.Turn(Z), next.Apply(Origin));

    /// <summary>The inverse, by the adjugate.</summary>
    internal Placement Inverse()
    {
        var (a, b, c) = (Y.Cross(Z), Z.Cross(X), X.Cross(Y));
        var s = 1 / X.Dot(a);
        var turn = new Placement(
            new Point3(a.X, b.X, c.X) * s, new Point3(a.Y, b.Y, c.Y) * s, new Point3(a.Z, b.Z, c.Z) * s, default);
        return turn with { Origin = turn.Turn(Origin) * -1 };
    }

    private Point3 Turn(Point3 p) => X * p.X + Y * p.Y + Z * p.Z;
}
