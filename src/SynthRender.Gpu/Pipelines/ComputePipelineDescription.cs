namespace SynthRender.Gpu;

/// <summary>What a compute <see cref="Pipeline"/> is made from.</summary>
public struct ComputePipelineDescription
{
    /// <summary>The shader; its stage is <see cref="ShaderStages.Compute"/>.</summary>
    public Shader ComputeShader;

    /// <summary>The layouts of the sets that the shader uses, by slot.</summary>
    public ResourceLayout[] ResourceLayouts;

    /// <summary>The local size in x that the shader declares; Vulkan reads it from the shader.</summary>
    public uint ThreadGroupSizeX;

    /// <summary>The local size in y.</summary>
    public uint ThreadGroupSizeY;

    /// <summary>The local size in z.</summary>
    public uint ThreadGroupSizeZ;

    /// <summary>Values of specialization constants; null: the shader's defaults.</summary>
    public SpecializationConstant[]? Specializations;

    /// <summary>Several resource sets.</summary>
    public ComputePipelineDescription(
        Shader computeShader,
        ResourceLayout[] resourceLayouts,
        uint threadGroupSizeX,
        uint threadGroupSizeY,
        uint threadGroupSizeZ)
    {
        ComputeShader = computeShader;
        ResourceLayouts = resourceLayouts;
        ThreadGroupSizeX = threadGroupSizeX;
        ThreadGroupSizeY = threadGroupSizeY;
        ThreadGroupSizeZ = threadGroupSizeZ;
    }

    /// <summary>One resource set.</summary>
    public ComputePipelineDescription(
        Shader shaderStage,
        ResourceLayout resourceLayout,
        uint threadGroupSizeX,
        uint threadGroupSizeY,
        uint threadGroupSizeZ)
    {
        ComputeShader = shaderStage;
        ResourceLayouts = [resourceLayout];
        ThreadGroupSizeX = threadGroupSizeX;
        ThreadGroupSizeY = threadGroupSizeY;
        ThreadGroupSizeZ = threadGroupSizeZ;
    }

    /// <summary>One resource set, with specialization constants.</summary>
    public ComputePipelineDescription(
        Shader shaderStage,
        ResourceLayout resourceLayout,
        uint threadGroupSizeX,
        uint threadGroupSizeY,
        uint threadGroupSizeZ,
        SpecializationConstant[] specializations)
    {
        ComputeShader = shaderStage;
        ResourceLayouts = [resourceLayout];
        ThreadGroupSizeX = threadGroupSizeX;
        ThreadGroupSizeY = threadGroupSizeY;
        ThreadGroupSizeZ = threadGroupSizeZ;
        Specializations = specializations;
    }
}
