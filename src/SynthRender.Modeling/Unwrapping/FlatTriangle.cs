using System.Numerics;

namespace SynthRender.Modeling.Unwrapping;

/// <summary>Points against a triangle in the plane.</summary>
internal static class FlatTriangle
{
    /// <summary>Barycentric coordinates of a point, for corners b and c; not finite for a triangle without area.</summary>
    public static Vector2 Barycentric(Vector2 a, Vector2 b, Vector2 c, Vector2 p)
    {
        var (u, v, q) = (b - a, c - a, p - a);
        var area = u.X * v.Y - u.Y * v.X;
        return new Vector2(q.X * v.Y - q.Y * v.X, u.X * q.Y - u.Y * q.X) / area;
    }

    /// <summary>Distance from a point to a triangle, 0 inside.</summary>
    public static float Distance(Vector2 a, Vector2 b, Vector2 c, Vector2 p)
    {
        var w = Barycentric(a, b, c, p);
        return w.X >= 0f && w.Y >= 0f && w.X + w.Y <= 1f ? 0f : Vector2.Distance(p, Nearest(a, b, c, p));
    }

    /// <summary>The point of the triangle's border nearest to a point.</summary>
    public static Vector2 Nearest(Vector2 a, Vector2 b, Vector2 c, Vector2 p)
    {
        var (ab, bc, ca) = (OnEdge(a, b, p), OnEdge(b, c, p), OnEdge(c, a, p));
        var best = Vector2.DistanceSquared(p, ab) <= Vector2.DistanceSquared(p, bc) ? ab : bc;
        return Vector2.DistanceSquared(p, best) <= Vector2.DistanceSquared(p, ca) ? best : ca;
    }

    private static Vector2 OnEdge(Vector2 a, Vector2 b, Vector2 p)
    {
        var along = b - a;
        var square = along.LengthSquared();
        return square == 0f ? a : a + along * Math.Clamp(Vector2.Dot(p - a, along) / square, 0f, 1f);
    }
}
