namespace SynthRender.Modeling.Meshing;

/// <summary>Orders triangles so that a small vertex cache serves most of them (greedy scores after T. Forsyth, 2006).</summary>
public static class VertexOrder
{
    private const int CacheSize = 32;

    /// <summary>The triangles in a cache-friendly order; the same set, each with its winding.</summary>
    public static int[] Optimise(ReadOnlySpan<int> indices, int vertexCount)
    {
        var triangles = indices.Length / 3;
        var start = new int[vertexCount + 1];
        foreach (var v in indices)
            start[v + 1]++;
        for (var v = 0; v < vertexCount; v++)
            start[v + 1] += start[v];
        var fill = start[..^1];
        var uses = new int[indices.Length];
        for (var i = 0; i < indices.Length; i++)
            uses[fill[indices[i]]++] = i / 3;

        var left = new int[vertexCount];
        for (var v = 0; v < vertexCount; v++)
            left[v] = start[v + 1] - start[v];
        var done = new bool[triangles];
        var result = new int[indices.Length];
        var cache = new List<int>(CacheSize + 3);
        var scan = 0;
        for (var written = 0; written < triangles; written++)
        {
            int best = -1;
            var bestScore = -1f;
            for (var c = 0; c < cache.Count; c++)
            {
                var v = cache[c];
                for (var u = start[v]; u < start[v + 1]; u++)
                {
                    var t = uses[u];
                    if (done[t])
                        continue;
                    var score = Score(indices[3 * t], cache, left) + Score(indices[3 * t + 1], cache, left) + Score(indices[3 * t + 2], cache, left);
                    if (score > bestScore)
                        (best, bestScore) = (t, score);
                }
            }

            if (best < 0)
            {
                while (done[scan])
                    scan++;
                best = scan;
            }

            done[best] = true;
            for (var k = 0; k < 3; k++)
            {
                var v = indices[3 * best + k];
                result[3 * written + k] = v;
                left[v]--;
                cache.Remove(v);
                cache.Insert(0, v);
            }

            if (cache.Count > CacheSize)
                cache.RemoveRange(CacheSize, cache.Count - CacheSize);
        }

        return result;
    }

    private static float Score(int vertex, List<int> cache, int[] left)
    {
        var at = cache.IndexOf(vertex);
        var cached = at < 0 ? 0f : at < 3 ? 0.75f : MathF.Pow(1f - (at - 3f) / (CacheSize - 3f), 1.5f);
        return cached + 2f / MathF.Sqrt(Math.Max(1, left[vertex]));
    }
}
