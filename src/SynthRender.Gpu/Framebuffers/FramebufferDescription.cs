namespace SynthRender.Gpu;

/// <summary>What a <see cref="Framebuffer"/> is made from.</summary>
public struct FramebufferDescription
{
    /// <summary>The depth target; null: none.</summary>
    public FramebufferAttachmentDescription? DepthTarget;

    /// <summary>The colour targets in order; may be empty when there is a depth target.</summary>
    public FramebufferAttachmentDescription[] ColorTargets;

    /// <summary>Layer 0 of mip level 0 of each texture; <paramref name="depthTarget"/> may be null.</summary>
    public FramebufferDescription(Texture? depthTarget, params Texture[] colorTargets)
    {
        DepthTarget = depthTarget is null ? null : new FramebufferAttachmentDescription(depthTarget, 0);
        ColorTargets = Array.ConvertAll(colorTargets, texture => new FramebufferAttachmentDescription(texture, 0));
    }

    /// <summary>Any layer and mip level of each texture.</summary>
    public FramebufferDescription(
        FramebufferAttachmentDescription? depthTarget,
        params FramebufferAttachmentDescription[] colorTargets)
    {
        DepthTarget = depthTarget;
        ColorTargets = colorTargets;
    }
}
