namespace SynthRender.Gpu;

/// <summary>How the colour targets of a pipeline are blended.</summary>
public struct BlendStateDescription
{
    /// <summary>The constant of <see cref="Gpu.BlendFactor.BlendFactor"/>.</summary>
    public RgbaFloat BlendFactor;

    /// <summary>One per colour target, in order.</summary>
    public BlendAttachmentDescription[] AttachmentStates;

    /// <summary>Whether the first target's alpha decides which samples are covered.</summary>
    public bool AlphaToCoverageEnabled;

    /// <summary>One target, <see cref="BlendAttachmentDescription.OverrideBlend"/>.</summary>
    public static readonly BlendStateDescription SingleOverrideBlend =
        new(default, BlendAttachmentDescription.OverrideBlend);

    /// <summary>One target, <see cref="BlendAttachmentDescription.AlphaBlend"/>.</summary>
    public static readonly BlendStateDescription SingleAlphaBlend =
        new(default, BlendAttachmentDescription.AlphaBlend);

    /// <summary>One target, <see cref="BlendAttachmentDescription.AdditiveBlend"/>.</summary>
    public static readonly BlendStateDescription SingleAdditiveBlend =
        new(default, BlendAttachmentDescription.AdditiveBlend);

    /// <summary>One target, not blended.</summary>
    public static readonly BlendStateDescription SingleDisabled =
        new(default, BlendAttachmentDescription.Disabled);

    /// <summary>No colour target.</summary>
    public static readonly BlendStateDescription Empty =
        new(default, []);

    /// <summary>Without alpha to coverage.</summary>
    public BlendStateDescription(RgbaFloat blendFactor, params BlendAttachmentDescription[] attachmentStates)
    {
        BlendFactor = blendFactor;
        AttachmentStates = attachmentStates;
    }

    /// <summary>All fields.</summary>
    public BlendStateDescription(
        RgbaFloat blendFactor,
        bool alphaToCoverageEnabled,
        params BlendAttachmentDescription[] attachmentStates)
    {
        BlendFactor = blendFactor;
        AttachmentStates = attachmentStates;
        AlphaToCoverageEnabled = alphaToCoverageEnabled;
    }
}
