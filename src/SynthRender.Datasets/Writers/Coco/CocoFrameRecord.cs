using MessagePack;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>What coco.json needs to know of a frame. Annotation and category ids are missing: they follow from all frames.</summary>
[MessagePackObject]
internal sealed class CocoFrameRecord
{
    internal const int CurrentVersion = 1;

    internal static readonly MessagePackSerializerOptions Options = MessagePack.Resolvers.StandardResolverAllowPrivate.Options;

    [Key(0)]
    public required int Version { get; init; }

    [Key(1)]
    public required string FileName { get; init; }

    [Key(2)]
    public required int Width { get; init; }

    [Key(3)]
    public required int Height { get; init; }

    /// <summary>In pixels; the principal point is the middle of the image.</summary>
    [Key(4)]
    public required float FocalLength { get; init; }

    /// <summary>16 numbers, row by row, for column vectors.</summary>
    [Key(5)]
    public required float[] WorldFromCamera { get; init; }

    [Key(6)]
    public required CocoCategoryRecord[] Categories { get; init; }

    [Key(7)]
    public required CocoAnnotationRecord[] Annotations { get; init; }

    /// <summary>The frame's line of samples.jsonl, UTF-8, without the end of line.</summary>
    [Key(8)]
    public required byte[] Samples { get; init; }

    /// <summary>The classes of the semantic image, or null when there is none.</summary>
    [Key(9)]
    public string[]? SemanticClasses { get; init; }
}
