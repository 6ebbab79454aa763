using System.Collections.Immutable;
using MessagePack;
using SynthRender.Labels;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>A class that occurs in a frame.</summary>
[MessagePackObject]
internal sealed class CocoCategoryRecord
{
    [Key(0)]
    public required string Name { get; init; }

    [Key(1)]
    public required string Supercategory { get; init; }

    [Key(2)]
    public string[]? KeypointNames { get; init; }

    /// <summary>From, to, from, to …, counted from 0.</summary>
    [Key(3)]
    public int[]? Edges { get; init; }

    /// <summary>Left, right, left, right …, counted from 0.</summary>
    [Key(4)]
    public int[]? SymmetricPairs { get; init; }

    internal static CocoCategoryRecord From(string name, string supercategory, KeypointTemplate? template) => new()
    {
        Name = name,
        Supercategory = supercategory,
        KeypointNames = template?.Names.ToArray(),
        Edges = template?.Edges.SelectMany(e => new[] { e.From, e.To }).ToArray(),
        SymmetricPairs = template?.SymmetricPairs.SelectMany(p => new[] { p.Left, p.Right }).ToArray(),
    };

    internal DatasetCategory ToCategory() => new(Name, Supercategory, LabelKind.Thing, KeypointNames is null
        ? null
        : new KeypointTemplate([.. KeypointNames], Pairs(Edges), Pairs(SymmetricPairs)));

    private static ImmutableArray<(int, int)> Pairs(int[]? flat) => [.. (flat ?? []).Chunk(2).Select(pair => (pair[0], pair[1]))];
}
