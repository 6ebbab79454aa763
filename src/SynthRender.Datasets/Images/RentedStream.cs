using System.Buffers;

namespace SynthRender.Datasets.Images;

/// <summary>A growing stream in rented memory, for encoders to write into.</summary>
internal sealed class RentedStream : Stream
{
    private byte[] _buffer;
    private int _length;

    internal RentedStream(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    internal ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _buffer.Length - _length) Grow(buffer.Length);
        buffer.CopyTo(_buffer.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Room for so many bytes after what is written; <see cref="Advance"/> says how many were used.</summary>
    internal Span<byte> Reserve(int length)
    {
        if (length > _buffer.Length - _length) Grow(length);
        return _buffer.AsSpan(_length);
    }

    internal void Advance(int length) => _length += length;

    internal Span<byte> Written(int from) => _buffer.AsSpan(from, _length - from);

    protected override void Dispose(bool disposing)
    {
        var buffer = _buffer;
        (_buffer, _length) = ([], 0);
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        base.Dispose(disposing);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _buffer.Length, _length + more));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
