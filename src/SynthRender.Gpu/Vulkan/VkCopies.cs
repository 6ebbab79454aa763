namespace SynthRender.Gpu.Vulkan;

/// <summary>Copies between images and staging textures, which are buffers.</summary>
internal static unsafe class VkCopies
{
    internal static void Copy(
        V.Vk api,
        V.CommandBuffer commands,
        VkTexture source,
        in TextureRegion origin,
        VkTexture destination,
        in TextureRegion target)
    {
        if (!source.IsStaging && !destination.IsStaging)
        {
            ImageToImage(api, commands, source, origin, destination, target);
            return;
        }

        for (uint layer = 0; layer < origin.LayerCount; layer++)
        {
            TextureRegion input = origin with { BaseLayer = origin.BaseLayer + layer, LayerCount = 1 };
            TextureRegion output = target with { BaseLayer = target.BaseLayer + layer, LayerCount = 1 };
            if (source.IsStaging && destination.IsStaging)
            {
                StagingToStaging(api, commands, source, input, destination, output);
            }
            else if (source.IsStaging)
            {
                V.BufferImageCopy copy = BufferImage(source, input, destination, output);
                api.CmdCopyBufferToImage(
                    commands,
                    source.StagingBuffer,
                    destination.Image,
                    V.ImageLayout.TransferDstOptimal,
                    1,
                    &copy);
            }
            else
            {
                V.BufferImageCopy copy = BufferImage(destination, output, source, input);
                api.CmdCopyImageToBuffer(
                    commands,
                    source.Image,
                    V.ImageLayout.TransferSrcOptimal,
                    destination.StagingBuffer,
                    1,
                    &copy);
            }
        }
    }

    /// <summary>A copy between a buffer and a box of an image; row length and height in texels, 0 for tight.</summary>
    internal static V.BufferImageCopy BufferImage(
        VkTexture image, in TextureRegion region, ulong bufferOffset, uint rowLength, uint imageHeight) => new()
    {
        BufferOffset = bufferOffset,
        BufferRowLength = rowLength,
        BufferImageHeight = imageHeight,
        ImageSubresource = new V.ImageSubresourceLayers(
            image.IsDepth ? V.ImageAspectFlags.DepthBit : V.ImageAspectFlags.ColorBit,
            region.MipLevel,
            region.BaseLayer,
            region.LayerCount),
        ImageOffset = Offset(region),
        ImageExtent = new V.Extent3D(region.Width, region.Height, region.Depth),
    };

    /// <summary>The blit that fills a mip level origin the one before it.</summary>
    internal static V.ImageBlit HalfSize(VkTexture texture, uint level)
    {
        var blit = new V.ImageBlit
        {
            SrcSubresource = new V.ImageSubresourceLayers(V.ImageAspectFlags.ColorBit, level - 1, 0, texture.LayerCount),
            DstSubresource = new V.ImageSubresourceLayers(V.ImageAspectFlags.ColorBit, level, 0, texture.LayerCount),
        };
        blit.SrcOffsets.Element1 = Corner(texture, level - 1);
        blit.DstOffsets.Element1 = Corner(texture, level);
        return blit;
    }

    private static V.Offset3D Corner(VkTexture texture, uint level) => new(
        (int)FormatLayout.MipEdge(texture.Width, level),
        (int)FormatLayout.MipEdge(texture.Height, level),
        (int)FormatLayout.MipEdge(texture.Depth, level));

    private static V.Offset3D Offset(in TextureRegion region) => new((int)region.X, (int)region.Y, (int)region.Z);

    private static V.BufferImageCopy BufferImage(
        VkTexture staging, in TextureRegion inStaging, VkTexture image, in TextureRegion inImage)
    {
        uint edge = FormatLayout.BlockEdge(staging.Format);
        uint width = FormatLayout.MipEdge(staging.Width, inStaging.MipLevel);
        uint height = FormatLayout.MipEdge(staging.Height, inStaging.MipLevel);
        return BufferImage(
            image,
            inImage,
            StagingOffset(staging, inStaging),
            (width + edge - 1) / edge * edge,
            (height + edge - 1) / edge * edge);
    }

    private static ulong StagingOffset(VkTexture staging, in TextureRegion region)
    {
        PixelFormat format = staging.Format;
        uint edge = FormatLayout.BlockEdge(format);
        VkStagingLayout layout = staging.StagingLayout(region.MipLevel, region.BaseLayer);
        return layout.Offset
            + ((ulong)region.Z * layout.DepthPitch)
            + ((ulong)(region.Y / edge) * layout.RowPitch)
            + ((ulong)(region.X / edge) * FormatLayout.BytesPerBlock(format));
    }

    private static void ImageToImage(
        V.Vk api,
        V.CommandBuffer commands,
        VkTexture source,
        in TextureRegion origin,
        VkTexture destination,
        in TextureRegion target)
    {
        var copy = new V.ImageCopy
        {
            SrcSubresource = new V.ImageSubresourceLayers(source.Aspects, origin.MipLevel, origin.BaseLayer, origin.LayerCount),
            SrcOffset = Offset(origin),
            DstSubresource = new V.ImageSubresourceLayers(destination.Aspects, target.MipLevel, target.BaseLayer, target.LayerCount),
            DstOffset = Offset(target),
            Extent = new V.Extent3D(origin.Width, origin.Height, origin.Depth),
        };
        api.CmdCopyImage(
            commands,
            source.Image,
            V.ImageLayout.TransferSrcOptimal,
            destination.Image,
            V.ImageLayout.TransferDstOptimal,
            1,
            &copy);
    }

    private static void StagingToStaging(
        V.Vk api,
        V.CommandBuffer commands,
        VkTexture source,
        in TextureRegion origin,
        VkTexture destination,
        in TextureRegion target)
    {
        PixelFormat format = source.Format;
        VkStagingLayout input = source.StagingLayout(origin.MipLevel, origin.BaseLayer);
        VkStagingLayout output = destination.StagingLayout(target.MipLevel, target.BaseLayer);
        ulong inputStart = StagingOffset(source, origin);
        ulong outputStart = StagingOffset(destination, target);
        uint rowSize = FormatLayout.RowPitch(origin.Width, format);
        uint rows = FormatLayout.Rows(origin.Height, format);
        for (uint z = 0; z < origin.Depth; z++)
        {
            for (uint row = 0; row < rows; row++)
            {
                var copy = new V.BufferCopy(
                    inputStart + ((ulong)z * input.DepthPitch) + ((ulong)row * input.RowPitch),
                    outputStart + ((ulong)z * output.DepthPitch) + ((ulong)row * output.RowPitch),
                    rowSize);
                api.CmdCopyBuffer(commands, source.StagingBuffer, destination.StagingBuffer, 1, &copy);
            }
        }
    }
}
