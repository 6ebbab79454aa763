namespace SynthRender.Gpu;

/// <summary>A resource, or one subresource of a staging texture, as the CPU sees it between Map and Unmap.</summary>
public readonly struct MappedResource
{
    /// <summary>The resource.</summary>
    public readonly MappableResource Resource;

    /// <summary>What the CPU may do.</summary>
    public readonly MapMode Mode;

    /// <summary>The first byte.</summary>
    public readonly IntPtr Data;

    /// <summary>The size in bytes.</summary>
    public readonly uint SizeInBytes;

    /// <summary>The subresource; 0 for a buffer.</summary>
    public readonly uint Subresource;

    /// <summary>Bytes from a row of texels (or of blocks) to the next; 0 for a buffer.</summary>
    public readonly uint RowPitch;

    /// <summary>Bytes from a slice of a 3D texture to the next; 0 for a buffer.</summary>
    public readonly uint DepthPitch;

    internal MappedResource(
        MappableResource resource,
        MapMode mode,
        IntPtr data,
        uint sizeInBytes,
        uint subresource,
        uint rowPitch,
        uint depthPitch)
    {
        Resource = resource;
        Mode = mode;
        Data = data;
        SizeInBytes = sizeInBytes;
        Subresource = subresource;
        RowPitch = rowPitch;
        DepthPitch = depthPitch;
    }
}
