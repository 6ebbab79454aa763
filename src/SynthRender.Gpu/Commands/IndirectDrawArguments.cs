namespace SynthRender.Gpu;

/// <summary>The arguments of an indirect draw, as they lie in the buffer.</summary>
public struct IndirectDrawArguments
{
    /// <summary>Vertices per instance.</summary>
    public uint VertexCount;

    /// <summary>Instances.</summary>
    public uint InstanceCount;

    /// <summary>The first vertex.</summary>
    public uint FirstVertex;

    /// <summary>The first instance.</summary>
    public uint FirstInstance;
}
