using System.Numerics;
using SynthRender.Assets.Geometry;

namespace SynthRender.Assets;

/// <content>
/// Tables, bins and rooms. They stand on y = 0, their middle over the origin, and their UVs are metres, so that a texture keeps its size
/// whatever theirs is.
/// </content>
public static partial class Shapes
{
    /// <summary>A table: a top on four legs. Material slots: "top", "legs".</summary>
    /// <param name="width">Extent in x, above 0.</param>
    /// <param name="depth">Extent in z, above 0.</param>
    /// <param name="height">From the floor to the upper side of the top, above <paramref name="thickness"/>.</param>
    /// <param name="thickness">Of the top, above 0.</param>
    /// <param name="legWidth">Side of a leg's square section, above 0.</param>
    /// <param name="legInset">From the top's edge to the legs, 0 or more; the legs must not meet.</param>
    public static ModelAsset Table(
        float width, float depth, float height = 0.74f, float thickness = 0.03f, float legWidth = 0.06f, float legInset = 0.04f)
    {
        Positive(width, nameof(width));
        Positive(depth, nameof(depth));
        Positive(height, nameof(height));
        Positive(thickness, nameof(thickness));
        Positive(legWidth, nameof(legWidth));
        Below(thickness, height, nameof(thickness), "the table's height");
        if (!(legInset >= 0)) throw new ArgumentOutOfRangeException(nameof(legInset), legInset, "A leg stands 0 or more metres inside the top's edge.");
        Below(2 * (legInset + legWidth), MathF.Min(width, depth), nameof(legInset), "the top, with its legs on both sides");
        var shape = new ShapeBuilder();
        var (x, z) = (width / 2, depth / 2);
        shape.Part("top");
        shape.Block(new(-x, height - thickness, -z), new(x, height, z));
        shape.Part("legs");
        foreach (var right in (ReadOnlySpan<float>)[-x + legInset, x - legInset - legWidth])
            foreach (var front in (ReadOnlySpan<float>)[-z + legInset, z - legInset - legWidth])
                shape.Block(new(right, 0, front), new(right + legWidth, height - thickness, front + legWidth));
        return shape.Build("table");
    }

    /// <summary>An open container, as parts are picked from: one closed surface, so that a ray caster finds no inside. Material slots: "outside", "inside".</summary>
    /// <param name="width">Outer extent in x, above 0.</param>
    /// <param name="depth">Outer extent in z, above 0.</param>
    /// <param name="height">Outer extent in y, above <paramref name="wall"/>.</param>
    /// <param name="wall">Thickness of walls and floor, above 0; less than half the width and depth.</param>
    public static ModelAsset Bin(float width, float depth, float height, float wall = 0.006f)
    {
        Positive(width, nameof(width));
        Positive(depth, nameof(depth));
        Positive(height, nameof(height));
        Positive(wall, nameof(wall));
        Below(wall, height, nameof(wall), "the bin's height");
        Below(2 * wall, MathF.Min(width, depth), nameof(wall), "the bin, with its walls on both sides");
        var shape = new ShapeBuilder();
        var (x, z) = (width / 2, depth / 2);
        var (inX, inZ) = (x - wall, z - wall);
        shape.Part("outside");
        shape.Ring(-x, x, height, 0, -z, z, inwards: false);
        shape.Panel(new(-x, 0, -z), new(x, 0, -z), new(x, 0, z), new(-x, 0, z), Vector3.UnitX);
        shape.Frame(Level(x, z, height), Level(inX, inZ, height), Vector3.UnitX);
        shape.Part("inside");
        shape.Ring(-inX, inX, height, wall, -inZ, inZ, inwards: true);
        var floor = Level(inX, inZ, wall);
        shape.Panel(floor[0], floor[1], floor[2], floor[3], Vector3.UnitX);
        return shape.Build("bin");
    }

    /// <summary>
    /// A room seen from inside: its faces look inwards, so a camera outside sees into it, and it keeps the sun out. Material slots:
    /// "floor", "walls", "ceiling", and "reveal", the sides of the window, when there is one.
    /// </summary>
    /// <param name="width">Inner extent in x, above 0.</param>
    /// <param name="depth">Inner extent in z, above 0.</param>
    /// <param name="height">Inner extent in y, above 0.</param>
    /// <param name="window">An opening in the wall towards −Z, or null for none. It must lie inside the wall.</param>
    public static ModelAsset Room(float width, float depth, float height = 2.6f, RoomWindow? window = null)
    {
        Positive(width, nameof(width));
        Positive(depth, nameof(depth));
        Positive(height, nameof(height));
        var (x, z) = (width / 2, depth / 2);
        var shape = new ShapeBuilder();
        shape.Part("floor");
        var floor = Level(x, z, 0);
        shape.Panel(floor[0], floor[1], floor[2], floor[3], Vector3.UnitX);
        shape.Part("walls");
        if (window is null)
        {
            shape.Ring(-x, x, height, 0, -z, z, inwards: true);
        }
        else
        {
            window.CheckInside(width, height);
            shape.Panel(new(x, 0, z), new(-x, 0, z), new(-x, height, z), new(x, height, z), -Vector3.UnitX);
            shape.Panel(new(x, 0, -z), new(x, 0, z), new(x, height, z), new(x, height, -z), Vector3.UnitZ);
            shape.Panel(new(-x, 0, z), new(-x, 0, -z), new(-x, height, -z), new(-x, height, z), -Vector3.UnitZ);
            shape.Frame(
                [new(-x, 0, -z), new(x, 0, -z), new(x, height, -z), new(-x, height, -z)], Corners(window, -z), Vector3.UnitX);
        }

        shape.Part("ceiling");
        shape.Panel(new(-x, height, -z), new(x, height, -z), new(x, height, z), new(-x, height, z), Vector3.UnitX);
        if (window is not null)
        {
            shape.Part("reveal");
            var (inner, outer) = (Corners(window, -z), Corners(window, -z - window.Depth));
            for (var i = 0; i < 4; i++)
            {
                var next = (i + 1) % 4;
                shape.Panel(inner[i], inner[next], outer[next], outer[i], Vector3.Normalize(inner[next] - inner[i]));
            }
        }

        return shape.Build("room");
    }

    // Counter-clockwise seen from above.
    private static Vector3[] Level(float x, float z, float y) => [new(-x, y, z), new(x, y, z), new(x, y, -z), new(-x, y, -z)];

    private static Vector3[] Corners(RoomWindow window, float z)
    {
        var (left, right) = (window.X - window.Width / 2, window.X + window.Width / 2);
        var (low, high) = (window.Sill, window.Sill + window.Height);
        return [new(left, low, z), new(right, low, z), new(right, high, z), new(left, high, z)];
    }

    private static void Below(float value, float limit, string name, string what)
    {
        if (!(value < limit)) throw new ArgumentOutOfRangeException(name, value, $"{value} m does not fit into {what} ({limit} m).");
    }
}
