namespace SynthRender.Gpu;

/// <summary>The programmable part of a graphics pipeline.</summary>
public struct ShaderSetDescription
{
    /// <summary>One per vertex buffer, by slot; may be empty.</summary>
    public VertexLayoutDescription[] VertexLayouts;

    /// <summary>One per stage.</summary>
    public Shader[] Shaders;

    /// <summary>Values of specialization constants, for every stage; null: the shaders' defaults.</summary>
    public SpecializationConstant[]? Specializations;

    /// <summary>With the shaders' default constants.</summary>
    public ShaderSetDescription(VertexLayoutDescription[] vertexLayouts, Shader[] shaders)
    {
        VertexLayouts = vertexLayouts;
        Shaders = shaders;
    }

    /// <summary>All fields.</summary>
    public ShaderSetDescription(
        VertexLayoutDescription[] vertexLayouts,
        Shader[] shaders,
        SpecializationConstant[] specializations)
    {
        VertexLayouts = vertexLayouts;
        Shaders = shaders;
        Specializations = specializations;
    }
}
