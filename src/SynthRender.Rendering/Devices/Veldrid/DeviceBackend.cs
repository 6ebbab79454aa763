namespace SynthRender.Rendering.Devices;

/// <summary>
/// Lists and opens devices with the Veldrid package, which knows one device: the first that the Vulkan loader names.
/// </summary>
internal static class DeviceBackend
{
    internal static bool OrdersWrites => false;

    internal static IReadOnlyList<RenderDeviceInfo> List()
    {
        using GraphicsDevice device = Create(false);
        string version = $"{device.ApiVersion.Major}.{device.ApiVersion.Minor}.{device.ApiVersion.Patch}";
        return [new RenderDeviceInfo(0, device.DeviceName, device.VendorName, Kind(device), version, string.Empty, 0)];
    }

    internal static GraphicsDevice Open(RenderDeviceInfo device, RenderDeviceOptions options)
    {
        GraphicsDevice opened = Create(options.Validation);
        if (opened.DeviceName == device.Name)
            return opened;
        string name = opened.DeviceName;
        opened.Dispose();
        throw new RenderDeviceException($"The Veldrid package opens '{name}' only; '{device.Name}' was asked for.");
    }

    private static GraphicsDevice Create(bool isValidated) => GraphicsDevice.CreateVulkan(
        new GraphicsDeviceOptions(isValidated, null, false, ResourceBindingModel.Improved, true, true));

    // Veldrid does not tell; Mesa's CPU driver is known by its name.
    private static RenderDeviceKind Kind(GraphicsDevice device) =>
        device.DeviceName.StartsWith("llvmpipe", StringComparison.Ordinal) ? RenderDeviceKind.Cpu : RenderDeviceKind.Other;
}
