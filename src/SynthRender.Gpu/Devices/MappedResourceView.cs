using System.Runtime.CompilerServices;
using SynthRender.Gpu.Vulkan;

namespace SynthRender.Gpu;

/// <summary>A mapped resource as an array of <typeparamref name="T"/>. Every index is checked.</summary>
public readonly struct MappedResourceView<T>
    where T : unmanaged
{
    /// <summary>The mapped resource.</summary>
    public readonly MappedResource MappedResource;

    /// <summary>The size in bytes.</summary>
    public readonly uint SizeInBytes;

    /// <summary>The number of whole elements.</summary>
    public readonly int Count;

    /// <summary>A view of a mapped resource.</summary>
    public MappedResourceView(MappedResource rawResource)
    {
        MappedResource = rawResource;
        SizeInBytes = rawResource.SizeInBytes;
        Count = (int)(rawResource.SizeInBytes / (uint)Unsafe.SizeOf<T>());
    }

    /// <summary>Element <paramref name="index"/>.</summary>
    public ref T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw OutOfRange(index);
            return ref MappedMemory.At<T>(MappedResource.Data, (nint)index * Unsafe.SizeOf<T>());
        }
    }

    /// <summary>Element <paramref name="index"/>.</summary>
    public ref T this[uint index]
    {
        get
        {
            if (index >= (uint)Count)
                throw OutOfRange(index);
            return ref MappedMemory.At<T>(MappedResource.Data, (nint)index * Unsafe.SizeOf<T>());
        }
    }

    /// <summary>The texel at column <paramref name="x"/> of row <paramref name="y"/>.</summary>
    public ref T this[int x, int y] => ref At(x, y, 0);

    /// <summary>The texel at column <paramref name="x"/> of row <paramref name="y"/>.</summary>
    public ref T this[uint x, uint y] => ref At(x, y, 0);

    /// <summary>The texel at column x of row y of slice z.</summary>
    public ref T this[int x, int y, int z] => ref At(x, y, z);

    /// <summary>The texel at column x of row y of slice z.</summary>
    public ref T this[uint x, uint y, uint z] => ref At(x, y, z);

    private ref T At(long x, long y, long z)
    {
        long offset = (z * MappedResource.DepthPitch) + (y * MappedResource.RowPitch) + (x * Unsafe.SizeOf<T>());
        if (x < 0 || y < 0 || z < 0 || offset + Unsafe.SizeOf<T>() > SizeInBytes)
            throw OutOfRange($"{x}, {y}, {z}");
        return ref MappedMemory.At<T>(MappedResource.Data, (nint)offset);
    }

    private VeldridException OutOfRange(object index) => new(
        $"Index [{index}] lies outside the mapped resource: {SizeInBytes} bytes, {Count} elements of {typeof(T).Name}.");
}
