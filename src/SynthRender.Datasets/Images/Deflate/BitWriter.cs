using System.Buffers.Binary;

namespace SynthRender.Datasets.Images.Deflate;

/// <summary>Packs bits into bytes, the first bit lowest.</summary>
internal ref struct BitWriter(Span<byte> target)
{
    private readonly Span<byte> _target = target;
    private ulong _bits;
    private int _count;

    /// <summary>Whole bytes written.</summary>
    internal int Length { get; private set; }

    /// <summary>Adds up to 32 bits. After it at most 31 + count wait to be written.</summary>
    internal void Add(uint bits, int count)
    {
        _bits |= (ulong)bits << _count;
        _count += count;
        if (_count < 32) return;
        BinaryPrimitives.WriteUInt32LittleEndian(_target[Length..], (uint)_bits);
        Length += 4;
        _bits >>= 32;
        _count -= 32;
    }

    /// <summary>Fills the last byte with zeros.</summary>
    internal void Finish()
    {
        for (; _count > 0; _count -= 8, _bits >>= 8) _target[Length++] = (byte)_bits;
        _count = 0;
    }
}
