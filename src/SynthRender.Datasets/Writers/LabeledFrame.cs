using System.Collections.Immutable;
using SynthRender.Frames;

namespace SynthRender.Datasets.Writers;

/// <summary>A drawn frame and what the camera's labelers found in it.</summary>
/// <param name="Frame">Pixels, ids, depth and the instance table.</param>
/// <param name="Labels">One for each labeler of the camera.</param>
public sealed record LabeledFrame(RenderedFrame Frame, ImmutableArray<FrameLabel> Labels)
{
    /// <summary>The first label of a kind, or null when no labeler made one.</summary>
    public T? Find<T>() where T : FrameLabel
    {
        foreach (var label in Labels)
            if (label is T found) return found;
        return null;
    }
}
