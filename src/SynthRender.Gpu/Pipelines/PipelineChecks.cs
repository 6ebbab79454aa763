namespace SynthRender.Gpu;

/// <summary>Checks pipeline descriptions, in the callers' terms.</summary>
internal static class PipelineChecks
{
    internal static void Graphics(in GraphicsPipelineDescription description, GraphicsDeviceFeatures features)
    {
        Shader[] shaders = description.ShaderSet.Shaders
            ?? throw Wrong("ShaderSet.Shaders is null; at least a vertex shader is needed");
        ShaderStages stages = ShaderStages.None;
        foreach (Shader shader in shaders)
        {
            ObjectDisposedException.ThrowIf(shader.IsDisposed, shader);
            if ((stages & shader.Stage) != 0)
                throw Wrong($"two shaders are of the stage {shader.Stage}");
            if (shader.Stage is ShaderStages.TessellationControl or ShaderStages.TessellationEvaluation)
                throw Wrong("tessellation is not supported: it has no patch topology");
            if (shader.Stage == ShaderStages.Compute)
                throw Wrong("a compute shader belongs into a compute pipeline");
            if (shader.Stage == ShaderStages.Geometry && !features.GeometryShader)
                throw Wrong("the device has no geometry shaders");
            stages |= shader.Stage;
        }

        if ((stages & ShaderStages.Vertex) == 0)
            throw Wrong("there is no vertex shader");
        if (description.ShaderSet.VertexLayouts is null)
            throw Wrong("ShaderSet.VertexLayouts is null; give an empty array when no vertex buffer is read");
        Layouts(description.ResourceLayouts);
        int targets = description.Outputs.ColorAttachments?.Length ?? 0;
        if (targets == 0 && description.Outputs.DepthAttachment is null)
            throw Wrong("Outputs has neither a colour nor a depth target");
        BlendAttachmentDescription[] blends = description.BlendState.AttachmentStates ?? [];
        if (blends.Length != targets)
            throw Wrong($"BlendState has {blends.Length} attachment states, but Outputs has {targets} colour targets");
        for (int i = 0; i < targets; i++)
        {
            PixelFormat format = description.Outputs.ColorAttachments![i].Format;
            if (blends[i].BlendEnabled && FormatLayout.IsInteger(format))
                throw Wrong($"colour target {i} is {format}: integers cannot be blended");
        }

        if (description.RasterizerState.FillMode == PolygonFillMode.Wireframe && !features.FillModeWireframe)
            throw Wrong("the device has no wireframes");
        if (!description.RasterizerState.DepthClipEnabled && !features.DepthClipDisable)
            throw Wrong("the device cannot draw without depth clipping");
        if (!features.IndependentBlend && Array.Exists(blends, blend => !blend.Equals(blends[0])))
            throw Wrong("the attachment states of BlendState differ, but the device blends all targets alike");
        foreach (VertexLayoutDescription layout in description.ShaderSet.VertexLayouts)
            Vertices(layout);
    }

    internal static void Compute(in ComputePipelineDescription description)
    {
        Shader shader = description.ComputeShader ?? throw Wrong("ComputeShader is null");
        ObjectDisposedException.ThrowIf(shader.IsDisposed, shader);
        if (shader.Stage != ShaderStages.Compute)
            throw Wrong($"the shader's stage is {shader.Stage}, not Compute");
        Layouts(description.ResourceLayouts);
    }

    /// <summary>Veldrid's rule: from the first offset on that is not 0, all are given, and none lies before the end of the one before it.</summary>
    private static void Vertices(in VertexLayoutDescription layout)
    {
        if (layout.InstanceStepRate > 1)
            throw Wrong($"InstanceStepRate is {layout.InstanceStepRate}; Vulkan knows 0 and 1");
        bool isExplicit = false;
        uint end = 0;
        foreach (VertexElementDescription element in layout.Elements)
        {
            if (isExplicit && element.Offset == 0)
                throw Wrong($"the vertex element '{element.Name}' has no offset, but one before it has: give all of them or none");
            if (element.Offset != 0 && element.Offset < end)
                throw Wrong($"the vertex element '{element.Name}' at byte {element.Offset} overlaps the one before it, which ends at {end}");
            isExplicit |= element.Offset != 0;
            end = (isExplicit ? element.Offset : end) + FormatSizeHelpers.GetSizeInBytes(element.Format);
        }

        if (end > layout.Stride)
            throw Wrong($"a vertex has {end} bytes, but the stride of its layout is {layout.Stride}");
    }

    private static void Layouts(ResourceLayout[]? layouts)
    {
        if (layouts is null)
            throw Wrong("ResourceLayouts is null; give an empty array when the shaders bind nothing");
        foreach (ResourceLayout layout in layouts)
            ObjectDisposedException.ThrowIf(layout.IsDisposed, layout);
    }

    private static VeldridException Wrong(string what) => new($"Pipeline description: {what}.");
}
