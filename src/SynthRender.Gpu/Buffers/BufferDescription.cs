namespace SynthRender.Gpu;

/// <summary>What a <see cref="DeviceBuffer"/> is made from.</summary>
public struct BufferDescription
{
    /// <summary>Its size in bytes, at least 1; of a uniform buffer, a multiple of 16.</summary>
    public uint SizeInBytes;

    /// <summary>What it may be used for.</summary>
    public BufferUsage Usage;

    /// <summary>The size of one element of a structured buffer, in bytes; 0 for other buffers.</summary>
    public uint StructureByteStride;

    /// <summary>Whether shaders see bytes instead of structures; without effect on Vulkan.</summary>
    public bool RawBuffer;

    /// <summary>A buffer without structure.</summary>
    public BufferDescription(uint sizeInBytes, BufferUsage usage)
    {
        SizeInBytes = sizeInBytes;
        Usage = usage;
    }

    /// <summary>A structured buffer.</summary>
    public BufferDescription(uint sizeInBytes, BufferUsage usage, uint structureByteStride)
    {
        SizeInBytes = sizeInBytes;
        Usage = usage;
        StructureByteStride = structureByteStride;
    }

    /// <summary>All fields.</summary>
    public BufferDescription(uint sizeInBytes, BufferUsage usage, uint structureByteStride, bool rawBuffer)
    {
        SizeInBytes = sizeInBytes;
        Usage = usage;
        StructureByteStride = structureByteStride;
        RawBuffer = rawBuffer;
    }
}
