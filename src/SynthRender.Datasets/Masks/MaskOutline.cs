namespace SynthRender.Datasets.Masks;

/// <summary>Outlines of masks along pixel edges, so that filling them gives the same pixels back.</summary>
public static class MaskOutline
{
    private const byte East = 1, South = 2, West = 4, North = 8;

    /// <summary>
    /// Traces the outer outline of every part of a mask (pixels that touch at a corner only are separate parts). Holes are not traced.
    /// </summary>
    /// <returns>
    /// For each part its corners x, y, x, y … in edge coordinates, clockwise as seen in the image, beginning with the leftmost corner
    /// of its topmost edge; parts in order of that corner, from top to bottom, then left to right.
    /// </returns>
    public static int[][] Trace(RunLengthEncoding mask) => [.. Loops(mask, holes: false)];

    /// <summary>As <see cref="Trace"/>, with the outlines of holes, which go counter-clockwise.</summary>
    public static int[][] TraceWithHoles(RunLengthEncoding mask) => [.. Loops(mask, holes: true)];

    /// <summary>True for a polygon x, y, x, y … whose corners are corners of pixels and whose sides run along rows and columns.</summary>
    public static bool IsAlongPixelEdges(double[] polygon)
    {
        if (polygon.Length < 8 || polygon.Length % 2 != 0) return false;
        for (var i = 0; i < polygon.Length; i++)
            if (polygon[i] != Math.Floor(polygon[i])) return false;
        for (var i = 0; i < polygon.Length; i += 2)
        {
            var next = (i + 2) % polygon.Length;
            if (polygon[i] != polygon[next] && polygon[i + 1] != polygon[next + 1]) return false;
        }

        return true;
    }

    /// <summary>The pixels inside of at least one of some polygons along pixel edges (each by the even-odd rule).</summary>
    /// <param name="polygons">Each <see cref="IsAlongPixelEdges">along pixel edges</see> and within the image.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    public static RunLengthEncoding Fill(IEnumerable<double[]> polygons, int width, int height)
    {
        var inside = new byte[width * height];
        foreach (var polygon in polygons) Fill(polygon, inside, width);
        return RunLengthEncoding.FromBitmap(inside, width, height);
    }

    private static void Fill(double[] polygon, byte[] inside, int width)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, 0, 0);
        for (var i = 0; i < polygon.Length; i += 2)
        {
            (left, right) = (Math.Min(left, (int)polygon[i]), Math.Max(right, (int)polygon[i]));
            (top, bottom) = (Math.Min(top, (int)polygon[i + 1]), Math.Max(bottom, (int)polygon[i + 1]));
        }

        // Sides that run down a column: whoever goes along a row is inside after an odd number of them.
        var columns = right - left + 1;
        var crossings = new bool[columns * (bottom - top)];
        for (var i = 0; i < polygon.Length; i += 2)
        {
            var next = (i + 2) % polygon.Length;
            var (x, from, to) = ((int)polygon[i] - left, (int)polygon[i + 1] - top, (int)polygon[next + 1] - top);
            for (var y = Math.Min(from, to); y < Math.Max(from, to); y++) crossings[y * columns + x] ^= true;
        }

        for (var y = top; y < bottom; y++)
        {
            var within = false;
            for (var x = left; x < right; x++)
            {
                within ^= crossings[(y - top) * columns + x - left];
                if (within) inside[y * width + x] = 1;
            }
        }
    }

    private static IEnumerable<int[]> Loops(RunLengthEncoding mask, bool holes)
    {
        var box = mask.Bounds;
        if (box.IsEmpty) yield break;
        var bitmap = new byte[mask.Width * mask.Height];
        mask.Paint<byte>(bitmap, 1);
        var vertices = box.Width + 1;
        var exits = Exits(bitmap, mask.Width, box);
        for (var start = 0; start < exits.Length; start++)
        {
            // The first vertex of a loop in this order has an exit to the east around a part, to the south around a hole.
            while ((exits[start] & (East | South)) != 0)
            {
                var isHole = (exits[start] & East) == 0;
                var loop = Follow(exits, vertices, start, isHole ? South : East, box);
                if (holes || !isHole) yield return loop;
            }
        }
    }

    /// <summary>For each pixel corner of the box the edges that leave it, with the mask on their right.</summary>
    private static byte[] Exits(byte[] bitmap, int width, PixelBox box)
    {
        var vertices = box.Width + 1;
        var exits = new byte[vertices * (box.Height + 1)];
        bool Inside(int x, int y) => x >= 0 && x < box.Width && y >= 0 && y < box.Height && bitmap[(box.Y + y) * width + box.X + x] != 0;
        for (var y = 0; y < box.Height; y++)
        {
            for (var x = 0; x < box.Width; x++)
            {
                if (!Inside(x, y)) continue;
                var corner = y * vertices + x;
                if (!Inside(x, y - 1)) exits[corner] |= East;
                if (!Inside(x + 1, y)) exits[corner + 1] |= South;
                if (!Inside(x, y + 1)) exits[corner + vertices + 1] |= West;
                if (!Inside(x - 1, y)) exits[corner + vertices] |= North;
            }
        }

        return exits;
    }

    private static int[] Follow(byte[] exits, int vertices, int start, byte direction, PixelBox box)
    {
        var corners = new List<int>();
        var vertex = start;
        var previous = (byte)0;
        do
        {
            if (direction != previous)
            {
                corners.Add(box.X + vertex % vertices);
                corners.Add(box.Y + vertex / vertices);
            }

            exits[vertex] &= (byte)~direction;
            vertex += direction switch { East => 1, South => vertices, West => -1, _ => -vertices };
            previous = direction;

            // Where two pixels touch at a corner, turning right stays with the same pixel.
            direction = Next(exits[vertex], direction);
        }
        while (direction != 0);

        return [.. corners];
    }

    private static byte Next(byte exits, byte direction)
    {
        var right = (byte)(direction == North ? East : direction << 1);
        var left = (byte)(direction == East ? North : direction >> 1);
        if ((exits & right) != 0) return right;
        if ((exits & direction) != 0) return direction;
        return (exits & left) != 0 ? left : (byte)0;
    }
}
