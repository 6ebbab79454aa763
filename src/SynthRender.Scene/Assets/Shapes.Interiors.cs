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
    /// A room seen from inside: its faces look inwards, so a camera outside sees into it. Its walls have a thickness, so that no light comes
    /// through where they meet; their outer side faces inwards, too. Material slots: "floor", "walls", "ceiling", and "reveal", the sides
    /// of the window, when there is one.
    /// </summary>
    /// <param name="width">Inner extent in x, above 0.</param>
    /// <param name="depth">Inner extent in z, above 0.</param>
    /// <param name="height">Inner extent in y, above 0.</param>
    /// <param name="window">An opening in the wall towards −Z, or null for none. It must lie inside the wall.</param>
    /// <param name="wall">Thickness of walls, floor and ceiling, above 0; the wall with the window has the window's depth.</param>
    public static ModelAsset Room(float width, float depth, float height = 2.6f, RoomWindow? window = null, float wall = 0.1f)
    {
        Positive(width, nameof(width));
        Positive(depth, nameof(depth));
        Positive(height, nameof(height));
        Positive(wall, nameof(wall));
        window?.CheckInside(width, height);
        var inner = (Low: new Vector3(-width / 2, 0, -depth / 2), High: new Vector3(width / 2, height, depth / 2));
        var outer = (Low: inner.Low - new Vector3(wall, wall, window?.Depth ?? wall), High: inner.High + new Vector3(wall));
        var shape = new ShapeBuilder();
        shape.Part("floor");
        Floor(shape, inner.Low, inner.High);
        shape.Part("walls");
        Walls(shape, inner.Low, inner.High, window);
        Walls(shape, outer.Low, outer.High, window);
        Floor(shape, outer.Low, outer.High);
        Ceiling(shape, outer.Low, outer.High);
        shape.Part("ceiling");
        Ceiling(shape, inner.Low, inner.High);
        if (window is not null)
        {
            shape.Part("reveal");
            var (inside, outside) = (Corners(window, inner.Low.Z), Corners(window, outer.Low.Z));
            for (var i = 0; i < 4; i++)
            {
                var next = (i + 1) % 4;
                shape.Panel(inside[i], inside[next], outside[next], outside[i], Vector3.Normalize(inside[next] - inside[i]));
            }
        }

        return shape.Build("room");
    }

    private static void Floor(ShapeBuilder shape, Vector3 low, Vector3 high) => shape.Panel(
        new(low.X, low.Y, high.Z), new(high.X, low.Y, high.Z), new(high.X, low.Y, low.Z), new(low.X, low.Y, low.Z), Vector3.UnitX);

    private static void Ceiling(ShapeBuilder shape, Vector3 low, Vector3 high) => shape.Panel(
        new(low.X, high.Y, low.Z), new(high.X, high.Y, low.Z), new(high.X, high.Y, high.Z), new(low.X, high.Y, high.Z), Vector3.UnitX);

    private static void Walls(ShapeBuilder shape, Vector3 low, Vector3 high, RoomWindow? window)
    {
        if (window is null)
        {
            shape.Ring(low.X, high.X, high.Y, low.Y, low.Z, high.Z, inwards: true);
            return;
        }

        shape.Panel(new(high.X, low.Y, high.Z), new(low.X, low.Y, high.Z), new(low.X, high.Y, high.Z), high, -Vector3.UnitX);
        shape.Panel(new(high.X, low.Y, low.Z), new(high.X, low.Y, high.Z), high, new(high.X, high.Y, low.Z), Vector3.UnitZ);
        shape.Panel(new(low.X, low.Y, high.Z), low, new(low.X, high.Y, low.Z), new(low.X, high.Y, high.Z), -Vector3.UnitZ);
        shape.Frame(
            [low, new(high.X, low.Y, low.Z), new(high.X, high.Y, low.Z), new(low.X, high.Y, low.Z)], Corners(window, low.Z), Vector3.UnitX);
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
