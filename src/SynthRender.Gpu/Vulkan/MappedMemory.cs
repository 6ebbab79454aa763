using System.Runtime.CompilerServices;

namespace SynthRender.Gpu.Vulkan;

/// <summary>Memory outside the managed heap, as references and spans.</summary>
internal static unsafe class MappedMemory
{
    internal static ref T At<T>(IntPtr data, nint byteOffset)
        where T : unmanaged => ref Unsafe.AsRef<T>((byte*)data + byteOffset);

    internal static Span<byte> Bytes(IntPtr data, int sizeInBytes) => new((void*)data, sizeInBytes);
}
