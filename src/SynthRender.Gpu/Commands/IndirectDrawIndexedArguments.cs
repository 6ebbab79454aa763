namespace SynthRender.Gpu;

/// <summary>The arguments of an indirect indexed draw, as they lie in the buffer.</summary>
public struct IndirectDrawIndexedArguments
{
    /// <summary>Indices per instance.</summary>
    public uint IndexCount;

    /// <summary>Instances.</summary>
    public uint InstanceCount;

    /// <summary>The first index.</summary>
    public uint FirstIndex;

    /// <summary>What is added to each index.</summary>
    public int VertexOffset;

    /// <summary>The first instance.</summary>
    public uint FirstInstance;
}
