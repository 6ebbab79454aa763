namespace SynthRender.Gpu;

/// <summary>What a graphics <see cref="Pipeline"/> is made from.</summary>
public struct GraphicsPipelineDescription
{
    /// <summary>One blend description per colour target.</summary>
    public BlendStateDescription BlendState;

    /// <summary>Depth and stencil.</summary>
    public DepthStencilStateDescription DepthStencilState;

    /// <summary>Culling, filling, clipping.</summary>
    public RasterizerStateDescription RasterizerState;

    /// <summary>What vertices make.</summary>
    public PrimitiveTopology PrimitiveTopology;

    /// <summary>Shaders, vertex layouts, specialization constants.</summary>
    public ShaderSetDescription ShaderSet;

    /// <summary>The layouts of the sets that the shaders use, by slot.</summary>
    public ResourceLayout[] ResourceLayouts;

    /// <summary>The formats and the sample count of the framebuffers that it draws to.</summary>
    public OutputDescription Outputs;

    /// <summary>Without effect on Vulkan.</summary>
    public ResourceBindingModel? ResourceBindingModel;

    /// <summary>Several resource sets.</summary>
    public GraphicsPipelineDescription(
        BlendStateDescription blendState,
        DepthStencilStateDescription depthStencilStateDescription,
        RasterizerStateDescription rasterizerState,
        PrimitiveTopology primitiveTopology,
        ShaderSetDescription shaderSet,
        ResourceLayout[] resourceLayouts,
        OutputDescription outputs)
    {
        BlendState = blendState;
        DepthStencilState = depthStencilStateDescription;
        RasterizerState = rasterizerState;
        PrimitiveTopology = primitiveTopology;
        ShaderSet = shaderSet;
        ResourceLayouts = resourceLayouts;
        Outputs = outputs;
    }

    /// <summary>One resource set.</summary>
    public GraphicsPipelineDescription(
        BlendStateDescription blendState,
        DepthStencilStateDescription depthStencilStateDescription,
        RasterizerStateDescription rasterizerState,
        PrimitiveTopology primitiveTopology,
        ShaderSetDescription shaderSet,
        ResourceLayout resourceLayout,
        OutputDescription outputs)
    {
        BlendState = blendState;
        DepthStencilState = depthStencilStateDescription;
        RasterizerState = rasterizerState;
        PrimitiveTopology = primitiveTopology;
        ShaderSet = shaderSet;
        ResourceLayouts = [resourceLayout];
        Outputs = outputs;
    }

    /// <summary>Several resource sets and a binding model.</summary>
    public GraphicsPipelineDescription(
        BlendStateDescription blendState,
        DepthStencilStateDescription depthStencilStateDescription,
        RasterizerStateDescription rasterizerState,
        PrimitiveTopology primitiveTopology,
        ShaderSetDescription shaderSet,
        ResourceLayout[] resourceLayouts,
        OutputDescription outputs,
        ResourceBindingModel resourceBindingModel)
    {
        BlendState = blendState;
        DepthStencilState = depthStencilStateDescription;
        RasterizerState = rasterizerState;
        PrimitiveTopology = primitiveTopology;
        ShaderSet = shaderSet;
        ResourceLayouts = resourceLayouts;
        Outputs = outputs;
        ResourceBindingModel = resourceBindingModel;
    }
}
