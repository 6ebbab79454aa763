namespace SynthRender.Gpu.Vulkan;

/// <summary>The views of the targets; with dynamic rendering there is no framebuffer object.</summary>
internal sealed unsafe class VkFramebuffer : Framebuffer, IVkObject
{
    private readonly VkGraphicsDevice _device;
    private string _name = string.Empty;

    internal VkFramebuffer(VkGraphicsDevice device, in FramebufferDescription description)
        : base(Attachment(description.DepthTarget), Array.ConvertAll(description.ColorTargets, Attachment))
    {
        _device = device;
        Colors = new VkTarget[description.ColorTargets.Length];
        try
        {
            for (int i = 0; i < Colors.Length; i++)
                Colors[i] = Target(description.ColorTargets[i]);
            if (description.DepthTarget is { } depth)
                Depth = Target(depth);
        }
        catch
        {
            Destroy();
            throw;
        }

        Lifetime = new VkLifetime(device.Live, this);
    }

    public override string Name
    {
        get => _name;
        set
        {
            _name = value ?? string.Empty;
            foreach (VkTarget color in Colors)
                _device.Debug.SetName(_device.Handle, V.ObjectType.ImageView, color.View.Handle, _name);
            if (Depth is { } depth)
                _device.Debug.SetName(_device.Handle, V.ObjectType.ImageView, depth.View.Handle, _name);
        }
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    internal VkTarget[] Colors { get; }

    internal VkTarget? Depth { get; }

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy()
    {
        foreach (VkTarget color in Colors)
            Destroy(color);
        if (Depth is { } depth)
            Destroy(depth);
    }

    private static FramebufferAttachment? Attachment(FramebufferAttachmentDescription? description) =>
        description is { } depth ? Attachment(depth) : null;

    private static FramebufferAttachment Attachment(FramebufferAttachmentDescription description) =>
        new(description.Target, description.ArrayLayer, description.MipLevel);

    private void Destroy(in VkTarget target)
    {
        if (target.Texture is null)
            return;
        _device.Api.DestroyImageView(_device.Handle, target.View, null);
        target.Texture.Lifetime.Release();
    }

    private VkTarget Target(in FramebufferAttachmentDescription description)
    {
        var texture = (VkTexture)description.Target;
        var info = new V.ImageViewCreateInfo
        {
            SType = V.StructureType.ImageViewCreateInfo,
            Image = texture.Image,
            ViewType = V.ImageViewType.Type2D,
            Format = texture.VulkanFormat,
            SubresourceRange = new V.ImageSubresourceRange(
                texture.Aspects, description.MipLevel, 1, description.ArrayLayer, 1),
        };
        V.ImageView view;
        VkCheck.Success(
            _device.Api.CreateImageView(_device.Handle, &info, null, &view),
            "vkCreateImageView",
            $"the target '{texture.Name}'");
        texture.Lifetime.AddReference();
        return new VkTarget(texture, view, description.MipLevel, description.ArrayLayer);
    }
}
