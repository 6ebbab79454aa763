namespace SynthRender.Gpu;

/// <summary>How the source and the destination, each times its factor, are combined.</summary>
public enum BlendFunction : byte
{
    /// <summary>source + destination.</summary>
    Add = 0,

    /// <summary>source − destination.</summary>
    Subtract = 1,

    /// <summary>destination − source.</summary>
    ReverseSubtract = 2,

    /// <summary>The smaller of the two; the factors are not used.</summary>
    Minimum = 3,

    /// <summary>The greater of the two; the factors are not used.</summary>
    Maximum = 4,
}
