using SynthRender.Assets;
using SynthRender.Parameters;

namespace SynthRender.Randomizers;

/// <summary>Poses models by their own animation clips: a clip at a moment of it. Models without a clip stay as they are.</summary>
/// <remarks>Add it before a <see cref="JointPoseRandomizer"/> or <see cref="MorphRandomizer"/> that is to have the last word.</remarks>
public sealed class AnimationPoseRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>Only clips whose name contains this text, or null for all; each is equally likely.</summary>
    public string? Clip { get; init; }

    /// <summary>When in the clip: 0 is its start, 1 its last key; within [0, 1].</summary>
    public FloatParameter Time { get; init; } = Distributions.Uniform(0, 1);

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenarios.Scenario scenario) => Time.Within(0, 1, $"{Name}.Time");

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var model in Of.In(iteration.Scene))
        {
            var clips = model.Asset.Animations.Where(c => Clip is null || c.Name.Contains(Clip, StringComparison.Ordinal)).ToArray();
            if (clips.Length == 0) continue;
            var stream = iteration.Stream(model);
            var clip = clips[stream.NextIndex(clips.Length)];
            stream.Record("clip", clip.Name);
            (model.Pose, model.MorphWeights) = AnimationPlayer.PoseAt(model.Asset, clip, Time.Sample(stream, "time") * clip.Duration);
        }
    }
}
