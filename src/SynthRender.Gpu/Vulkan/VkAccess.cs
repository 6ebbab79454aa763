namespace SynthRender.Gpu.Vulkan;

/// <summary>What a command does with an image: in which layout, in which stages, how.</summary>
internal readonly record struct VkAccess(
    V.ImageLayout Layout,
    V.PipelineStageFlags2 Stages,
    V.AccessFlags2 Access,
    bool Writes)
{
    /// <summary>The batch of barriers it belongs to; what one command asks for twice needs one barrier.</summary>
    internal long Batch { get; init; }

    private const V.PipelineStageFlags2 Shaders =
        V.PipelineStageFlags2.PreRasterizationShadersBit | V.PipelineStageFlags2.FragmentShaderBit
        | V.PipelineStageFlags2.ComputeShaderBit;

    internal static readonly VkAccess Undefined = new(V.ImageLayout.Undefined, 0, 0, false);

    internal static readonly VkAccess Sampled =
        new(V.ImageLayout.ShaderReadOnlyOptimal, Shaders, V.AccessFlags2.ShaderSampledReadBit, false);

    internal static readonly VkAccess Storage = new(
        V.ImageLayout.General,
        Shaders,
        V.AccessFlags2.ShaderStorageReadBit | V.AccessFlags2.ShaderStorageWriteBit,
        true);

    internal static readonly VkAccess Color = new(
        V.ImageLayout.ColorAttachmentOptimal,
        V.PipelineStageFlags2.ColorAttachmentOutputBit,
        V.AccessFlags2.ColorAttachmentReadBit | V.AccessFlags2.ColorAttachmentWriteBit,
        true);

    internal static readonly VkAccess Depth = new(
        V.ImageLayout.DepthStencilAttachmentOptimal,
        V.PipelineStageFlags2.EarlyFragmentTestsBit | V.PipelineStageFlags2.LateFragmentTestsBit,
        V.AccessFlags2.DepthStencilAttachmentReadBit | V.AccessFlags2.DepthStencilAttachmentWriteBit,
        true);

    internal static readonly VkAccess CopySource = new(
        V.ImageLayout.TransferSrcOptimal,
        V.PipelineStageFlags2.AllTransferBit,
        V.AccessFlags2.TransferReadBit,
        false);

    internal static readonly VkAccess CopyDestination = new(
        V.ImageLayout.TransferDstOptimal,
        V.PipelineStageFlags2.AllTransferBit,
        V.AccessFlags2.TransferWriteBit,
        true);

    /// <summary>Between command lists: everything before is done and seen, by the barrier that ends every list.</summary>
    internal static VkAccess Home(VkTexture texture) => new(texture.HomeLayout, 0, 0, false);
}
