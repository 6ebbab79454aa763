namespace SynthRender.Gpu.Vulkan;

/// <summary>The objects of a device that are not destroyed yet, as a linked list, so that adding allocates nothing.</summary>
internal sealed class VkLiveObjects
{
    private readonly Lock _lock = new();
    private VkLifetime? _first;

    internal int Count { get; private set; }

    internal void Add(VkLifetime lifetime)
    {
        lock (_lock)
        {
            lifetime.Next = _first;
            if (_first is not null)
                _first.Previous = lifetime;
            _first = lifetime;
            Count++;
        }
    }

    internal void Remove(VkLifetime lifetime)
    {
        lock (_lock)
        {
            if (lifetime.Previous is not null)
                lifetime.Previous.Next = lifetime.Next;
            else
                _first = lifetime.Next;
            if (lifetime.Next is not null)
                lifetime.Next.Previous = lifetime.Previous;
            lifetime.Previous = null;
            lifetime.Next = null;
            Count--;
        }
    }

    /// <summary>Disposes all of them in their users' stead, when the device goes.</summary>
    internal void DisposeAll()
    {
        var all = new List<VkLifetime>(Count);
        lock (_lock)
        {
            for (VkLifetime? lifetime = _first; lifetime is not null; lifetime = lifetime.Next)
                all.Add(lifetime);
        }

        foreach (VkLifetime lifetime in all)
            lifetime.DisposeByUser();
    }
}
