namespace SynthRender.DeviceTests.Oracle;

/// <summary>A triangle that is drawn, in camera coordinates.</summary>
internal sealed class OracleTriangle
{
    private Vector3d _bc;
    private Vector3d _ca;
    private Vector3d _ab;

    public required uint Id { get; init; }

    public required OracleSurface Surface { get; init; }

    /// <summary>Index of the triangle in its primitive.</summary>
    public required int Index { get; init; }

    public required Vector3d A { get; init; }

    public required Vector3d B { get; init; }

    public required Vector3d C { get; init; }

    /// <summary>Vertices in the primitive, for what the surface interpolates.</summary>
    public required (int A, int B, int C) Vertices { get; init; }

    /// <summary>A·(B×C): below 0 when the corners run counter-clockwise as the camera sees them.</summary>
    public required double Volume { get; init; }

    /// <summary>
    /// For the edges AB, BC, CA: true where the surface ends or folds, false where its neighbour carries on seamlessly on the
    /// other side, so that the edge cannot change any pixel's id.
    /// </summary>
    public bool[] Outline { get; } = [true, true, true];

    /// <summary>Meets the ray with the triangle's plane and says on which side of the three edges the ray passes.</summary>
    /// <param name="ray">A ray whose parameter is planar depth.</param>
    /// <param name="depth">Planar depth of the plane along the ray.</param>
    /// <param name="weights">Perspective-correct weights of A, B, C.</param>
    /// <returns>True when the ray passes inside or on the edges, in front of the camera.</returns>
    public bool Meets(Vector3d ray, out double depth, out Vector3d weights)
    {
        if (_bc == default) (_bc, _ca, _ab) = (B.Cross(C), C.Cross(A), A.Cross(B));
        var (a, b, c) = (ray.Dot(_bc), ray.Dot(_ca), ray.Dot(_ab));
        var sum = a + b + c;
        depth = Volume / sum;
        weights = new Vector3d(a / sum, b / sum, c / sum);
        return depth > 0 && weights.X >= 0 && weights.Y >= 0 && weights.Z >= 0;
    }
}
