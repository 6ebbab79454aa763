using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>Twigs and the leaves on them, for bushes and young trees.</summary>
internal static class Branches
{
    /// <summary>Adds a crooked twig, as a three-sided tube that ends in a point, and returns the points along it.</summary>
    public static Vector3[] Twig(Sheet sheet, Chance chance, Vector3 root, Vector3 way, float length, float radius, int pieces, float droop, Vector3 color)
    {
        var path = new Vector3[pieces + 1];
        path[0] = root;
        for (var k = 1; k <= pieces; k++)
        {
            way = Vector3.Normalize(way + chance.Direction() * 0.22f - Vector3.UnitY * droop);
            path[k] = path[k - 1] + way * (length / pieces);
        }

        int[] before = [];
        for (var k = 0; k < pieces; k++)
        {
            var along = Vector3.Normalize(path[k + 1] - path[k]);
            var u = Vector3.Normalize(Vector3.Cross(along, MathF.Abs(along.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX));
            var v = Vector3.Cross(along, u);
            var thick = radius * (1f - 0.85f * k / pieces);
            var ring = new int[3];
            for (var i = 0; i < 3; i++)
            {
                var (sin, cos) = MathF.SinCos(i * MathF.Tau / 3f);
                var side = u * cos + v * sin;
                ring[i] = sheet.Vertex(path[k] + side * thick, side + Vector3.UnitY * 0.3f, color * (0.75f + 0.25f * MathF.Max(0f, side.Y)));
            }

            for (var i = 0; i < 3 && k > 0; i++)
                Quad(sheet, before[i], before[(i + 1) % 3], ring[(i + 1) % 3], ring[i]);
            before = ring;
        }

        var tip = sheet.Vertex(path[pieces], way + Vector3.UnitY, color);
        for (var i = 0; i < 3; i++)
            sheet.Triangle(before[i], before[(i + 1) % 3], tip);
        return path;
    }

    /// <summary>Adds a leaf on a twig; leaves deep inside the crown are darker.</summary>
    /// <param name="sheet">Where to.</param>
    /// <param name="chance">Its choices.</param>
    /// <param name="root">Where on the twig.</param>
    /// <param name="along">Direction of the twig.</param>
    /// <param name="size">Length of the leaf, metres.</param>
    /// <param name="outward">From the middle of the crown, unit.</param>
    /// <param name="depth">0 inside the crown, 1 at its surface.</param>
    /// <param name="dark">Colour of shaded leaves.</param>
    /// <param name="light">Colour of sunlit ones.</param>
    public static void Leaf(Sheet sheet, Chance chance, Vector3 root, Vector3 along, float size, Vector3 outward, float depth, Vector3 dark, Vector3 light)
    {
        var way = Vector3.Normalize(along * 0.5f + chance.Direction() + outward * 0.6f + new Vector3(0, 0.1f, 0));
        var face = Vector3.Normalize(outward * 0.5f + Vector3.UnitY + chance.Direction() * 0.7f);
        var side = Vector3.Normalize(Vector3.Cross(way, face));
        var normal = Vector3.Normalize(outward * 0.9f + Vector3.UnitY * 0.7f + face * 0.35f);
        var tone = Rgb.Mix(dark, light, Math.Clamp(depth * 0.85f + chance.Between(-0.2f, 0.25f), 0f, 1f));
        sheet.Leaf(root, way * size, side * (size * 0.30f), face * (size * 0.07f), normal, tone * 0.75f, tone);
    }

    private static void Quad(Sheet sheet, int a, int b, int c, int d)
    {
        sheet.Triangle(a, b, c);
        sheet.Triangle(a, c, d);
    }
}
