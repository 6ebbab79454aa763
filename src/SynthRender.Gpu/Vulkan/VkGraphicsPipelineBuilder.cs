namespace SynthRender.Gpu.Vulkan;

/// <summary>Makes graphics pipelines for dynamic rendering, with viewport and scissor left open.</summary>
internal static unsafe class VkGraphicsPipelineBuilder
{
    private const int MostStages = 3;

    internal static V.Pipeline Build(
        VkGraphicsDevice device, in GraphicsPipelineDescription description, V.PipelineLayout layout)
    {
        Shader[] shaders = description.ShaderSet.Shaders;
        using var constants = new VkSpecialization(description.ShaderSet.Specializations);
        V.PipelineShaderStageCreateInfo* stages = stackalloc V.PipelineShaderStageCreateInfo[MostStages];
        var entryPoints = new VkText[shaders.Length];
        try
        {
            for (int i = 0; i < shaders.Length; i++)
            {
                entryPoints[i] = new VkText(shaders[i].EntryPoint);
                stages[i] = new V.PipelineShaderStageCreateInfo
                {
                    SType = V.StructureType.PipelineShaderStageCreateInfo,
                    Stage = VkStates.Stages(shaders[i].Stage),
                    Module = ((VkShader)shaders[i]).Handle,
                    PName = entryPoints[i].Pointer,
                    PSpecializationInfo = constants.Info,
                };
            }

            return Build(device, description, layout, stages);
        }
        finally
        {
            foreach (VkText entryPoint in entryPoints)
                entryPoint.Dispose();
        }
    }

    private static V.Pipeline Build(
        VkGraphicsDevice device,
        in GraphicsPipelineDescription description,
        V.PipelineLayout layout,
        V.PipelineShaderStageCreateInfo* stages)
    {
        VertexLayoutDescription[] layouts = description.ShaderSet.VertexLayouts;
        int attributeCount = layouts.Sum(vertex => vertex.Elements.Length);
        var bindings = stackalloc V.VertexInputBindingDescription[Math.Max(layouts.Length, 1)];
        var attributes = stackalloc V.VertexInputAttributeDescription[Math.Max(attributeCount, 1)];
        WriteVertexInput(layouts, bindings, attributes);
        var vertexInput = new V.PipelineVertexInputStateCreateInfo
        {
            SType = V.StructureType.PipelineVertexInputStateCreateInfo,
            VertexBindingDescriptionCount = (uint)layouts.Length,
            PVertexBindingDescriptions = bindings,
            VertexAttributeDescriptionCount = (uint)attributeCount,
            PVertexAttributeDescriptions = attributes,
        };
        var assembly = new V.PipelineInputAssemblyStateCreateInfo
        {
            SType = V.StructureType.PipelineInputAssemblyStateCreateInfo,
            Topology = VkStates.Topology(description.PrimitiveTopology),
        };
        var viewport = new V.PipelineViewportStateCreateInfo
        {
            SType = V.StructureType.PipelineViewportStateCreateInfo,
            ViewportCount = 1,
            ScissorCount = 1,
        };
        RasterizerStateDescription raster = description.RasterizerState;
        var rasterization = new V.PipelineRasterizationStateCreateInfo
        {
            SType = V.StructureType.PipelineRasterizationStateCreateInfo,
            DepthClampEnable = !raster.DepthClipEnabled,
            PolygonMode = raster.FillMode == PolygonFillMode.Wireframe ? V.PolygonMode.Line : V.PolygonMode.Fill,
            CullMode = VkStates.Cull(raster.CullMode),
            FrontFace = raster.FrontFace == FrontFace.Clockwise ? V.FrontFace.Clockwise : V.FrontFace.CounterClockwise,
            LineWidth = 1,
        };
        var multisample = new V.PipelineMultisampleStateCreateInfo
        {
            SType = V.StructureType.PipelineMultisampleStateCreateInfo,
            RasterizationSamples = VkFormats.Samples(description.Outputs.SampleCount),
            AlphaToCoverageEnable = description.BlendState.AlphaToCoverageEnabled,
        };
        V.PipelineDepthStencilStateCreateInfo depthStencil = DepthStencil(description.DepthStencilState);
        OutputAttachmentDescription[] targets = description.Outputs.ColorAttachments ?? [];
        var blends = stackalloc V.PipelineColorBlendAttachmentState[Math.Max(targets.Length, 1)];
        var formats = stackalloc V.Format[Math.Max(targets.Length, 1)];
        for (int i = 0; i < targets.Length; i++)
        {
            blends[i] = Blend(description.BlendState.AttachmentStates[i]);
            formats[i] = VkFormats.Texture(targets[i].Format, false);
        }

        var blend = new V.PipelineColorBlendStateCreateInfo
        {
            SType = V.StructureType.PipelineColorBlendStateCreateInfo,
            AttachmentCount = (uint)targets.Length,
            PAttachments = blends,
        };
        blend.BlendConstants[0] = description.BlendState.BlendFactor.R;
        blend.BlendConstants[1] = description.BlendState.BlendFactor.G;
        blend.BlendConstants[2] = description.BlendState.BlendFactor.B;
        blend.BlendConstants[3] = description.BlendState.BlendFactor.A;
        V.DynamicState* dynamics = stackalloc V.DynamicState[] { V.DynamicState.Viewport, V.DynamicState.Scissor };
        var dynamic = new V.PipelineDynamicStateCreateInfo
        {
            SType = V.StructureType.PipelineDynamicStateCreateInfo,
            DynamicStateCount = 2,
            PDynamicStates = dynamics,
        };
        V.PipelineRenderingCreateInfo rendering = Rendering(description.Outputs, formats);
        var info = new V.GraphicsPipelineCreateInfo
        {
            SType = V.StructureType.GraphicsPipelineCreateInfo,
            PNext = &rendering,
            StageCount = (uint)description.ShaderSet.Shaders.Length,
            PStages = stages,
            PVertexInputState = &vertexInput,
            PInputAssemblyState = &assembly,
            PViewportState = &viewport,
            PRasterizationState = &rasterization,
            PMultisampleState = &multisample,
            PDepthStencilState = &depthStencil,
            PColorBlendState = &blend,
            PDynamicState = &dynamic,
            Layout = layout,
        };
        V.Pipeline pipeline;
        string about = string.Join(", ", description.ShaderSet.Shaders.Select(shader => $"{shader.Stage} '{shader.Name}'"));
        VkCheck.Success(
            device.Api.CreateGraphicsPipelines(device.Handle, device.PipelineCache, 1, &info, null, &pipeline),
            "vkCreateGraphicsPipelines",
            $"the shaders {about}");
        return pipeline;
    }

