namespace SynthRender.Gpu;

/// <summary>What a blended colour is multiplied with before the two are combined.</summary>
public enum BlendFactor : byte
{
    /// <summary>0.</summary>
    Zero = 0,

    /// <summary>1.</summary>
    One = 1,

    /// <summary>The alpha that the shader wrote.</summary>
    SourceAlpha = 2,

    /// <summary>1 − the alpha that the shader wrote.</summary>
    InverseSourceAlpha = 3,

    /// <summary>The alpha that is in the target.</summary>
    DestinationAlpha = 4,

    /// <summary>1 − the alpha that is in the target.</summary>
    InverseDestinationAlpha = 5,

    /// <summary>The colour that the shader wrote, channel by channel.</summary>
    SourceColor = 6,

    /// <summary>1 − the colour that the shader wrote.</summary>
    InverseSourceColor = 7,

    /// <summary>The colour that is in the target, channel by channel.</summary>
    DestinationColor = 8,

    /// <summary>1 − the colour that is in the target.</summary>
    InverseDestinationColor = 9,

    /// <summary>The constant of <see cref="BlendStateDescription.BlendFactor"/>.</summary>
    BlendFactor = 10,

    /// <summary>1 − the constant of <see cref="BlendStateDescription.BlendFactor"/>.</summary>
    InverseBlendFactor = 11,
}
