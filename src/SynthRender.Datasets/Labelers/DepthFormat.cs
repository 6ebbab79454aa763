namespace SynthRender.Datasets.Labelers;

/// <summary>How depth is stored.</summary>
public enum DepthFormat
{
    /// <summary>16-bit PNG in whole units, 0 where there is no surface; a surface beyond 65535 units is an error.</summary>
    Png,

    /// <summary>NumPy array of 32-bit floats in metres, +∞ where there is no surface; exact.</summary>
    Npy,
}
