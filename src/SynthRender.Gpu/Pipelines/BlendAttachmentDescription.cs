namespace SynthRender.Gpu;

/// <summary>How one colour target is blended.</summary>
public struct BlendAttachmentDescription
{
    /// <summary>Whether the target is blended; when not, it is overwritten.</summary>
    public bool BlendEnabled;

    /// <summary>The channels that are written; null: all.</summary>
    public ColorWriteMask? ColorWriteMask;

    /// <summary>The factor of the colour that the shader wrote.</summary>
    public BlendFactor SourceColorFactor;

    /// <summary>The factor of the colour in the target.</summary>
    public BlendFactor DestinationColorFactor;

    /// <summary>How the two colours are combined.</summary>
    public BlendFunction ColorFunction;

    /// <summary>The factor of the alpha that the shader wrote.</summary>
    public BlendFactor SourceAlphaFactor;

    /// <summary>The factor of the alpha in the target.</summary>
    public BlendFactor DestinationAlphaFactor;

    /// <summary>How the two alphas are combined.</summary>
    public BlendFunction AlphaFunction;

    /// <summary>The source replaces the destination, by blending.</summary>
    public static readonly BlendAttachmentDescription OverrideBlend =
        new(true, BlendFactor.One, BlendFactor.Zero, BlendFunction.Add, BlendFactor.One, BlendFactor.Zero, BlendFunction.Add);

    /// <summary>source · alpha + destination · (1 − alpha).</summary>
    public static readonly BlendAttachmentDescription AlphaBlend =
        new(true, BlendFactor.SourceAlpha, BlendFactor.InverseSourceAlpha, BlendFunction.Add,
            BlendFactor.SourceAlpha, BlendFactor.InverseSourceAlpha, BlendFunction.Add);

    /// <summary>source · alpha + destination.</summary>
    public static readonly BlendAttachmentDescription AdditiveBlend =
        new(true, BlendFactor.SourceAlpha, BlendFactor.One, BlendFunction.Add,
            BlendFactor.SourceAlpha, BlendFactor.One, BlendFunction.Add);

    /// <summary>No blending: the source is written as it is. Integer targets need this.</summary>
    public static readonly BlendAttachmentDescription Disabled =
        new(false, BlendFactor.One, BlendFactor.Zero, BlendFunction.Add, BlendFactor.One, BlendFactor.Zero, BlendFunction.Add);

    /// <summary>Writes every channel.</summary>
    public BlendAttachmentDescription(
        bool blendEnabled,
        BlendFactor sourceColorFactor,
        BlendFactor destinationColorFactor,
        BlendFunction colorFunction,
        BlendFactor sourceAlphaFactor,
        BlendFactor destinationAlphaFactor,
        BlendFunction alphaFunction)
    {
        BlendEnabled = blendEnabled;
        SourceColorFactor = sourceColorFactor;
        DestinationColorFactor = destinationColorFactor;
        ColorFunction = colorFunction;
        SourceAlphaFactor = sourceAlphaFactor;
        DestinationAlphaFactor = destinationAlphaFactor;
        AlphaFunction = alphaFunction;
    }

    /// <summary>Writes the channels of a mask.</summary>
    public BlendAttachmentDescription(
        bool blendEnabled,
        ColorWriteMask colorWriteMask,
        BlendFactor sourceColorFactor,
        BlendFactor destinationColorFactor,
        BlendFunction colorFunction,
        BlendFactor sourceAlphaFactor,
        BlendFactor destinationAlphaFactor,
        BlendFunction alphaFunction)
    {
        BlendEnabled = blendEnabled;
        ColorWriteMask = colorWriteMask;
        SourceColorFactor = sourceColorFactor;
        DestinationColorFactor = destinationColorFactor;
        ColorFunction = colorFunction;
        SourceAlphaFactor = sourceAlphaFactor;
        DestinationAlphaFactor = destinationAlphaFactor;
        AlphaFunction = alphaFunction;
    }
}
