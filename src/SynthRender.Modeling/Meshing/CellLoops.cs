namespace SynthRender.Modeling.Meshing;

/// <summary>
/// How the crossed edges of a grid cell join into closed loops, one per sheet of surface. Corner c sits at its three bits;
/// edge e = 4·axis + u + 2·v, where u and v are the bits along the two axes that follow. A code holds one nibble per edge:
/// the loop's number, or 15.
/// </summary>
internal static class CellLoops
{
    public static (int From, int To) Corners(int edge)
    {
        var axis = edge / 4;
        var from = ((edge & 1) << ((axis + 1) % 3)) | ((edge >> 1 & 1) << ((axis + 2) % 3));
        return (from, from | (1 << axis));
    }

    public static int LoopOf(long loops, int edge)
    {
        var loop = (int)(loops >> (4 * edge) & 15);
        return loop == 15 ? -1 : loop;
    }

    public static int Count(long loops)
    {
        var count = 0;
        for (var e = 0; e < 12; e++)
            count = Math.Max(count, LoopOf(loops, e) + 1);
        return count;
    }

    /// <summary>Loops of a cell.</summary>
    /// <param name="inside">A bit for each corner inside the solid.</param>
    /// <param name="turned">A bit per face (2·axis + side) whose alternating corners are joined around the outside ones.</param>
    public static long Of(int inside, int turned)
    {
        Span<int> parent = stackalloc int[12];
        for (var e = 0; e < 12; e++)
            parent[e] = e;
        Span<int> corners = stackalloc int[4];
        Span<int> edges = stackalloc int[4];
        for (var axis = 0; axis < 3; axis++)
        {
            for (var side = 0; side < 2; side++)
            {
                Face(axis, side, corners, edges);
                var crossed = 0;
                for (var i = 0; i < 4; i++)
                    crossed += Crossed(inside, edges[i]) ? 1 : 0;
                if (crossed == 2)
                {
                    var first = -1;
                    for (var i = 0; i < 4; i++)
                    {
                        if (!Crossed(inside, edges[i]))
                            continue;
                        if (first < 0)
                            first = edges[i];
                        else
                            Union(parent, first, edges[i]);
                    }
                }
                else if (crossed == 4)
                {
                    // Edge i joins corner i and corner i + 1, so corner i lies between edges i − 1 and i.
                    var around = (turned >> (2 * axis + side) & 1) == 0 ? 1 : 0;
                    for (var i = 0; i < 4; i++)
                        if ((inside >> corners[i] & 1) == around)
                            Union(parent, edges[(i + 3) % 4], edges[i]);
                }
            }
        }

        long code = 0;
        var next = 0;
        Span<int> number = stackalloc int[12];
        number.Fill(-1);
        for (var e = 0; e < 12; e++)
        {
            var loop = 15;
            if (Crossed(inside, e))
            {
                var root = Find(parent, e);
                if (number[root] < 0)
                    number[root] = next++;
                loop = number[root];
            }

            code |= (long)loop << (4 * e);
        }

        return code;
    }

    /// <summary>Whether all four edges of a face are crossed and belong to one loop.</summary>
    public static bool OneLoopOnFace(int inside, long loops, int axis, int side)
    {
        Span<int> corners = stackalloc int[4];
        Span<int> edges = stackalloc int[4];
        Face(axis, side, corners, edges);
        for (var i = 0; i < 4; i++)
            if (!Crossed(inside, edges[i]) || LoopOf(loops, edges[i]) != LoopOf(loops, edges[0]))
                return false;
        return true;
    }

    private static void Face(int axis, int side, Span<int> corners, Span<int> edges)
    {
        var (u, v) = ((axis + 1) % 3, (axis + 2) % 3);
        var low = side << axis;
        corners[0] = low;
        corners[1] = low | (1 << u);
        corners[2] = low | (1 << u) | (1 << v);
        corners[3] = low | (1 << v);
        for (var i = 0; i < 4; i++)
            edges[i] = Edge(corners[i], corners[(i + 1) % 4]);
    }

    private static int Edge(int a, int b)
    {
        var axis = (a ^ b) switch { 1 => 0, 2 => 1, _ => 2 };
        var low = a & b;
        return 4 * axis + (low >> ((axis + 1) % 3) & 1) + 2 * (low >> ((axis + 2) % 3) & 1);
    }

    private static bool Crossed(int inside, int edge)
    {
        var (from, to) = Corners(edge);
        return (inside >> from & 1) != (inside >> to & 1);
    }

    private static int Find(Span<int> parent, int e)
    {
        while (parent[e] != e)
            e = parent[e];
        return e;
    }

    private static void Union(Span<int> parent, int a, int b)
    {
        var (ra, rb) = (Find(parent, a), Find(parent, b));
        parent[Math.Max(ra, rb)] = Math.Min(ra, rb);
    }
}
