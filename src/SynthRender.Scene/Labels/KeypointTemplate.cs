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

    /// <summary>
    /// The keypoints of both, joined by name: this one's names in their order, then the other's that are new; the edges and pairs of both.
    /// </summary>
    /// <exception cref="ArgumentException">The two pair a keypoint with different ones.</exception>
    public KeypointTemplate MergedWith(KeypointTemplate other)
    {
        ImmutableArray<string> names = [.. Names.Union(other.Names, StringComparer.Ordinal)];
        (int, int) Here((int First, int Second) pair) => (names.IndexOf(other.Names[pair.First]), names.IndexOf(other.Names[pair.Second]));
        static (int, int) Unordered((int First, int Second) pair) => (Math.Min(pair.First, pair.Second), Math.Max(pair.First, pair.Second));

        ImmutableArray<(int Left, int Right)> pairs = [.. SymmetricPairs.Concat(other.SymmetricPairs.Select(Here)).DistinctBy(Unordered)];
        for (var name = 0; name < names.Length; name++)
        {
            string Partner((int Left, int Right) pair) => names[pair.Left == name ? pair.Right : pair.Left];
            if (pairs.Where(p => p.Left == name || p.Right == name).ToList() is { Count: > 1 } two)
                throw new ArgumentException($"'{names[name]}' is paired with '{Partner(two[0])}' in one and with '{Partner(two[1])}' in the other.");
        }

        return new KeypointTemplate(names, [.. Edges.Concat(other.Edges.Select(Here)).DistinctBy(Unordered)], pairs);
    }

    /// <inheritdoc/>
    public override int GetHashCode() => Names.Aggregate(Edges.Length, (hash, name) => HashCode.Combine(hash, name));
}
