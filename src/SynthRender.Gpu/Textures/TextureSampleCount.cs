namespace SynthRender.Gpu;

/// <summary>Samples per pixel.</summary>
public enum TextureSampleCount : byte
{
    /// <summary>1 sample.</summary>
    Count1 = 0,

    /// <summary>2 samples.</summary>
    Count2 = 1,

    /// <summary>4 samples.</summary>
    Count4 = 2,

    /// <summary>8 samples.</summary>
    Count8 = 3,

    /// <summary>16 samples.</summary>
    Count16 = 4,

    /// <summary>32 samples.</summary>
    Count32 = 5,
}
