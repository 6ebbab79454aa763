using SynthRender.Rendering.Devices;

namespace SynthRender.DeviceTests;

/// <summary>
/// The device that all device tests share, with the validation layers on, synchronization validation too. Ask for it as
/// a constructor parameter. SYNTHRENDER_TEST_DEVICE names another device than the CPU driver.
/// </summary>
public sealed class ValidatedDevice : IDisposable
{
    public ValidatedDevice() => Device = Open(null);

    public GraphicsDevice Device { get; }

    /// <summary>Opens one more device, also validated; the caller disposes it.</summary>
    public static GraphicsDevice Open(int? cpuDriverThreads) => RenderDevices.Open(new RenderDeviceOptions
    {
        Selector = Environment.GetEnvironmentVariable("SYNTHRENDER_TEST_DEVICE") ?? "cpu",
        Validation = true,
        OnValidationMessage = ValidationLog.Add,
        CpuDriverThreads = cpuDriverThreads,
    });

    public void Dispose() => Device.Dispose();
}
