namespace SynthRender.Gpu;

/// <summary>How vertices lie in one vertex buffer.</summary>
public struct VertexLayoutDescription
{
    /// <summary>Bytes from a vertex to the next.</summary>
    public uint Stride;

    /// <summary>The elements of a vertex.</summary>
    public VertexElementDescription[] Elements;

    /// <summary>0: one element per vertex; 1: one per instance.</summary>
    public uint InstanceStepRate;

    /// <summary>Elements per vertex, with a stride.</summary>
    public VertexLayoutDescription(uint stride, params VertexElementDescription[] elements)
        : this(stride, 0, elements)
    {
    }

    /// <summary>All fields.</summary>
    public VertexLayoutDescription(uint stride, uint instanceStepRate, params VertexElementDescription[] elements)
    {
        Stride = stride;
        Elements = elements;
        InstanceStepRate = instanceStepRate;
    }

    /// <summary>Elements per vertex, packed: the stride is the end of the last one.</summary>
    public VertexLayoutDescription(params VertexElementDescription[] elements)
    {
        Elements = elements;
        InstanceStepRate = 0;
        uint stride = 0;
        foreach (VertexElementDescription element in elements)
        {
            uint start = element.Offset != 0 ? element.Offset : stride;
            stride = start + FormatSizeHelpers.GetSizeInBytes(element.Format);
        }

        Stride = stride;
    }
}
