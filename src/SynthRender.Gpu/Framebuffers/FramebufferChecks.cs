namespace SynthRender.Gpu;

/// <summary>Checks framebuffer descriptions, in the callers' terms.</summary>
internal static class FramebufferChecks
{
    internal static void Targets(in FramebufferDescription description)
    {
        FramebufferAttachmentDescription[] colors = description.ColorTargets
            ?? throw new VeldridException("Framebuffer description: ColorTargets is null; give an empty array for none.");
        if (colors.Length == 0 && description.DepthTarget is null)
            throw new VeldridException("Framebuffer description: there is neither a colour nor a depth target.");
        FramebufferAttachmentDescription first = colors.Length > 0 ? colors[0] : description.DepthTarget!.Value;
        for (int i = 0; i < colors.Length; i++)
            Target(colors[i], $"colour target {i}", TextureUsage.RenderTarget, first);
        if (description.DepthTarget is { } depth)
            Target(depth, "depth target", TextureUsage.DepthStencil, first);
    }

    private static void Target(
        in FramebufferAttachmentDescription attachment,
        string role,
        TextureUsage usage,
        in FramebufferAttachmentDescription first)
    {
        Texture texture = attachment.Target ?? throw new VeldridException($"Framebuffer description: {role} is null.");
        ObjectDisposedException.ThrowIf(texture.IsDisposed, texture);
        if ((texture.Usage & usage) == 0)
            throw Wrong(role, texture, $"was made for {texture.Usage}, not for {usage}");
        if (attachment.MipLevel >= texture.MipLevels)
            throw Wrong(role, texture, $"has {texture.MipLevels} mip levels; level {attachment.MipLevel} does not exist");
        uint layers = texture.Type == TextureType.Texture3D
            ? FormatLayout.MipEdge(texture.Depth, attachment.MipLevel)
            : texture.LayerCount;
        if (attachment.ArrayLayer >= layers)
            throw Wrong(role, texture, $"has {layers} layers; layer {attachment.ArrayLayer} does not exist");
        if (texture.SampleCount != first.Target.SampleCount)
            throw Wrong(role, texture, $"has {texture.SampleCount}, but the first target has {first.Target.SampleCount}");
        uint width = FormatLayout.MipEdge(texture.Width, attachment.MipLevel);
        uint height = FormatLayout.MipEdge(texture.Height, attachment.MipLevel);
        uint firstWidth = FormatLayout.MipEdge(first.Target.Width, first.MipLevel);
        uint firstHeight = FormatLayout.MipEdge(first.Target.Height, first.MipLevel);
        if (width != firstWidth || height != firstHeight)
            throw Wrong(role, texture, $"is {width} × {height}, but the first target is {firstWidth} × {firstHeight}");
    }

    private static VeldridException Wrong(string role, Texture texture, string what) =>
        new($"Framebuffer description: the {role} '{texture.Name}' {what}.");
}
