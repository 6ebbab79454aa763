namespace SynthRender.Datasets.Images;

/// <summary>What is taken from each byte of a row before it is compressed.</summary>
public enum PngFilter
{
    /// <summary>Nothing: best for ids.</summary>
    None = 0,

    /// <summary>The same sample of the pixel to the left.</summary>
    Sub = 1,

    /// <summary>The same sample of the pixel above.</summary>
    Up = 2,
}
