using System.Runtime.InteropServices;

namespace SynthRender.Gpu.Vulkan;

/// <summary>A string as Vulkan reads it: UTF-8 with a zero at the end, outside the managed heap.</summary>
internal readonly unsafe struct VkText : IDisposable
{
    internal VkText(string text) => Pointer = (byte*)Marshal.StringToCoTaskMemUTF8(text);

    internal byte* Pointer { get; }

    public void Dispose() => Marshal.FreeCoTaskMem((IntPtr)Pointer);
}
