namespace SynthRender.Gpu;

/// <summary>Checks what callers ask of buffers, in the callers' terms.</summary>
internal static class BufferChecks
{
    internal static void Update(DeviceBuffer buffer, uint offset, uint sizeInBytes)
    {
        Alive(buffer);
        if (sizeInBytes > int.MaxValue)
            throw new VeldridException($"An update of {sizeInBytes} bytes is too large: split it below {int.MaxValue}.");
        Range(buffer, offset, sizeInBytes, "update");
    }

    internal static void Copy(
        DeviceBuffer source,
        uint sourceOffset,
        DeviceBuffer destination,
        uint destinationOffset,
        uint sizeInBytes)
    {
        Alive(source);
        Alive(destination);
        Range(source, sourceOffset, sizeInBytes, "copy from");
        Range(destination, destinationOffset, sizeInBytes, "copy to");
        if (ReferenceEquals(source, destination)
            && (ulong)sourceOffset + sizeInBytes > destinationOffset
            && (ulong)destinationOffset + sizeInBytes > sourceOffset)
        {
            throw new VeldridException(
                $"A copy within the buffer '{source.Name}': bytes {sourceOffset} and {destinationOffset}, {sizeInBytes} long, overlap.");
        }
    }

    private static void Alive(DeviceBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ObjectDisposedException.ThrowIf(buffer.IsDisposed, buffer);
    }

    private static void Range(DeviceBuffer buffer, uint offset, uint sizeInBytes, string what)
    {
        if ((ulong)offset + sizeInBytes > buffer.SizeInBytes)
        {
            throw new VeldridException(
                $"The {what} the buffer '{buffer.Name}', {sizeInBytes} bytes at {offset}, reaches beyond its {buffer.SizeInBytes} bytes.");
        }
    }
}
