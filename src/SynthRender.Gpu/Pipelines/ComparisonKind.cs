namespace SynthRender.Gpu;

/// <summary>When a comparison of a new value with the stored one passes.</summary>
public enum ComparisonKind : byte
{
    /// <summary>Never.</summary>
    Never = 0,

    /// <summary>new &lt; stored.</summary>
    Less = 1,

    /// <summary>new = stored.</summary>
    Equal = 2,

    /// <summary>new ≤ stored.</summary>
    LessEqual = 3,

    /// <summary>new &gt; stored.</summary>
    Greater = 4,

    /// <summary>new ≠ stored.</summary>
    NotEqual = 5,

    /// <summary>new ≥ stored.</summary>
    GreaterEqual = 6,

    /// <summary>Always.</summary>
    Always = 7,
}
