using System.Collections.Immutable;
using SynthRender.Cameras;
using SynthRender.Environments;
using SynthRender.Lights;

namespace SynthRender.Frames;

/// <summary>A frame before it is drawn: everything one camera needs, immutable, so that drawing can lag behind randomising.</summary>
public sealed class FrameSnapshot
{
    /// <summary>The frame's index in the run, from 0.</summary>
    public required int FrameIndex { get; init; }

    /// <summary>Where the camera stands.</summary>
    public required CameraView Camera { get; init; }

    /// <summary>The camera's labelers.</summary>
    public required ImmutableArray<CameraLabeler> Labelers { get; init; }

    /// <summary>What to draw.</summary>
    public required ImmutableArray<FrameModel> Models { get; init; }

    /// <summary>What lies on surfaces, the later over the earlier.</summary>
    public ImmutableArray<FrameDecal> Decals { get; init; } = [];

    /// <summary>What lights it.</summary>
    public required ImmutableArray<FrameLight> Lights { get; init; }

    /// <summary>Light from everywhere.</summary>
    public required Surroundings Surroundings { get; init; }

    /// <summary>What is seen where there is no surface in place of the surroundings and their background, or null.</summary>
    public BackgroundPicture? Background { get; init; }

    /// <summary>What nearby surfaces keep off of that light, or null for nothing.</summary>
    public AmbientOcclusion? AmbientOcclusion { get; init; }

    /// <summary>The labelled objects: entry i has id i+1.</summary>
    public required ImmutableArray<FrameInstance> Instances { get; init; }

    /// <summary>Every value that was drawn for the frame, in the order of drawing.</summary>
    public ImmutableArray<SampledValue> SampledValues { get; init; } = [];
}
