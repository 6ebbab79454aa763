namespace SynthRender.Gpu;

/// <summary>The format of one target of a pipeline.</summary>
public struct OutputAttachmentDescription
{
    /// <summary>The format.</summary>
    public PixelFormat Format;

    /// <summary>All fields.</summary>
    public OutputAttachmentDescription(PixelFormat format)
    {
        Format = format;
    }
}
