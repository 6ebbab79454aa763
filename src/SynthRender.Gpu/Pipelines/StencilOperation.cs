namespace SynthRender.Gpu;

/// <summary>What happens to a stencil value.</summary>
public enum StencilOperation : byte
{
    /// <summary>It stays.</summary>
    Keep = 0,

    /// <summary>It becomes 0.</summary>
    Zero = 1,

    /// <summary>It becomes the reference value.</summary>
    Replace = 2,

    /// <summary>It grows by one, up to 255.</summary>
    IncrementAndClamp = 3,

    /// <summary>It shrinks by one, down to 0.</summary>
    DecrementAndClamp = 4,

    /// <summary>Its bits are inverted.</summary>
    Invert = 5,

    /// <summary>It grows by one; 255 becomes 0.</summary>
    IncrementAndWrap = 6,

    /// <summary>It shrinks by one; 0 becomes 255.</summary>
    DecrementAndWrap = 7,
}
