namespace SynthRender.Datasets.Masks;

/// <summary>Deals the runs of an id image out to masks. All run lengths lie in one array, cut into pieces by mask.</summary>
internal readonly ref struct MaskWalk(ColumnRuns image, ReadOnlySpan<int> maskOfId, int maskCount)
{
    private readonly ColumnRuns _image = image;
    private readonly ReadOnlySpan<int> _maskOfId = maskOfId;
    private readonly Slot[] _slots = new Slot[maskCount];

    internal RunLengthEncoding[] Build()
    {
        var lengths = new int[Reserve()];
        Deal(lengths);

        var pixels = _image.Width * _image.Height;
        var masks = new RunLengthEncoding[_slots.Length];
        for (var i = 0; i < masks.Length; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.End < pixels) lengths[slot.Next++] = pixels - slot.End;
            masks[i] = new RunLengthEncoding(
                _image.Width, _image.Height, lengths.AsMemory(slot.First, slot.Next - slot.First), slot.Extent.Area, slot.Extent.Box);
        }

        return masks;
    }

    private int Reserve()
    {
        var starts = _image.Starts;
        var ids = _image.Ids;
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] >= (uint)_maskOfId.Length) throw UnknownId(ids[i], starts[i]);
            var mask = _maskOfId[(int)ids[i]];
            if (mask >= 0) _slots[mask].Runs++;
        }

        // Each run takes a length and the gap before it; a gap may follow the last.
        var first = 0;
        foreach (ref var slot in _slots.AsSpan())
        {
            slot.First = slot.Next = first;
            slot.Extent = MaskExtent.Empty;
            first += 2 * slot.Runs + 1;
        }

        return first;
    }

    private void Deal(int[] lengths)
    {
        var starts = _image.Starts;
        var ids = _image.Ids;
        var pixels = _image.Width * _image.Height;
        for (var i = 0; i < ids.Length; i++)
        {
            var mask = _maskOfId[(int)ids[i]];
            if (mask < 0) continue;
            ref var slot = ref _slots[mask];
            var start = starts[i];
            var length = (i + 1 < starts.Length ? starts[i + 1] : pixels) - start;
            if (slot.End == start && slot.Next > slot.First)
            {
                // Another id of the same mask follows without a gap.
                lengths[slot.Next - 1] += length;
            }
            else
            {
                lengths[slot.Next++] = start - slot.End;
                lengths[slot.Next++] = length;
            }

            slot.End = start + length;
            slot.Extent.Add(start, length, _image.Height);
        }
    }

    private InvalidDataException UnknownId(uint id, int position) => new(
        $"The id image has {id} at pixel ({position / _image.Height}, {position % _image.Height}), "
        + $"but the frame's table ends at {_maskOfId.Length - 1}. Ids are given to objects from 1 in the order of the table.");

    private struct Slot
    {
        internal int Runs;
        internal int First;
        internal int Next;
        internal int End;
        internal MaskExtent Extent;
    }
}
