namespace SynthRender.Gpu.Vulkan;

/// <summary>Lists and opens devices, for the one public place that does so.</summary>
internal static class VkDevices
{
    internal static IReadOnlyList<VkDeviceInfo> List()
    {
        using var instance = new VkInstance(false, null);
        var devices = new VkDeviceInfo[instance.Physical.Length];
        for (int i = 0; i < devices.Length; i++)
            devices[i] = instance.Describe(i);
        return devices;
    }

    internal static GraphicsDevice Open(VkDeviceSetup setup)
    {
        var instance = new VkInstance(setup.Options.Debug, setup.OnMessage);
        try
        {
            return new VkGraphicsDevice(instance, setup);
        }
        catch
        {
            instance.Dispose();
            throw;
        }
    }
}
