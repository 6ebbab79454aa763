using System.Runtime.InteropServices;

namespace SynthRender.Gpu.Vulkan;

/// <summary>Settings of the process that the CPU driver (Mesa lavapipe) is fast with. Linux with glibc only.</summary>
internal static partial class VkProcess
{
    // glibc malloc.h
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapThreshold = -3;

    private static int _isTuned;

    /// <summary>
    /// The driver takes and gives back tens of megabytes per frame. With malloc's defaults that memory goes back to the
    /// system each time, up to 10 ms per frame; so the process keeps it.
    /// </summary>
    internal static void TuneHeap()
    {
        if (!OperatingSystem.IsLinux() || Interlocked.Exchange(ref _isTuned, 1) != 0)
            return;
        try
        {
            _ = MallOpt(TrimThreshold, 512 << 20);
            _ = MallOpt(MmapThreshold, 32 << 20);
            _ = MallOpt(TopPad, 64 << 20);
        }
        catch (EntryPointNotFoundException)
        {
            // Not glibc: its malloc has no such settings, and needs none to be right.
        }
    }

    /// <summary>The driver asks getenv, which does not see .NET's own environment on Linux.</summary>
    internal static void SetDriverThreads(int threads)
    {
        if (OperatingSystem.IsLinux())
            _ = SetEnv("LP_NUM_THREADS", threads.ToString(System.Globalization.CultureInfo.InvariantCulture), 1);
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int MallOpt(int parameter, int value);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnv(string name, string value, int overwrite);
}