    private static void WriteVertexInput(
        VertexLayoutDescription[] layouts,
        V.VertexInputBindingDescription* bindings,
        V.VertexInputAttributeDescription* attributes)
    {
        uint location = 0;
        for (int i = 0; i < layouts.Length; i++)
        {
            bindings[i] = new V.VertexInputBindingDescription(
                (uint)i,
                layouts[i].Stride,
                layouts[i].InstanceStepRate == 0 ? V.VertexInputRate.Vertex : V.VertexInputRate.Instance);
            uint next = 0;
            foreach (VertexElementDescription element in layouts[i].Elements)
            {
                uint offset = element.Offset != 0 ? element.Offset : next;
                attributes[location] = new V.VertexInputAttributeDescription(
                    location, (uint)i, VkFormats.VertexElement(element.Format), offset);
                next = offset + FormatSizeHelpers.GetSizeInBytes(element.Format);
                location++;
            }
        }
    }

    private static V.PipelineDepthStencilStateCreateInfo DepthStencil(in DepthStencilStateDescription state) => new()
    {
        SType = V.StructureType.PipelineDepthStencilStateCreateInfo,
        DepthTestEnable = state.DepthTestEnabled,
        DepthWriteEnable = state.DepthWriteEnabled,
        DepthCompareOp = VkStates.Compare(state.DepthComparison),
        StencilTestEnable = state.StencilTestEnabled,
        Front = Stencil(state, state.StencilFront),
        Back = Stencil(state, state.StencilBack),
    };

    private static V.StencilOpState Stencil(
        in DepthStencilStateDescription state, in StencilBehaviorDescription face) => new(
        VkStates.Stencil(face.Fail),
        VkStates.Stencil(face.Pass),
        VkStates.Stencil(face.DepthFail),
        VkStates.Compare(face.Comparison),
        state.StencilReadMask,
        state.StencilWriteMask,
        state.StencilReference);

    private static V.PipelineColorBlendAttachmentState Blend(in BlendAttachmentDescription state) => new(
        state.BlendEnabled,
        VkStates.Factor(state.SourceColorFactor),
        VkStates.Factor(state.DestinationColorFactor),
        VkStates.Blend(state.ColorFunction),
        VkStates.Factor(state.SourceAlphaFactor),
        VkStates.Factor(state.DestinationAlphaFactor),
        VkStates.Blend(state.AlphaFunction),
        VkStates.Channels(state.ColorWriteMask));

    private static V.PipelineRenderingCreateInfo Rendering(in OutputDescription outputs, V.Format* formats)
    {
        var rendering = new V.PipelineRenderingCreateInfo
        {
            SType = V.StructureType.PipelineRenderingCreateInfo,
            ColorAttachmentCount = (uint)(outputs.ColorAttachments?.Length ?? 0),
            PColorAttachmentFormats = formats,
        };
        if (outputs.DepthAttachment is { } depth)
        {
            rendering.DepthAttachmentFormat = VkFormats.Texture(depth.Format, true);
            if (FormatLayout.IsStencil(depth.Format))
                rendering.StencilAttachmentFormat = rendering.DepthAttachmentFormat;
        }

        return rendering;
    }
}
