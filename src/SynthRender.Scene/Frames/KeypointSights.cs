using System.Runtime.InteropServices;

namespace SynthRender.Frames;

/// <summary>
/// What lies on the straight lines from the eye to a frame's keypoints. The keypoints are numbered through all instances of
/// <see cref="FrameSnapshot.Instances"/>, in order.
/// </summary>
/// <param name="giveBack">Is called with these sights when their frame is disposed, so that they can be filled again; null for nothing.</param>
public sealed class KeypointSights(Action<KeypointSights>? giveBack = null) : IDisposable
{
    private readonly List<SightHit> _hits = [];
    private readonly List<int> _ends = [];

    /// <summary>Keypoints so far.</summary>
    public int Count => _ends.Count;

    /// <summary>The surfaces on the line to a keypoint, in no order; none for a keypoint outside of the image.</summary>
    public ReadOnlySpan<SightHit> this[int keypoint]
    {
        get
        {
            var first = keypoint == 0 ? 0 : _ends[keypoint - 1];
            return CollectionsMarshal.AsSpan(_hits)[first.._ends[keypoint]];
        }
    }

    /// <summary>Adds a surface to the keypoint that <see cref="EndKeypoint"/> ends.</summary>
    public void Add(SightHit hit) => _hits.Add(hit);

    /// <summary>Goes on to the next keypoint.</summary>
    public void EndKeypoint() => _ends.Add(_hits.Count);

    /// <summary>Forgets all, to be filled again.</summary>
    public void Clear()
    {
        _hits.Clear();
        _ends.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => giveBack?.Invoke(this);
}
