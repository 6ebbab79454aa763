using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Geometry;

/// <summary>Arrays laid one after the other into one device buffer, each starting at a multiple of 16 bytes.</summary>
internal sealed class ByteLayout
{
    private byte[] _bytes = new byte[1 << 12];
    private int _length;

    internal bool IsEmpty => _length == 0;

    /// <summary>Adds an array and returns the byte at which it starts.</summary>
    /// <exception cref="NotSupportedException">The buffer would pass 2 GiB.</exception>
    internal uint Append<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var source = MemoryMarshal.AsBytes(values);
        var start = _length;
        var end = (long)start + source.Length;
        if (end > Array.MaxLength - 16)
            throw new NotSupportedException("A model needs more than 2 GiB of vertices or indices; split it into several models.");
        if (end > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(end, 2L * _bytes.Length)));
        source.CopyTo(_bytes.AsSpan(start));
        _length = ((int)end + 15) & ~15;
        return (uint)start;
    }

    internal DeviceBuffer ToDevice(GraphicsDevice device, BufferUsage usage, string name)
    {
        var size = Math.Max(16, _length);
        var buffer = device.ResourceFactory.CreateBuffer(new BufferDescription((uint)size, usage, (usage & BufferUsage.StructuredBufferReadOnly) != 0 ? 4u : 0u));
        buffer.Name = name;
        if (_bytes.Length < size) Array.Resize(ref _bytes, size);
        device.UpdateBuffer(buffer, 0, (ReadOnlySpan<byte>)_bytes.AsSpan(0, size));
        return buffer;
    }
}
