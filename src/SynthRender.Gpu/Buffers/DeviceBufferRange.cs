namespace SynthRender.Gpu;

/// <summary>A part of a buffer, as a resource of a set.</summary>
public struct DeviceBufferRange : BindableResource, IEquatable<DeviceBufferRange>
{
    /// <summary>The buffer.</summary>
    public DeviceBuffer Buffer;

    /// <summary>The first byte; a multiple of the device's minimum offset alignment.</summary>
    public uint Offset;

    /// <summary>The size in bytes.</summary>
    public uint SizeInBytes;

    /// <summary>All fields.</summary>
    public DeviceBufferRange(DeviceBuffer buffer, uint offset, uint sizeInBytes)
    {
        Buffer = buffer;
        Offset = offset;
        SizeInBytes = sizeInBytes;
    }

    /// <inheritdoc/>
    public readonly bool Equals(DeviceBufferRange other) =>
        ReferenceEquals(Buffer, other.Buffer) && Offset == other.Offset && SizeInBytes == other.SizeInBytes;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is DeviceBufferRange other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Buffer, Offset, SizeInBytes);
}
