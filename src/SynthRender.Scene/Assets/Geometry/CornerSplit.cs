namespace SynthRender.Assets.Geometry;

/// <summary>
/// Gives each vertex one value where its triangle corners carry several: the first value stays with the vertex, so that a vertex
/// keeps its index, and every other value gets a copy of the vertex at the end.
/// </summary>
internal static class CornerSplit
{
    /// <summary>Splits vertices.</summary>
    /// <param name="indices">Three a triangle; changed to point at the copies.</param>
    /// <param name="vertexCount">Vertices before the split.</param>
    /// <param name="corners">A value for each index.</param>
    /// <param name="unused">The value of vertices that no triangle uses.</param>
    /// <param name="values">A value for each vertex after the split.</param>
    /// <returns>For each vertex after the split, the vertex it is a copy of.</returns>
    public static int[] Split<T>(Span<uint> indices, int vertexCount, ReadOnlySpan<T> corners, T unused, out T[] values)
        where T : struct, IEquatable<T>
    {
        var origin = new List<int>(vertexCount);
        var result = new List<T>(vertexCount);
        for (var v = 0; v < vertexCount; v++)
        {
            origin.Add(v);
            result.Add(unused);
        }

        var used = new bool[vertexCount];
        var copies = new Dictionary<(uint Vertex, T Value), uint>();
        for (var c = 0; c < indices.Length; c++)
        {
            var vertex = indices[c];
            if (!used[vertex])
            {
                used[vertex] = true;
                result[(int)vertex] = corners[c];
            }

            if (result[(int)vertex].Equals(corners[c])) continue;
            if (!copies.TryGetValue((vertex, corners[c]), out var copy))
            {
                copy = (uint)origin.Count;
                copies.Add((vertex, corners[c]), copy);
                origin.Add((int)vertex);
                result.Add(corners[c]);
            }

            indices[c] = copy;
        }

        values = [.. result];
        return [.. origin];
    }
}
