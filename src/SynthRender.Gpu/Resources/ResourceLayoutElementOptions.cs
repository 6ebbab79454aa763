namespace SynthRender.Gpu;

/// <summary>Options of a layout element.</summary>
[Flags]
public enum ResourceLayoutElementOptions
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A buffer whose offset is given when the set is bound.</summary>
    DynamicBinding = 1,
}
