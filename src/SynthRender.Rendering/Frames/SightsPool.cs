using System.Collections.Concurrent;
using SynthRender.Frames;

namespace SynthRender.Rendering.Frames;

/// <summary>Sights of keypoints, used again once their frame is disposed, on whatever thread that happens.</summary>
internal sealed class SightsPool
{
    private readonly ConcurrentBag<KeypointSights> _free = [];
    private readonly Action<KeypointSights> _giveBack;

    internal SightsPool() => _giveBack = _free.Add;

    internal KeypointSights Take() => _free.TryTake(out var sights) ? sights : new KeypointSights(_giveBack);
}
