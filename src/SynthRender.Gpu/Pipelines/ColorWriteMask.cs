namespace SynthRender.Gpu;

/// <summary>Which channels of a colour target a pipeline writes.</summary>
[Flags]
public enum ColorWriteMask
{
    /// <summary>No channel.</summary>
    None = 0,

    /// <summary>Red.</summary>
    Red = 1,

    /// <summary>Green.</summary>
    Green = 2,

    /// <summary>Blue.</summary>
    Blue = 4,

    /// <summary>Alpha.</summary>
    Alpha = 8,

    /// <summary>Every channel.</summary>
    All = 15,
}
