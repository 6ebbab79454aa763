using System.Numerics;
using System.Runtime.InteropServices;
using SynthRender.Graph;

namespace SynthRender.Assets;

/// <summary>Evaluates animation clips (glTF 2.0, section 3.11 and appendix C).</summary>
public static class AnimationPlayer
{
    /// <summary>The model at a moment of a clip; what the clip does not move is at rest.</summary>
    /// <param name="asset">The model.</param>
    /// <param name="clip">One of its clips.</param>
    /// <param name="seconds">From 0; before the first key of a channel its first value holds, after the last its last.</param>
    /// <exception cref="ArgumentException">The clip is not one of the model's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is not finite.</exception>
    public static ModelPose PoseAt(ModelAsset asset, AnimationAsset clip, float seconds)
    {
        if (!asset.Animations.Contains(clip)) throw new ArgumentException($"Model '{asset.Name}' has no clip '{clip.Name}' of its own.", nameof(clip));
        if (!float.IsFinite(seconds)) throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A time is a finite number of seconds.");
        var pose = asset.RestPose.ToArray();
        var weights = asset.RestMorphWeights.ToArray();
        Span<float> value = stackalloc float[4];
        foreach (var channel in clip.Channels)
        {
            var node = channel.Node;
            if (channel.Path == AnimationPath.Weights)
            {
                var sampled = new float[weights[node].Length];
                Sample(channel, seconds, sampled);
                weights[node] = ImmutableCollectionsMarshal.AsImmutableArray(sampled);
                continue;
            }

            Sample(channel, seconds, value[..(channel.Path == AnimationPath.Rotation ? 4 : 3)]);
            pose[node] = channel.Path switch
            {
                AnimationPath.Translation => pose[node] with { Translation = new Vector3(value) },
                AnimationPath.Scale => pose[node] with { Scale = new Vector3(value) },
                _ => pose[node] with { Rotation = Quaternion.Normalize(new Quaternion(value[0], value[1], value[2], value[3])) },
            };
        }

        return new ModelPose(ImmutableCollectionsMarshal.AsImmutableArray(pose), ImmutableCollectionsMarshal.AsImmutableArray(weights));
    }

    private static void Sample(AnimationChannel channel, float seconds, Span<float> value)
    {
        var times = channel.Times.Span;
        var keys = channel.Values.Span;
        var next = times.BinarySearch(seconds);
        next = next >= 0 ? next : ~next;
        if (next == 0 || next == times.Length || times[next] == seconds)
        {
            Key(channel, keys, Math.Min(next, times.Length - 1), value.Length).CopyTo(value);
            return;
        }

        var from = Key(channel, keys, next - 1, value.Length);
        var to = Key(channel, keys, next, value.Length);
        var length = times[next] - times[next - 1];
        var t = (seconds - times[next - 1]) / length;
        switch (channel.Interpolation)
        {
            case AnimationInterpolation.Step:
                from.CopyTo(value);
                break;
            case AnimationInterpolation.CubicSpline:
                Hermite(from, keys.Slice((3 * next - 1) * value.Length, value.Length), to, keys.Slice(3 * next * value.Length, value.Length), t, length, value);
                break;
            case AnimationInterpolation.Linear when channel.Path == AnimationPath.Rotation:
                var q = Quaternion.Slerp(new Quaternion(from[0], from[1], from[2], from[3]), new Quaternion(to[0], to[1], to[2], to[3]), t);
                (value[0], value[1], value[2], value[3]) = (q.X, q.Y, q.Z, q.W);
                break;
            default:
                for (var i = 0; i < value.Length; i++) value[i] = float.Lerp(from[i], to[i], t);
                break;
        }
    }

    // A cubic key is in-tangent, value, out-tangent.
    private static ReadOnlySpan<float> Key(AnimationChannel channel, ReadOnlySpan<float> values, int key, int width) =>
        channel.Interpolation == AnimationInterpolation.CubicSpline ? values.Slice((3 * key + 1) * width, width) : values.Slice(key * width, width);

    private static void Hermite(
        ReadOnlySpan<float> from, ReadOnlySpan<float> leaving, ReadOnlySpan<float> to, ReadOnlySpan<float> arriving, float t, float length, Span<float> value)
    {
        var (t2, t3) = (t * t, t * t * t);
        for (var i = 0; i < value.Length; i++)
            value[i] = (2 * t3 - 3 * t2 + 1) * from[i] + length * (t3 - 2 * t2 + t) * leaving[i]
                + (-2 * t3 + 3 * t2) * to[i] + length * (t3 - t2) * arriving[i];
    }
}
