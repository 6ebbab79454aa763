using System.Numerics;
using SynthRender.Assets.Geometry;

namespace SynthRender.Assets;

/// <summary>
/// Simple models made in code, with normals, UVs and tangents: grounds, props, tests. Each call makes a new asset; make it once and
/// share it, so that its geometry is kept on the device once. Each has one node and, unless it says otherwise, one primitive and one
/// default material.
/// </summary>
/// <remarks>Sizes are metres. The image on a shape is upright and not mirrored as seen from outside.</remarks>
public static partial class Shapes
{
    /// <summary>A level rectangle through the origin that faces +Y; the top of its image lies towards −Z.</summary>
    /// <param name="width">Extent in x, above 0.</param>
    /// <param name="depth">Extent in z, above 0.</param>
    /// <param name="uvRepeat">How often a texture repeats across each side, above 0.</param>
    public static ModelAsset Plane(float width, float depth, float uvRepeat = 1)
    {
        Positive(width, nameof(width));
        Positive(depth, nameof(depth));
        Positive(uvRepeat, nameof(uvRepeat));
        var shape = new ShapeBuilder();
        shape.Quad(Vector3.Zero, new Vector3(width / 2, 0, 0), new Vector3(0, 0, -depth / 2), uvRepeat);
        return shape.Build("plane");
    }

    /// <summary>A box around the origin, each side with the whole texture.</summary>
    /// <param name="size">Extents in x, y and z, above 0.</param>
    public static ModelAsset Box(Vector3 size)
    {
        Positive(size.X, nameof(size));
        Positive(size.Y, nameof(size));
        Positive(size.Z, nameof(size));
        var (x, y, z) = (new Vector3(size.X / 2, 0, 0), new Vector3(0, size.Y / 2, 0), new Vector3(0, 0, size.Z / 2));
        var shape = new ShapeBuilder();
        shape.Quad(z, x, y);
        shape.Quad(x, -z, y);
        shape.Quad(-z, -x, y);
        shape.Quad(-x, z, y);
        shape.Quad(y, x, -z);
        shape.Quad(-y, x, z);
        return shape.Build("box");
    }

    /// <summary>A ball around the origin; the seam of its image lies towards −Z.</summary>
    /// <param name="radius">Above 0.</param>
    /// <param name="segments">Sides of the equator, 3 to 1024; half as many from pole to pole.</param>
    public static ModelAsset Sphere(float radius, int segments = 32)
    {
        Positive(radius, nameof(radius));
        Count(segments, nameof(segments));
        var shape = new ShapeBuilder();
        shape.Sweep(segments, Math.Max(2, segments / 2), closedV: false, (u, v) =>
        {
            var (around, down) = (Angle(u), v * MathF.PI);
            var (sin, cos) = MathF.SinCos(down);
            // Exact at the poles, so that the triangles there have no area and fall away.
            if (v is 0 or 1) sin = 0;
            var normal = new Vector3(sin * MathF.Sin(around), cos, sin * MathF.Cos(around));
            return (radius * normal, normal, new Vector3(MathF.Cos(around), 0, -MathF.Sin(around)));
        });
        return shape.Build("sphere");
    }

    /// <summary>A closed cylinder around the y axis, its middle in the origin.</summary>
    /// <param name="radius">Above 0.</param>
    /// <param name="height">Extent in y, above 0.</param>
    /// <param name="segments">Sides, 3 to 1024.</param>
    public static ModelAsset Cylinder(float radius, float height, int segments = 32)
    {
        Positive(radius, nameof(radius));
        return Frustum("cylinder", radius, radius, height, segments);
    }

    /// <summary>A closed cone around the y axis, its base at −height/2, its tip at +height/2.</summary>
    /// <param name="radius">Of the base, above 0.</param>
    /// <param name="height">Extent in y, above 0.</param>
    /// <param name="segments">Sides, 3 to 1024.</param>
    public static ModelAsset Cone(float radius, float height, int segments = 32)
    {
        Positive(radius, nameof(radius));
        return Frustum("cone", 0, radius, height, segments);
    }

    /// <summary>A ring around the y axis.</summary>
    /// <param name="radius">From the axis to the middle of the tube, above 0.</param>
    /// <param name="tubeRadius">Above 0.</param>
    /// <param name="segments">Sides around the axis, 3 to 1024.</param>
    /// <param name="tubeSegments">Sides around the tube, 3 to 1024.</param>
    public static ModelAsset Torus(float radius, float tubeRadius, int segments = 48, int tubeSegments = 24)
    {
        Positive(radius, nameof(radius));
        Positive(tubeRadius, nameof(tubeRadius));
        Count(segments, nameof(segments));
        Count(tubeSegments, nameof(tubeSegments));
        var shape = new ShapeBuilder();
        shape.Sweep(segments, tubeSegments, closedV: true, (u, v) =>
        {
            var around = Angle(u);
            var (sin, cos) = MathF.SinCos(-v * 2 * MathF.PI);
            var outwards = new Vector3(MathF.Sin(around), 0, MathF.Cos(around));
            var normal = outwards * cos + Vector3.UnitY * sin;
            return (radius * outwards + tubeRadius * normal, normal, new Vector3(MathF.Cos(around), 0, -MathF.Sin(around)));
        });
        return shape.Build("torus");
    }

    private static ModelAsset Frustum(string name, float top, float bottom, float height, int segments)
    {
        Positive(height, nameof(height));
        Count(segments, nameof(segments));
        var shape = new ShapeBuilder();
        var slope = Vector2.Normalize(new Vector2(height, bottom - top));
        shape.Sweep(segments, 1, closedV: false, (u, v) =>
        {
            var around = Angle(u);
            var outwards = new Vector3(MathF.Sin(around), 0, MathF.Cos(around));
            return (Rim(u, v), outwards * slope.X + Vector3.UnitY * slope.Y, new Vector3(MathF.Cos(around), 0, -MathF.Sin(around)));
        });
        if (top > 0) shape.Disc(Ring(0), top, facesUp: true);
        shape.Disc(Ring(1), bottom, facesUp: false);
        return shape.Build(name);

        // The lids take the very points of the side, so that no crack opens between them.
        Vector3[] Ring(float v) => [.. Enumerable.Range(0, segments).Select(i => Rim((float)i / segments, v))];

        Vector3 Rim(float u, float v)
        {
            var (sin, cos) = MathF.SinCos(Angle(u));
            return new Vector3(sin, 0, cos) * float.Lerp(top, bottom, v) + new Vector3(0, height * (0.5f - v), 0);
        }
    }

    // u runs eastwards (counter-clockwise seen from above) and starts at −Z.
    private static float Angle(float u) => (u - 0.5f) * 2 * MathF.PI;

    private static void Positive(float value, string name)
    {
        if (!(value > 0) || !float.IsFinite(value)) throw new ArgumentOutOfRangeException(name, value, "A size is a finite number above 0.");
    }

    private static void Count(int value, string name)
    {
        if (value is < 3 or > 1024) throw new ArgumentOutOfRangeException(name, value, "A number of sides is 3 to 1024.");
    }
}
