using SynthRender.Gpu.Vulkan;

namespace SynthRender.Rendering.Devices;

/// <summary>Lists and opens devices with SynthRender.Gpu.</summary>
internal static class DeviceBackend
{
    internal static bool OrdersWrites => true;

    internal static IReadOnlyList<RenderDeviceInfo> List() =>
    [
        .. VkDevices.List().Select(device => new RenderDeviceInfo(
            device.Index,
            device.Name,
            device.Vendor,
            Kind(device.Kind),
            $"{device.ApiVersion.Major}.{device.ApiVersion.Minor}.{device.ApiVersion.Patch}",
            device.Driver,
            device.MemoryInBytes)),
    ];

    internal static GraphicsDevice Open(RenderDeviceInfo device, RenderDeviceOptions options) =>
        VkDevices.Open(new VkDeviceSetup
        {
            Index = device.Index,
            Options = new GraphicsDeviceOptions(
                options.Validation, null, false, ResourceBindingModel.Improved, true, true),
            OnMessage = options.OnValidationMessage,
        });

    private static RenderDeviceKind Kind(VkDeviceKind kind) => kind switch
    {
        VkDeviceKind.Discrete => RenderDeviceKind.Discrete,
        VkDeviceKind.Integrated => RenderDeviceKind.Integrated,
        VkDeviceKind.Virtual => RenderDeviceKind.Virtual,
        VkDeviceKind.Cpu => RenderDeviceKind.Cpu,
        _ => RenderDeviceKind.Other,
    };
}
