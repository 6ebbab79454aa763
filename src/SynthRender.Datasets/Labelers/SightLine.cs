using SynthRender.Frames;

namespace SynthRender.Datasets.Labelers;

/// <summary>The straight line from the eye to a keypoint, and what may lie on it without hiding the keypoint.</summary>
/// <param name="objectOfId">For each instance id that of the object it belongs to.</param>
/// <param name="own">The id of the keypoint's object.</param>
/// <param name="depth">The keypoint's planar depth, metres.</param>
/// <param name="selfOcclusion">By how much its own object may lie before the keypoint, metres.</param>
internal readonly ref struct SightLine(ReadOnlySpan<uint> objectOfId, uint own, float depth, float selfOcclusion)
{
    private readonly ReadOnlySpan<uint> _objectOfId = objectOfId;

    /// <summary>Whether a surface of the keypoint's object is among those that the line meets or passes.</summary>
    internal bool PassesOwn(ReadOnlySpan<SightHit> hits)
    {
        foreach (ref readonly var hit in hits)
            if (IsOwn(hit)) return true;
        return false;
    }

    /// <summary>Whether the keypoint is seen past all that the line meets.</summary>
    internal bool IsFree(ReadOnlySpan<SightHit> hits)
    {
        // The nearest of the others, at the depth up to which it may be seen past.
        var (other, isHidden) = (float.PositiveInfinity, false);
        foreach (ref readonly var hit in hits)
        {
            if (!hit.IsMet) continue;
            if (IsOwn(hit))
            {
                if (!Allows(hit)) return false;
            }
            else if (hit.Depth + hit.Slack < other)
            {
                (other, isHidden) = (hit.Depth + hit.Slack, hit.Depth + hit.Slack < depth);
            }
        }

        // Its own skin, where that is the nearest, is what is seen of a keypoint inside of a body. Beside the line it shows what is not
        // hidden itself: the tip of a needle that no pixel's centre meets.
        foreach (ref readonly var hit in hits)
            if (IsOwn(hit) && Allows(hit) && (hit.IsMet || !isHidden) && hit.Depth - hit.Slack <= other) return true;
        return false;
    }

    private bool IsOwn(in SightHit hit) => _objectOfId[(int)hit.InstanceId] == own;

    private bool Allows(in SightHit hit) => hit.Depth + hit.Slack + selfOcclusion >= depth;
}
