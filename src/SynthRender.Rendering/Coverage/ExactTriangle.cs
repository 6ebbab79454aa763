namespace SynthRender.Rendering.Coverage;

/// <summary>
/// A triangle in camera coordinates with its edge planes through the camera. A ray passes inside when it lies on the same side of
/// all three; that holds for corners behind the camera too, so nothing need be clipped. Two triangles that share an edge get the
/// same value of opposite sign for it, so no ray slips between them.
/// </summary>
internal readonly struct ExactTriangle
{
    private readonly Point3 _ab;
    private readonly Point3 _bc;
    private readonly Point3 _ca;
    private readonly double _volume;

    internal ExactTriangle(Point3 a, Point3 b, Point3 c)
    {
        (A, B, C) = (a, b, c);
        (_ab, _bc, _ca) = (a.Cross(b), b.Cross(c), c.Cross(a));
        _volume = a.Dot(_bc);
    }

    internal Point3 A { get; }

    internal Point3 B { get; }

    internal Point3 C { get; }

    /// <summary>True when the corners run counter-clockwise as the camera sees them.</summary>
    internal bool IsCounterClockwise => _volume < 0;

    internal bool IsDegenerate => _volume == 0;

    /// <summary>The corners' weights where a ray meets the triangle's plane; they add up to 1.</summary>
    internal Point3 Weights(Point3 ray)
    {
        var (a, b, c) = (ray.Dot(_bc), ray.Dot(_ca), ray.Dot(_ab));
        return new Point3(a, b, c) * (1 / (a + b + c));
    }

    /// <summary>The depth of the corner that is farthest away.</summary>
    internal double Deepest => -Math.Min(A.Z, Math.Min(B.Z, C.Z));

    /// <summary>How depth changes where a ray meets the triangle's plane.</summary>
    /// <param name="ray">Its parameter is planar depth.</param>
    /// <param name="pixel">The ray's change over one pixel: 1/focal length.</param>
    /// <returns>Metres for a pixel across the image, at most, and for a metre that the plane moves along its normal.</returns>
    internal (double PerPixel, double PerMetre) Slope(Point3 ray, double pixel)
    {
        var normal = _ab + _bc + _ca;
        var along = Math.Abs(ray.Dot(normal));
        var depth = Math.Abs(_volume) / along;
        return (depth * pixel * Math.Sqrt(normal.X * normal.X + normal.Y * normal.Y) / along, Math.Sqrt(normal.Dot(normal)) / along);
    }

    /// <summary>Meets a ray.</summary>
    /// <param name="ray">Its parameter is planar depth.</param>
    /// <param name="pixel">The ray's change over one pixel: 1/focal length.</param>
    /// <param name="depth">Planar depth of the triangle's plane on the ray; meaningless when the plane is seen edge-on.</param>
    /// <returns>Pixels by which the ray passes inside the nearest edge's line, below 0 outside; −∞ when it meets only the part behind the camera.</returns>
    internal double Meet(Point3 ray, double pixel, out double depth)
    {
        var (ab, bc, ca) = (ray.Dot(_ab), ray.Dot(_bc), ray.Dot(_ca));
        depth = _volume / (ab + bc + ca);
        var sign = _volume < 0 ? -1 : 1;
        if (!(depth > 0)) return double.NegativeInfinity;
        return Math.Min(Inside(ab, _ab), Math.Min(Inside(bc, _bc), Inside(ca, _ca)));

        // The value's slope across the image gives its distance in pixels.
        double Inside(double value, Point3 plane)
        {
            var slope = Math.Sqrt(plane.X * plane.X + plane.Y * plane.Y) * pixel;
            return slope > 0 ? sign * value / slope : sign * value >= 0 ? double.PositiveInfinity : double.NegativeInfinity;
        }
    }
}
