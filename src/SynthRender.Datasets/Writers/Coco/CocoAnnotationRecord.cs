using MessagePack;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>An object in a frame, before ids are given.</summary>
[MessagePackObject]
internal sealed class CocoAnnotationRecord
{
    /// <summary>Index into the frame's categories.</summary>
    [Key(0)]
    public required int Category { get; init; }

    [Key(1)]
    public required int Area { get; init; }

    /// <summary>x, y, width, height.</summary>
    [Key(2)]
    public required int[] Box { get; init; }

    /// <summary>Compressed run lengths as ASCII, or null.</summary>
    [Key(3)]
    public byte[]? RunLengths { get; init; }

    /// <summary>Corners x, y, x, y … in edge coordinates, or null.</summary>
    [Key(4)]
    public int[][]? Polygons { get; init; }

    /// <summary>x, y, x, y … as pixel indices (edge − 0.5), or null.</summary>
    [Key(5)]
    public float[]? Keypoints { get; init; }

    /// <summary>COCO's flag of each keypoint.</summary>
    [Key(6)]
    public byte[]? Visibility { get; init; }

    /// <summary>The instance's id in the frame's id image.</summary>
    [Key(7)]
    public required uint InstanceId { get; init; }

    /// <summary>The path of the object's node.</summary>
    [Key(8)]
    public required string Name { get; init; }
}
