using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Labels;

namespace SynthRender.Frames;

/// <summary>A labelled object in a frame.</summary>
public sealed record FrameInstance
{
    /// <summary>The value in the id image: 1 for the first instance of the table, and so on without a gap.</summary>
    public required uint Id { get; init; }

    /// <summary>
    /// The <see cref="Id"/> of the nearest labelled object above it in the scene, of which it is a part; 0 when there is none. A whole comes
    /// before its parts, so it is below <see cref="Id"/>.
    /// </summary>
    public uint ParentId { get; init; }

    /// <summary>The path of the object's node in the scene.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required Labeling Labeling { get; init; }

    /// <summary>Maps the object's own metres to the world.</summary>
    public Matrix4x4 WorldFromObject { get; init; } = Matrix4x4.Identity;

    /// <summary>Names, edges and pairs of <see cref="Keypoints"/>; null when there are none.</summary>
    public KeypointTemplate? Template { get; init; }

    /// <summary>One for each name of <see cref="Template"/>.</summary>
    public ImmutableArray<FrameKeypoint> Keypoints { get; init; } = [];
}
