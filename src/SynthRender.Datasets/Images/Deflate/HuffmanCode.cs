namespace SynthRender.Datasets.Images.Deflate;

/// <summary>A Huffman code for an alphabet of up to 286 symbols (RFC 1951, section 3.2).</summary>
internal sealed class HuffmanCode(int symbols, int longest)
{
    private readonly byte[] _lengths = new byte[symbols];
    private readonly ushort[] _bits = new ushort[symbols];
    private readonly uint[] _keys = new uint[symbols];
    private readonly uint[] _weights = new uint[2 * symbols];
    private readonly int[] _parents = new int[2 * symbols];

    /// <summary>Bits of each symbol's code; 0 for a symbol that does not occur.</summary>
    internal ReadOnlySpan<byte> Lengths => _lengths;

    /// <summary>Each symbol's code, first bit lowest.</summary>
    internal ReadOnlySpan<ushort> Bits => _bits;

    /// <summary>Makes the code for these frequencies, each below 2²²; at least two symbols get a code.</summary>
    internal void Build(ReadOnlySpan<int> frequencies)
    {
        var used = SortByFrequency(frequencies);
        Measure(used);
        Limit(used);
        Assign();
    }

    private int SortByFrequency(ReadOnlySpan<int> frequencies)
    {
        var used = 0;
        for (var symbol = 0; symbol < frequencies.Length; symbol++)
            if (frequencies[symbol] > 0) _keys[used++] = (uint)frequencies[symbol] << 10 | (uint)symbol;

        // A decoder wants complete codes, and those have two symbols.
        for (var symbol = 0; used < 2; symbol++)
            if (frequencies[symbol] == 0) _keys[used++] = 1u << 10 | (uint)symbol;
        Array.Sort(_keys, 0, used);
        return used;
    }

    /// <summary>Joins the two lightest nodes until one is left: leaves come sorted, and so do the joined nodes, so two queues do.</summary>
    private void Measure(int used)
    {
        for (var i = 0; i < used; i++) _weights[i] = _keys[i] >> 10;
        var (leaf, joined) = (0, used);
        for (var node = used; node < 2 * used - 1; node++)
        {
            var first = Lightest(ref leaf, ref joined, used, node);
            var second = Lightest(ref leaf, ref joined, used, node);
            _weights[node] = _weights[first] + _weights[second];
            _parents[first] = _parents[second] = node;
        }

        // From the root down, a node's weight gives way to its depth.
        _weights[2 * used - 2] = 0;
        for (var node = 2 * used - 3; node >= 0; node--) _weights[node] = _weights[_parents[node]] + 1;
    }

    private int Lightest(ref int leaf, ref int joined, int used, int end) =>
        joined >= end || (leaf < used && _weights[leaf] <= _weights[joined]) ? leaf++ : joined++;

    /// <summary>Cuts codes that are too long, and lengthens others until the code fits again (the sum of 2^−length is 1).</summary>
    private void Limit(int used)
    {
        Array.Clear(_lengths);
        var room = 1L << longest;
        for (var i = 0; i < used; i++)
        {
            _weights[i] = Math.Min(_weights[i], (uint)longest);
            room -= 1L << (longest - (int)_weights[i]);
        }

        for (var i = 0; room < 0; i = (i + 1) % used)
        {
            // The rarest that may still grow pays.
            while (_weights[i] < longest && room < 0)
            {
                _weights[i]++;
                room += 1L << (longest - (int)_weights[i]);
            }
        }

        for (var i = used - 1; i >= 0 && room > 0; i--)
        {
            while (_weights[i] > 1 && room >= 1L << (longest - (int)_weights[i]))
            {
                room -= 1L << (longest - (int)_weights[i]);
                _weights[i]--;
            }
        }

        for (var i = 0; i < used; i++) _lengths[_keys[i] & 0x3ff] = (byte)_weights[i];
    }

    private void Assign()
    {
        Span<int> next = stackalloc int[17];
        foreach (var length in _lengths) next[length + 1]++;
        next[1] = 0;
        for (var length = 1; length < 16; length++) next[length + 1] = (next[length + 1] + next[length]) << 1;
        for (var symbol = 0; symbol < _lengths.Length; symbol++)
            if (_lengths[symbol] > 0) _bits[symbol] = Reverse(next[_lengths[symbol]]++, _lengths[symbol]);
    }

    private static ushort Reverse(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++) reversed |= ((code >> i) & 1) << (length - 1 - i);
        return (ushort)reversed;
    }
}
