namespace SynthRender.Gpu.Vulkan;

/// <summary>What textures of a format, type and usage a device can make.</summary>
internal static unsafe class VkFormatSupport
{
    internal static bool Query(
        VkGraphicsDevice device,
        PixelFormat format,
        TextureType type,
        TextureUsage usage,
        out PixelFormatProperties properties)
    {
        properties = default;
        bool isDepth = (usage & TextureUsage.DepthStencil) != 0;
        if (isDepth && !FormatLayout.CanBeDepth(format))
            return false;
        V.ImageUsageFlags flags = V.ImageUsageFlags.TransferSrcBit | V.ImageUsageFlags.TransferDstBit;
        if ((usage & TextureUsage.Sampled) != 0)
            flags |= V.ImageUsageFlags.SampledBit;
        if ((usage & TextureUsage.Storage) != 0)
            flags |= V.ImageUsageFlags.StorageBit;
        if ((usage & TextureUsage.RenderTarget) != 0)
            flags |= V.ImageUsageFlags.ColorAttachmentBit;
        if (isDepth)
            flags |= V.ImageUsageFlags.DepthStencilAttachmentBit;
        V.ImageType imageType = type switch
        {
            TextureType.Texture1D => V.ImageType.Type1D,
            TextureType.Texture2D => V.ImageType.Type2D,
            _ => V.ImageType.Type3D,
        };
        V.ImageFormatProperties limits;
        V.Result result = device.Api.GetPhysicalDeviceImageFormatProperties(
            device.Physical, VkFormats.Texture(format, isDepth), imageType, V.ImageTiling.Optimal, flags, 0, &limits);
        if (result == V.Result.ErrorFormatNotSupported)
            return false;
        VkCheck.Success(result, "vkGetPhysicalDeviceImageFormatProperties", $"{format}, {type}, {usage}");
        properties = new PixelFormatProperties(
            limits.MaxExtent.Width,
            limits.MaxExtent.Height,
            limits.MaxExtent.Depth,
            limits.MaxMipLevels,
            limits.MaxArrayLayers,
            (uint)limits.SampleCounts);
        return true;
    }
}
