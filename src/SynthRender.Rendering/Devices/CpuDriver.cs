using System.Globalization;
using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Devices;

/// <summary>Settings of the process that Mesa's CPU driver, lavapipe, is fast with. They have effect on Linux only.</summary>
internal static class CpuDriver
{
    private const string ThreadsVariable = "LP_NUM_THREADS";

    // glibc, malloc.h
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapThreshold = -3;

    private static int _isTuned;

    /// <summary>
    /// The driver takes and gives back tens of megabytes per frame. With malloc's defaults that memory goes back to the
    /// system each time, at up to 10 ms per frame; so the process keeps it.
    /// </summary>
    internal static void TuneHeap()
    {
        if (!OperatingSystem.IsLinux() || Interlocked.Exchange(ref _isTuned, 1) != 0)
            return;
        try
        {
            _ = MallOpt(TrimThreshold, 512 << 20);
            _ = MallOpt(MmapThreshold, 32 << 20); // glibc's upper limit
            _ = MallOpt(TopPad, 64 << 20);
        }
        catch (EntryPointNotFoundException)
        {
            // Another libc than glibc: its malloc has no such settings.
        }
    }

    /// <summary>
    /// The driver asks getenv, which on Linux does not see what .NET's Environment sets. Null: the driver decides, or the
    /// user who set the variable before the process started.
    /// </summary>
    internal static void SetThreads(int? threads)
    {
        if (!OperatingSystem.IsLinux())
            return;
        string? value = threads?.ToString(CultureInfo.InvariantCulture)
            ?? Environment.GetEnvironmentVariable(ThreadsVariable);
        _ = value is null ? UnsetEnv(ThreadsVariable) : SetEnv(ThreadsVariable, value, 1);
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MallOpt(int parameter, int value);

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnv(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);

    [DllImport("libc", EntryPoint = "unsetenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int UnsetEnv([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
