namespace SynthRender.Datasets.Images;

/// <summary>How colour images are stored.</summary>
public enum ImageFormat
{
    /// <summary>Lossless, RGB.</summary>
    Png,

    /// <summary>Lossy.</summary>
    Jpeg,

    /// <summary>Lossless, or lossy when a quality below 100 is given.</summary>
    Webp,
}
