using System.Collections.Immutable;

namespace SynthRender.Labels;

/// <summary>The keypoints of a category: their names in order, which are joined, which mirror each other.</summary>
/// <param name="Names">Distinct names, in the order in which they are written.</param>
/// <param name="Edges">Pairs of indices into <paramref name="Names"/>, from 0.</param>
/// <param name="SymmetricPairs">Left/right pairs of indices, from 0, that change places when an image is flipped.</param>
public sealed record KeypointTemplate(
    ImmutableArray<string> Names,
    ImmutableArray<(int From, int To)> Edges,
    ImmutableArray<(int Left, int Right)> SymmetricPairs)
{
    /// <summary>Equal when names, edges and pairs are.</summary>
    public bool Equals(KeypointTemplate? other) =>
        other is not null && Names.AsSpan().SequenceEqual(other.Names.AsSpan())
        && Edges.AsSpan().SequenceEqual(other.Edges.AsSpan()) && SymmetricPairs.AsSpan().SequenceEqual(other.SymmetricPairs.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Names.Aggregate(Edges.Length, (hash, name) => HashCode.Combine(hash, name));
}
