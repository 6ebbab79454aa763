using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Drawing;

/// <summary>The frame's <see cref="DrawRecord"/>s: gathered on the CPU, then written to the device at once.</summary>
internal sealed class RecordBuffer : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly uint _stride;
    private byte[] _bytes;
    private int _length;
    private DeviceBuffer? _buffer;

    internal RecordBuffer(GraphicsDevice device, ResourceLayout layout)
    {
        _device = device;
        Layout = layout;
        var alignment = Math.Max(16, device.UniformBufferMinOffsetAlignment);
        _stride = ((uint)Unsafe.SizeOf<DrawRecord>() + alignment - 1) / alignment * alignment;
        _bytes = new byte[64 * _stride];
    }

    private ResourceLayout Layout { get; }

    /// <summary>Binds one record, chosen by a dynamic offset. Valid after <see cref="Flush"/>.</summary>
    internal ResourceSet? Set { get; private set; }

    internal void Clear() => _length = 0;

    /// <summary>Adds a record and returns its dynamic offset.</summary>
    internal uint Add(in DrawRecord record)
    {
        if (_length + _stride > _bytes.Length) Array.Resize(ref _bytes, 2 * _bytes.Length);
        MemoryMarshal.Write(_bytes.AsSpan(_length), in record);
        var offset = (uint)_length;
        _length += (int)_stride;
        return offset;
    }

    /// <summary>Writes the records to the device. The frame that used the buffer before must have finished.</summary>
    internal void Flush()
    {
        if (_buffer is null || _buffer.SizeInBytes < _bytes.Length)
        {
            Set?.Dispose();
            _buffer?.Dispose();
            _buffer = _device.ResourceFactory.CreateBuffer(
                new BufferDescription((uint)_bytes.Length, BufferUsage.UniformBuffer | BufferUsage.Dynamic));
            _buffer.Name = "draw records";
            Set = _device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(
                Layout, [new DeviceBufferRange(_buffer, 0, _stride)]));
        }

        if (_length > 0) _device.UpdateBuffer(_buffer, 0, (ReadOnlySpan<byte>)_bytes.AsSpan(0, _length));
    }

    public void Dispose()
    {
        Set?.Dispose();
        _buffer?.Dispose();
    }
}
