namespace SynthRender.Gpu;

/// <summary>The type of the indices of an index buffer.</summary>
public enum IndexFormat : byte
{
    /// <summary>16 bits, unsigned.</summary>
    UInt16 = 0,

    /// <summary>32 bits, unsigned.</summary>
    UInt32 = 1,
}
