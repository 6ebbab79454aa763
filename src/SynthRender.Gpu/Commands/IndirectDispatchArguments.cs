namespace SynthRender.Gpu;

/// <summary>The arguments of an indirect dispatch, as they lie in the buffer.</summary>
public struct IndirectDispatchArguments
{
    /// <summary>Work groups in x.</summary>
    public uint GroupCountX;

    /// <summary>Work groups in y.</summary>
    public uint GroupCountY;

    /// <summary>Work groups in z.</summary>
    public uint GroupCountZ;
}
