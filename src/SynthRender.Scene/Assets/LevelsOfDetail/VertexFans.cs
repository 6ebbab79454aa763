namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>The triangles around each vertex.</summary>
internal sealed class VertexFans
{
    private readonly int[] _start;
    private readonly int[] _triangles;

    /// <param name="vertices">Number of vertices.</param>
    /// <param name="triangles">Three vertices a triangle.</param>
    public VertexFans(int vertices, int[] triangles)
    {
        Triangles = triangles;
        _start = new int[vertices + 1];
        foreach (var v in triangles) _start[v + 1]++;
        for (var v = 0; v < vertices; v++) _start[v + 1] += _start[v];
        var fill = _start[..^1];
        _triangles = new int[triangles.Length];
        for (var i = 0; i < triangles.Length; i++) _triangles[fill[triangles[i]]++] = i / 3;
    }

    /// <summary>Three vertices a triangle.</summary>
    public int[] Triangles { get; }

    /// <summary>The triangles that use a vertex.</summary>
    public ReadOnlySpan<int> this[int vertex] => _triangles.AsSpan(_start[vertex], _start[vertex + 1] - _start[vertex]);
}
