using System.Collections.Immutable;

namespace SynthRender.Assets;

/// <summary>A mesh with fewer triangles: other index lists over the same vertices.</summary>
/// <param name="Indices">For each primitive of the mesh, its indices in this level.</param>
/// <param name="ErrorMetres">
/// How far the level's surface lies from that of full detail at most, either way, in the mesh's own metres; 0 for full detail. Measured
/// in the rest shape, with each morph target at 1, and with the joints turned.
/// </param>
/// <param name="SlipMetres">How far a texture slips along the surface at most, in the mesh's own metres; 0 for full detail.</param>
public sealed record LevelOfDetail(ImmutableArray<ReadOnlyMemory<uint>> Indices, float ErrorMetres, float SlipMetres)
{
    /// <summary>Indices over all primitives.</summary>
    public int IndexCount { get; } = Indices.Sum(list => list.Length);
}
