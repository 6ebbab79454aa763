namespace SynthRender.Gpu;

/// <summary>Bytes that the GPU reads or writes: vertices, indices, uniforms, structures, arguments, or staging.</summary>
public abstract class DeviceBuffer : DeviceResource, BindableResource, MappableResource, IDisposable
{
    private protected DeviceBuffer(uint sizeInBytes, BufferUsage usage)
    {
        SizeInBytes = sizeInBytes;
        Usage = usage;
    }

    /// <summary>The size in bytes.</summary>
    public uint SizeInBytes { get; }

    /// <summary>What it may be used for.</summary>
    public BufferUsage Usage { get; }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    /// <summary>Gives it back, once the GPU is done with it.</summary>
    public abstract void Dispose();
}
