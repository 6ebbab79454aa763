using System.Text;

namespace SynthRender.Gpu.Vulkan;

/// <summary>Creates the logical device with one queue that draws, computes and copies.</summary>
internal static unsafe class VkLogicalDevice
{
    internal static V.Device Create(
        VkInstance instance, VkDeviceInfo info, out uint queueFamily, out V.PhysicalDeviceFeatures enabled)
    {
        V.PhysicalDevice physical = instance.Physical[info.Index];
        if (info.ApiVersion.Major < 1 || (info.ApiVersion.Major == 1 && info.ApiVersion.Minor < 3))
        {
            throw new VeldridException(
                $"The device '{info.Name}' speaks Vulkan {info.ApiVersion} ({info.Driver}); 1.3 is needed: update its driver.");
        }

        var has13 = new V.PhysicalDeviceVulkan13Features { SType = V.StructureType.PhysicalDeviceVulkan13Features };
        var has12 = new V.PhysicalDeviceVulkan12Features
        {
            SType = V.StructureType.PhysicalDeviceVulkan12Features,
            PNext = &has13,
        };
        var has = new V.PhysicalDeviceFeatures2 { SType = V.StructureType.PhysicalDeviceFeatures2, PNext = &has12 };
        instance.Api.GetPhysicalDeviceFeatures2(physical, &has);
        if (!(has13.DynamicRendering && has13.Synchronization2 && has12.TimelineSemaphore))
        {
            throw new VeldridException(
                $"The device '{info.Name}' lacks dynamic rendering, synchronization2 or timeline semaphores ({info.Driver}): update its driver.");
        }

        V.PhysicalDeviceFeatures offered = has.Features;
        enabled = new V.PhysicalDeviceFeatures
        {
            IndependentBlend = offered.IndependentBlend,
            GeometryShader = offered.GeometryShader,
            MultiDrawIndirect = offered.MultiDrawIndirect,
            DrawIndirectFirstInstance = offered.DrawIndirectFirstInstance,
            DepthClamp = offered.DepthClamp,
            FillModeNonSolid = offered.FillModeNonSolid,
            SamplerAnisotropy = offered.SamplerAnisotropy,
            ImageCubeArray = offered.ImageCubeArray,
            FragmentStoresAndAtomics = offered.FragmentStoresAndAtomics,
            VertexPipelineStoresAndAtomics = offered.VertexPipelineStoresAndAtomics,
            ShaderFloat64 = offered.ShaderFloat64,
            ShaderInt64 = offered.ShaderInt64,
            ShaderClipDistance = offered.ShaderClipDistance,
            ShaderCullDistance = offered.ShaderCullDistance,
            ShaderStorageImageExtendedFormats = offered.ShaderStorageImageExtendedFormats,
            ShaderStorageImageReadWithoutFormat = offered.ShaderStorageImageReadWithoutFormat,
            ShaderStorageImageWriteWithoutFormat = offered.ShaderStorageImageWriteWithoutFormat,
            SampleRateShading = offered.SampleRateShading,
            TextureCompressionBC = offered.TextureCompressionBC,
            TextureCompressionEtc2 = offered.TextureCompressionEtc2,
        };
        queueFamily = Family(instance, physical, info);
        float priority = 1;
        var queue = new V.DeviceQueueCreateInfo
        {
            SType = V.StructureType.DeviceQueueCreateInfo,
            QueueFamilyIndex = queueFamily,
            QueueCount = 1,
            PQueuePriorities = &priority,
        };
        var want13 = new V.PhysicalDeviceVulkan13Features
        {
            SType = V.StructureType.PhysicalDeviceVulkan13Features,
            DynamicRendering = true,
            Synchronization2 = true,
            Maintenance4 = has13.Maintenance4,
            ShaderDemoteToHelperInvocation = has13.ShaderDemoteToHelperInvocation,
        };
        var want12 = new V.PhysicalDeviceVulkan12Features
        {
            SType = V.StructureType.PhysicalDeviceVulkan12Features,
            PNext = &want13,
            TimelineSemaphore = true,
        };
        var want11 = new V.PhysicalDeviceVulkan11Features
        {
            SType = V.StructureType.PhysicalDeviceVulkan11Features,
            PNext = &want12,
            ShaderDrawParameters = HasDrawParameters(instance, physical),
        };
        V.PhysicalDeviceFeatures features = enabled;
        var create = new V.DeviceCreateInfo
        {
            SType = V.StructureType.DeviceCreateInfo,
            PNext = &want11,
            QueueCreateInfoCount = 1,
            PQueueCreateInfos = &queue,
            PEnabledFeatures = &features,
        };
        V.Device device;
        VkCheck.Success(
            instance.Api.CreateDevice(physical, &create, null, &device), "vkCreateDevice", $"the device '{info.Name}'");
        return device;
    }

    private static bool HasDrawParameters(VkInstance instance, V.PhysicalDevice physical)
    {
        var has11 = new V.PhysicalDeviceVulkan11Features { SType = V.StructureType.PhysicalDeviceVulkan11Features };
        var has = new V.PhysicalDeviceFeatures2 { SType = V.StructureType.PhysicalDeviceFeatures2, PNext = &has11 };
        instance.Api.GetPhysicalDeviceFeatures2(physical, &has);
        return has11.ShaderDrawParameters;
    }

    private static uint Family(VkInstance instance, V.PhysicalDevice physical, VkDeviceInfo info)
    {
        const V.QueueFlags Needed = V.QueueFlags.GraphicsBit | V.QueueFlags.ComputeBit;
        uint count = 0;
        instance.Api.GetPhysicalDeviceQueueFamilyProperties(physical, &count, null);
        var families = new V.QueueFamilyProperties[count];
        fixed (V.QueueFamilyProperties* first = families)
            instance.Api.GetPhysicalDeviceQueueFamilyProperties(physical, &count, first);
        for (uint i = 0; i < count; i++)
        {
            if ((families[i].QueueFlags & Needed) == Needed)
                return i;
        }

        throw new VeldridException($"The device '{info.Name}' has no queue that both draws and computes: take another device.");
    }
}
