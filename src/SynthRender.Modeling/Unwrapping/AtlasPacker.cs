using System.Numerics;

namespace SynthRender.Modeling.Unwrapping;

/// <summary>Places charts in a square texture by their outlines, on a grid of 4-texel cells, as large as they all fit.</summary>
public static class AtlasPacker
{
    private const int CellTexels = 4;
    private const float Gutter = 2.5f;

    /// <summary>Where a chart lies: texel = chart place (metres) · scale + offset.</summary>
    /// <param name="Offset">Texels.</param>
    /// <param name="Scale">Texels per metre.</param>
    public readonly record struct Place(Vector2 Offset, float Scale);

    /// <summary>Packs charts.</summary>
    /// <param name="charts">The charts with their relative texel density (1 is plain).</param>
    /// <param name="texels">Width and height of the texture, a multiple of 64.</param>
    public static Place[] Pack(IReadOnlyList<(Chart Chart, float Density)> charts, int texels)
    {
        if (texels < 64 || texels % 64 != 0)
            throw new ArgumentOutOfRangeException(nameof(texels), texels, "A texture is a multiple of 64 texels wide.");
        var area = 0.0;
        foreach (var (chart, density) in charts)
        {
            for (var i = 0; i < chart.Corners.Length; i += 3)
            {
                var a = chart.Places[chart.Corners[i]];
                var (u, v) = (chart.Places[chart.Corners[i + 1]] - a, chart.Places[chart.Corners[i + 2]] - a);
                area += 0.5 * Math.Abs(u.X * v.Y - u.Y * v.X) * density * density;
            }
        }

        var scale = texels * MathF.Sqrt((float)(0.85 / area));
        for (; ; scale *= 0.96f)
        {
            if (scale * 16f < texels * MathF.Sqrt((float)(0.85 / area)))
                throw new InvalidOperationException($"{charts.Count} charts do not fit a texture of {texels} texels; use a larger one.");
            if (TryPack(charts, texels, scale) is { } places)
                return places;
        }
    }

    private static Place[]? TryPack(IReadOnlyList<(Chart Chart, float Density)> charts, int texels, float scale)
    {
        var side = texels / CellTexels;
        var words = side / 64 + 1;
        var used = new ulong[side * words];
        var places = new Place[charts.Count];
        var firstRow = 0;
        foreach (var index in Enumerable.Range(0, charts.Count).OrderByDescending(i => charts[i].Chart.Size.Y * charts[i].Density).ThenBy(i => i))
        {
            var (chart, density) = charts[index];
            var mask = Mask(chart, scale * density, out var width, out var height);
            if (width > side || height > side || Find(used, side, words, mask, width, height, ref firstRow) is not { } at)
                return null;
            places[index] = new Place(new Vector2(at.X, at.Y) * CellTexels + new Vector2(Gutter), scale * density);
        }

        return places;
    }

    // One row of cells per entry list; bits from the left.
    private static ulong[][] Mask(Chart chart, float scale, out int width, out int height)
    {
        var size = chart.Size * scale + new Vector2(2f * Gutter);
        width = (int)MathF.Ceiling(size.X / CellTexels);
        height = (int)MathF.Ceiling(size.Y / CellTexels);
        var rows = new ulong[height][];
        for (var y = 0; y < height; y++)
            rows[y] = new ulong[width / 64 + 1];
        var reach = Gutter + CellTexels * 0.7072f;
        for (var i = 0; i < chart.Corners.Length; i += 3)
        {
            var a = chart.Places[chart.Corners[i]] * scale + new Vector2(Gutter);
            var b = chart.Places[chart.Corners[i + 1]] * scale + new Vector2(Gutter);
            var c = chart.Places[chart.Corners[i + 2]] * scale + new Vector2(Gutter);
            var low = (Vector2.Min(a, Vector2.Min(b, c)) - new Vector2(reach)) / CellTexels;
            var high = (Vector2.Max(a, Vector2.Max(b, c)) + new Vector2(reach)) / CellTexels;
            for (var y = Math.Max(0, (int)low.Y); y <= Math.Min(height - 1, (int)high.Y); y++)
                for (var x = Math.Max(0, (int)low.X); x <= Math.Min(width - 1, (int)high.X); x++)
                    if ((rows[y][x >> 6] >> (x & 63) & 1) == 0
                        && FlatTriangle.Distance(a, b, c, new Vector2(x + 0.5f, y + 0.5f) * CellTexels) <= reach)
                        rows[y][x >> 6] |= 1UL << (x & 63);
        }

        return rows;
    }

    private static (int X, int Y)? Find(ulong[] used, int side, int words, ulong[][] mask, int width, int height, ref int firstRow)
    {
        while (firstRow < side && RowFull(used, firstRow, side, words))
            firstRow++;
        for (var y = firstRow; y + height <= side; y++)
        {
            for (var x = 0; x + width <= side; x++)
            {
                if (Collides(used, words, mask, x, y))
                    continue;
                for (var r = 0; r < mask.Length; r++)
                    for (var w = 0; w < mask[r].Length; w++)
                        Put(used, (y + r) * words, words, x, w, mask[r][w]);
                return (x, y);
            }
        }

        return null;
    }

    private static bool RowFull(ulong[] used, int row, int side, int words)
    {
        for (var x = 0; x < side; x++)
            if ((used[row * words + (x >> 6)] >> (x & 63) & 1) == 0)
                return false;
        return true;
    }

    private static bool Collides(ulong[] used, int words, ulong[][] mask, int x, int y)
    {
        var (word, bit) = (x >> 6, x & 63);
        for (var r = 0; r < mask.Length; r++)
        {
            var row = (y + r) * words;
            for (var w = 0; w < mask[r].Length; w++)
            {
                var bits = mask[r][w];
                if (bits == 0)
                    continue;
                if (word + w < words && (used[row + word + w] & (bits << bit)) != 0)
                    return true;
                if (bit > 0 && word + w + 1 < words && (used[row + word + w + 1] & (bits >> (64 - bit))) != 0)
                    return true;
            }
        }

        return false;
    }

    private static void Put(ulong[] used, int row, int words, int x, int w, ulong bits)
    {
        var (word, bit) = (x >> 6, x & 63);
        if (word + w < words)
            used[row + word + w] |= bits << bit;
        if (bit > 0 && word + w + 1 < words)
            used[row + word + w + 1] |= bits >> (64 - bit);
    }
}
