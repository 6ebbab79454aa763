using System.Numerics;

namespace SynthRender.Randomizers;

/// <summary>A rectangle on which models are stood: of a plane, or of the upper side of a model.</summary>
internal sealed class PlacementGround
{
    // Height that may lie between two points of a footprint, in its diameters: a table is level, a meadow nearly.
    private const float MostSlope = 0.1f;
    private const int RimPoints = 12;

    private readonly HeightField? _heights;

    private PlacementGround(Vector3 center, Vector2 area, HeightField? heights) => (Center, Area, _heights) = (center, area, heights);

    /// <summary>The middle of the rectangle in the world; its y is the plane's.</summary>
    public Vector3 Center { get; }

    /// <summary>Extent along x and z, metres.</summary>
    public Vector2 Area { get; }

    /// <summary>A rectangle of a level plane.</summary>
    public static PlacementGround Plane(Vector3 center, Vector2 area) => new(center, area, null);

    /// <summary>A rectangle over a surface.</summary>
    /// <param name="heights">The surface.</param>
    /// <param name="offset">From the middle of its box to that of the rectangle along x and z, metres.</param>
    /// <param name="area">Extent of the rectangle, or null for that of the box.</param>
    public static PlacementGround TopOf(HeightField heights, Vector2 offset, Vector2? area)
    {
        var box = heights.Bounds;
        var center = box.Center + new Vector3(offset.X, 0, offset.Y);
        return new PlacementGround(center, area ?? new Vector2(box.Size.X, box.Size.Z), heights);
    }

    /// <summary>The height in the world on which a footprint stands, metres; null when it reaches over an edge or is not level.</summary>
    /// <param name="place">The middle of the footprint, from the middle of the rectangle.</param>
    /// <param name="radius">Radius of the footprint.</param>
    public float? HeightAt(Vector2 place, float radius)
    {
        if (_heights is null) return Center.Y;
        var middle = new Vector2(Center.X, Center.Z) + place;
        if (_heights.Highest(middle) is not { } top) return null;
        var (low, high) = (top, top);
        for (var i = 0; i < RimPoints; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / RimPoints);
            if (_heights.Highest(middle + radius * new Vector2(cos, sin)) is not { } height) return null;
            (low, high) = (MathF.Min(low, height), MathF.Max(high, height));
        }

        return high - low <= MostSlope * 2 * radius ? high : null;
    }
}
