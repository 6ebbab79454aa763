using System.Runtime.InteropServices;

namespace SynthRender.Gpu.Vulkan;

/// <summary>Whether the Vulkan loader, the library that finds drivers, is installed.</summary>
internal static class VkLoader
{
    internal const string InstallHint =
        "On Debian and Ubuntu: apt-get install mesa-vulkan-drivers libvulkan1 (a driver for the CPU is among them).";

    internal static bool IsInstalled()
    {
        string name = OperatingSystem.IsWindows() ? "vulkan-1.dll"
            : OperatingSystem.IsMacOS() ? "libvulkan.1.dylib"
            : "libvulkan.so.1";
        if (!NativeLibrary.TryLoad(name, out IntPtr library))
            return false;
        NativeLibrary.Free(library);
        return true;
    }
}
