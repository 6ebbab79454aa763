namespace SynthRender.Gpu;

/// <summary>The type of a specialization constant.</summary>
public enum ShaderConstantType
{
    /// <summary>A boolean; 32 bits in SPIR-V.</summary>
    Bool = 0,

    /// <summary>16 bits, unsigned.</summary>
    UInt16 = 1,

    /// <summary>16 bits, signed.</summary>
    Int16 = 2,

    /// <summary>32 bits, unsigned.</summary>
    UInt32 = 3,

    /// <summary>32 bits, signed.</summary>
    Int32 = 4,

    /// <summary>64 bits, unsigned.</summary>
    UInt64 = 5,

    /// <summary>64 bits, signed.</summary>
    Int64 = 6,

    /// <summary>32-bit floating point.</summary>
    Float = 7,

    /// <summary>64-bit floating point.</summary>
    Double = 8,
}
