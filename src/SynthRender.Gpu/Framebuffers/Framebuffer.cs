namespace SynthRender.Gpu;

/// <summary>The targets that a pipeline draws to. It keeps their textures alive.</summary>
public abstract class Framebuffer : DeviceResource, IDisposable
{
    private protected Framebuffer(FramebufferAttachment? depthTarget, FramebufferAttachment[] colorTargets)
    {
        DepthTarget = depthTarget;
        ColorTargets = colorTargets;
        FramebufferAttachment first = colorTargets.Length > 0 ? colorTargets[0] : depthTarget!.Value;
        Width = FormatLayout.MipEdge(first.Target.Width, first.MipLevel);
        Height = FormatLayout.MipEdge(first.Target.Height, first.MipLevel);
        OutputDescription = new OutputDescription(
            depthTarget is { } depth ? new OutputAttachmentDescription(depth.Target.Format) : null,
            Array.ConvertAll(colorTargets, target => new OutputAttachmentDescription(target.Target.Format)),
            first.Target.SampleCount);
    }

    /// <summary>The depth target; null: none.</summary>
    public FramebufferAttachment? DepthTarget { get; }

    /// <summary>The colour targets, in order.</summary>
    public IReadOnlyList<FramebufferAttachment> ColorTargets { get; }

    /// <summary>What a pipeline must have been made for to draw here.</summary>
    public OutputDescription OutputDescription { get; }

    /// <summary>In pixels.</summary>
    public uint Width { get; }

    /// <summary>In pixels.</summary>
    public uint Height { get; }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    /// <summary>Gives it back, once the GPU is done with it.</summary>
    public abstract void Dispose();
}
