namespace SynthRender.Datasets.Images;

/// <summary>What a pixel of a PNG file holds.</summary>
public enum PngColor
{
    /// <summary>One sample.</summary>
    Gray = 0,

    /// <summary>Red, green, blue.</summary>
    Rgb = 2,
}
