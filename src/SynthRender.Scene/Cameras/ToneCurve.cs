namespace SynthRender.Cameras;

/// <summary>How linear light, after exposure, becomes a displayed value in [0, 1] before the sRGB encoding.</summary>
public enum ToneCurve
{
    /// <summary>Light is shown as it is; everything above 1 is white.</summary>
    None,

    /// <summary>
    /// Extended Reinhard, per channel: x·(1 + x/W²)/(1 + x) with <see cref="Lens.WhitePoint"/> W (Reinhard et al., Photographic Tone
    /// Reproduction for Digital Images, SIGGRAPH 2002, equation 4).
    /// </summary>
    Reinhard,

    /// <summary>
    /// A film's toe and shoulder, per channel: Hable's curve (Uncharted 2: HDR Lighting, GDC 2010) with its published coefficients and
    /// exposure bias of 2, scaled so that <see cref="Lens.WhitePoint"/> is white.
    /// </summary>
    Filmic,

    /// <summary>
    /// AgX (Sobotka, 2022): channels are mixed, put on a scale of 16.5 stops around mid grey and bent by its sigmoid; bright colours
    /// lose saturation as film does. White is 6.5 stops above mid grey, whatever <see cref="Lens.WhitePoint"/> says.
    /// </summary>
    AgX,
}
