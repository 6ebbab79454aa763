namespace SynthRender.Gpu.Vulkan;

/// <summary>One vkAllocateMemory, with the list of its free ranges, in order of offset.</summary>
internal sealed class VkMemoryBlock
{
    private readonly List<(ulong Offset, ulong Size)> _free = [];

    internal VkMemoryBlock(V.DeviceMemory memory, ulong size, IntPtr mapped, int typeIndex, bool isDedicated)
    {
        Memory = memory;
        Size = size;
        Mapped = mapped;
        TypeIndex = typeIndex;
        IsDedicated = isDedicated;
        _free.Add((0, size));
    }

    internal V.DeviceMemory Memory { get; }

    internal ulong Size { get; }

    internal IntPtr Mapped { get; }

    internal int TypeIndex { get; }

    internal bool IsDedicated { get; }

    internal bool IsUnused => _free.Count == 1 && _free[0].Size == Size;

    /// <summary>Takes the first free range that is large enough.</summary>
    internal bool TryTake(ulong size, ulong alignment, out ulong offset)
    {
        for (int i = 0; i < _free.Count; i++)
        {
            (ulong start, ulong length) = _free[i];
            ulong aligned = (start + alignment - 1) / alignment * alignment;
            ulong padding = aligned - start;
            if (padding + size > length)
                continue;
            ulong rest = length - padding - size;
            if (padding != 0 && rest != 0)
            {
                _free[i] = (start, padding);
                _free.Insert(i + 1, (aligned + size, rest));
            }
            else if (padding != 0)
            {
                _free[i] = (start, padding);
            }
            else if (rest != 0)
            {
                _free[i] = (aligned + size, rest);
            }
            else
            {
                _free.RemoveAt(i);
            }

            offset = aligned;
            return true;
        }

        offset = 0;
        return false;
    }

    /// <summary>Gives a range back and joins it with its free neighbours.</summary>
    internal void Give(ulong offset, ulong size)
    {
        int index = 0;
        int end = _free.Count;
        while (index < end)
        {
            int middle = (index + end) / 2;
            if (_free[middle].Offset < offset)
                index = middle + 1;
            else
                end = middle;
        }

        if (index < _free.Count && offset + size == _free[index].Offset)
        {
            size += _free[index].Size;
            _free.RemoveAt(index);
        }

        if (index > 0 && _free[index - 1].Offset + _free[index - 1].Size == offset)
            _free[index - 1] = (_free[index - 1].Offset, _free[index - 1].Size + size);
        else
            _free.Insert(index, (offset, size));
    }
}
