namespace SynthRender.Datasets.Images;

/// <summary>How colour images are stored.</summary>
public enum ImageFormat
{
    /// <summary>Lossless, RGB.</summary>
    Png,

    /// <summary>Lossy.</summary>
    Jpeg,

    /// <summary>Lossy below quality 100, lossless at 100.</summary>
    Webp,
}
