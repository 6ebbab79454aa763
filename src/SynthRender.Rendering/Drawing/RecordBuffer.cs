using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Rendering.Decals;
using SynthRender.Rendering.Environments;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Drawing;

/// <summary>The frame's <see cref="DrawRecord"/>s: gathered on the CPU, then written to the device at once.</summary>
internal sealed class RecordBuffer : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly PassLayouts _layouts;
    private readonly uint _stride;
    private byte[] _bytes;
    private int _length;
    private DeviceBuffer? _buffer;

    internal RecordBuffer(GraphicsDevice device, PassLayouts layouts)
    {
        _device = device;
        _layouts = layouts;
        var alignment = Math.Max(16, device.UniformBufferMinOffsetAlignment);
        _stride = (uint)(Math.Max(Unsafe.SizeOf<DrawRecord>(), Unsafe.SizeOf<LayerRecord>()) + alignment - 1) / alignment * alignment;
        _bytes = new byte[64 * _stride];
    }

    /// <summary>Binds one record, chosen by a dynamic offset. Valid after <see cref="Flush"/>.</summary>
    internal ResourceSet? Set { get; private set; }

    /// <summary>Binds a record and its layers, chosen by two dynamic offsets. Valid after <see cref="Flush"/>.</summary>
    internal ResourceSet? LayeredSet { get; private set; }

    internal void Clear() => _length = 0;

    /// <summary>Adds a record and returns its dynamic offset.</summary>
    internal uint Add(in DrawRecord record) => Append(record);

    /// <summary>Adds a record of layers and returns its dynamic offset.</summary>
    internal uint Add(in LayerRecord record) => Append(record);

    /// <summary>Adds a decal's record and returns its dynamic offset.</summary>
    internal uint Add(in DecalRecord record) => Append(record);

    /// <summary>Adds the record of a background picture and returns its dynamic offset.</summary>
    internal uint Add(in PictureRecord record) => Append(record);

    /// <summary>Writes the records to the device. The frame that used the buffer before must have finished.</summary>
    internal void Flush()
    {
        if (_buffer is null || _buffer.SizeInBytes < _bytes.Length)
        {
            DisposeBuffer();
            _buffer = _device.ResourceFactory.CreateBuffer(
                new BufferDescription((uint)_bytes.Length, BufferUsage.UniformBuffer | BufferUsage.Dynamic));
            _buffer.Name = "draw records";
            var record = new DeviceBufferRange(_buffer, 0, _stride);
            Set = _device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(_layouts.Draw, [record]));
            LayeredSet = _device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(_layouts.LayeredDraw, [record, record]));
        }

        if (_length > 0) _device.UpdateBuffer(_buffer, 0, (ReadOnlySpan<byte>)_bytes.AsSpan(0, _length));
    }

    public void Dispose() => DisposeBuffer();

    private uint Append<T>(in T record)
        where T : unmanaged
    {
        if (_length + _stride > _bytes.Length) Array.Resize(ref _bytes, 2 * _bytes.Length);
        MemoryMarshal.Write(_bytes.AsSpan(_length), in record);
        var offset = (uint)_length;
        _length += (int)_stride;
        return offset;
    }

    private void DisposeBuffer()
    {
        LayeredSet?.Dispose();
        Set?.Dispose();
        _buffer?.Dispose();
    }
}
