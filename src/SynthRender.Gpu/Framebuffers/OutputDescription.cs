namespace SynthRender.Gpu;

/// <summary>The formats and sample count of what a pipeline draws to. It must equal the framebuffer's.</summary>
public struct OutputDescription : IEquatable<OutputDescription>
{
    /// <summary>The depth target; null: none.</summary>
    public OutputAttachmentDescription? DepthAttachment;

    /// <summary>The colour targets, in order.</summary>
    public OutputAttachmentDescription[] ColorAttachments;

    /// <summary>Samples per pixel.</summary>
    public TextureSampleCount SampleCount;

    /// <summary>One sample per pixel.</summary>
    public OutputDescription(
        OutputAttachmentDescription? depthAttachment,
        params OutputAttachmentDescription[] colorAttachments)
    {
        DepthAttachment = depthAttachment;
        ColorAttachments = colorAttachments;
        SampleCount = TextureSampleCount.Count1;
    }

    /// <summary>All fields.</summary>
    public OutputDescription(
        OutputAttachmentDescription? depthAttachment,
        OutputAttachmentDescription[] colorAttachments,
        TextureSampleCount sampleCount)
    {
        DepthAttachment = depthAttachment;
        ColorAttachments = colorAttachments;
        SampleCount = sampleCount;
    }

    /// <inheritdoc/>
    public readonly bool Equals(OutputDescription other)
    {
        if (SampleCount != other.SampleCount || DepthAttachment?.Format != other.DepthAttachment?.Format)
            return false;
        OutputAttachmentDescription[] mine = ColorAttachments ?? [];
        OutputAttachmentDescription[] theirs = other.ColorAttachments ?? [];
        if (mine.Length != theirs.Length)
            return false;
        for (int i = 0; i < mine.Length; i++)
        {
            if (mine[i].Format != theirs[i].Format)
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is OutputDescription other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() =>
        HashCode.Combine(SampleCount, DepthAttachment?.Format, ColorAttachments?.Length);

    /// <summary>The formats, by name.</summary>
    public override readonly string ToString()
    {
        string colors = string.Join(", ", (ColorAttachments ?? []).Select(attachment => attachment.Format));
        string depth = DepthAttachment?.Format.ToString() ?? "none";
        return $"colour [{colors}], depth {depth}, {SampleCount}";
    }
}
