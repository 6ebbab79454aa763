namespace SynthRender.Gpu;

/// <summary>One element of a vertex. Its location in the shader is its index over all layouts.</summary>
public struct VertexElementDescription
{
    /// <summary>Its name, for messages.</summary>
    public string Name;

    /// <summary>Its meaning, on other backends.</summary>
    public VertexElementSemantic Semantic;

    /// <summary>Its format.</summary>
    public VertexElementFormat Format;

    /// <summary>Its offset in the vertex in bytes; 0: after the element before it.</summary>
    public uint Offset;

    /// <summary>After the element before it.</summary>
    public VertexElementDescription(string name, VertexElementSemantic semantic, VertexElementFormat format)
    {
        Name = name;
        Semantic = semantic;
        Format = format;
    }

    /// <summary>After the element before it.</summary>
    public VertexElementDescription(string name, VertexElementFormat format, VertexElementSemantic semantic)
    {
        Name = name;
        Semantic = semantic;
        Format = format;
    }

    /// <summary>At an offset.</summary>
    public VertexElementDescription(
        string name,
        VertexElementSemantic semantic,
        VertexElementFormat format,
        uint offset)
    {
        Name = name;
        Semantic = semantic;
        Format = format;
        Offset = offset;
    }
}
