namespace SynthRender.Rendering.Devices;

/// <summary>
/// Lists and opens graphics devices, which is no part of Veldrid's API: everything else about a device is. Safe to call
/// from several threads; every call of <see cref="Open"/> opens a device of its own.
/// </summary>
public static class RenderDevices
{
    // The CPU driver takes its settings from the environment of the process, while it starts.
    private static readonly Lock Opening = new();

    /// <summary>Whether the device layer orders writes before the reads that follow them (<see cref="WriteOrder"/>).</summary>
    internal static bool OrdersWrites => DeviceBackend.OrdersWrites;

    /// <summary>The devices of this machine.</summary>
    /// <exception cref="VeldridException">There is no Vulkan; the message says what to install.</exception>
    public static IReadOnlyList<RenderDeviceInfo> List()
    {
        CpuDriver.TuneHeap();
        lock (Opening)
            return DeviceBackend.List();
    }

    /// <summary>
    /// Opens the device that the options name. Clip space is as in Direct3D: +Y up, depth 0..1. The caller disposes it.
    /// </summary>
    /// <exception cref="RenderDeviceException">No device fits the selector, or several do.</exception>
    /// <exception cref="VeldridException">There is no Vulkan, or the driver is too old; the message says what to do.</exception>
    public static GraphicsDevice Open(RenderDeviceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.CpuDriverThreads < 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.CpuDriverThreads, "CpuDriverThreads cannot be negative.");
        CpuDriver.TuneHeap();
        lock (Opening)
        {
            CpuDriver.SetThreads(options.CpuDriverThreads);
            RenderDeviceInfo device = RenderDeviceSelection.Select(DeviceBackend.List(), options.Selector);
            return DeviceBackend.Open(device, options);
        }
    }
}
