namespace SynthRender.Gpu.Vulkan;

/// <summary>
/// Counts who still needs a Vulkan object: its user until Dispose, objects built on it, and every recording that
/// mentions it until the GPU has run it. At zero the object is destroyed.
/// </summary>
internal sealed class VkLifetime
{
    private readonly IVkObject _owner;
    private int _count = 1;
    private int _userGone;

    internal VkLifetime(VkLiveObjects live, IVkObject owner)
    {
        Device = live;
        _owner = owner;
        live.Add(this);
    }

    /// <summary>The live objects of its device; no two devices share them.</summary>
    internal VkLiveObjects Device { get; }

    /// <summary>The last recording that took a reference; so that a recording takes one reference, not one per use.</summary>
    internal long LastRecording { get; set; }

    internal VkLifetime? Previous { get; set; }

    internal VkLifetime? Next { get; set; }

    internal bool IsDisposed => Volatile.Read(ref _userGone) != 0;

    internal void AddReference() => Interlocked.Increment(ref _count);

    internal void Release()
    {
        if (Interlocked.Decrement(ref _count) != 0)
            return;
        Device.Remove(this);
        _owner.Destroy();
    }

    /// <summary>The user's Dispose: the first call drops the user's reference, later ones do nothing.</summary>
    internal void DisposeByUser()
    {
        if (Interlocked.Exchange(ref _userGone, 1) == 0)
            Release();
    }
}
