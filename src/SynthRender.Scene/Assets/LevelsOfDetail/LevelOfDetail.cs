using System.Collections.Immutable;

namespace SynthRender.Assets;

/// <summary>A mesh with fewer triangles: other index lists over the same vertices.</summary>
/// <param name="Indices">For each primitive of the mesh, its indices in this level.</param>
/// <param name="Errors">What it differs from full detail by.</param>
public sealed record LevelOfDetail(ImmutableArray<ReadOnlyMemory<uint>> Indices, LevelErrors Errors)
{
    /// <summary>Indices over all primitives.</summary>
    public int IndexCount { get; } = Indices.Sum(list => list.Length);
}
