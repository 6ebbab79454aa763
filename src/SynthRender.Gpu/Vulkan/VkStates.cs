namespace SynthRender.Gpu.Vulkan;

/// <summary>Vulkan's names for the fixed state of pipelines and samplers.</summary>
internal static class VkStates
{
    internal static V.CompareOp Compare(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Never => V.CompareOp.Never,
        ComparisonKind.Less => V.CompareOp.Less,
        ComparisonKind.Equal => V.CompareOp.Equal,
        ComparisonKind.LessEqual => V.CompareOp.LessOrEqual,
        ComparisonKind.Greater => V.CompareOp.Greater,
        ComparisonKind.NotEqual => V.CompareOp.NotEqual,
        ComparisonKind.GreaterEqual => V.CompareOp.GreaterOrEqual,
        ComparisonKind.Always => V.CompareOp.Always,
        _ => throw Unknown(kind),
    };

    internal static V.StencilOp Stencil(StencilOperation operation) => operation switch
    {
        StencilOperation.Keep => V.StencilOp.Keep,
        StencilOperation.Zero => V.StencilOp.Zero,
        StencilOperation.Replace => V.StencilOp.Replace,
        StencilOperation.IncrementAndClamp => V.StencilOp.IncrementAndClamp,
        StencilOperation.DecrementAndClamp => V.StencilOp.DecrementAndClamp,
        StencilOperation.Invert => V.StencilOp.Invert,
        StencilOperation.IncrementAndWrap => V.StencilOp.IncrementAndWrap,
        StencilOperation.DecrementAndWrap => V.StencilOp.DecrementAndWrap,
        _ => throw Unknown(operation),
    };

    internal static V.BlendFactor Factor(BlendFactor factor) => factor switch
    {
        BlendFactor.Zero => V.BlendFactor.Zero,
        BlendFactor.One => V.BlendFactor.One,
        BlendFactor.SourceAlpha => V.BlendFactor.SrcAlpha,
        BlendFactor.InverseSourceAlpha => V.BlendFactor.OneMinusSrcAlpha,
        BlendFactor.DestinationAlpha => V.BlendFactor.DstAlpha,
        BlendFactor.InverseDestinationAlpha => V.BlendFactor.OneMinusDstAlpha,
        BlendFactor.SourceColor => V.BlendFactor.SrcColor,
        BlendFactor.InverseSourceColor => V.BlendFactor.OneMinusSrcColor,
        BlendFactor.DestinationColor => V.BlendFactor.DstColor,
        BlendFactor.InverseDestinationColor => V.BlendFactor.OneMinusDstColor,
        BlendFactor.BlendFactor => V.BlendFactor.ConstantColor,
        BlendFactor.InverseBlendFactor => V.BlendFactor.OneMinusConstantColor,
        _ => throw Unknown(factor),
    };

    internal static V.BlendOp Blend(BlendFunction function) => function switch
    {
        BlendFunction.Add => V.BlendOp.Add,
        BlendFunction.Subtract => V.BlendOp.Subtract,
        BlendFunction.ReverseSubtract => V.BlendOp.ReverseSubtract,
        BlendFunction.Minimum => V.BlendOp.Min,
        BlendFunction.Maximum => V.BlendOp.Max,
        _ => throw Unknown(function),
    };

    internal static V.ColorComponentFlags Channels(ColorWriteMask? mask) =>
        (V.ColorComponentFlags)(int)(mask ?? ColorWriteMask.All);

    internal static V.PrimitiveTopology Topology(PrimitiveTopology topology) => topology switch
    {
        PrimitiveTopology.TriangleList => V.PrimitiveTopology.TriangleList,
        PrimitiveTopology.TriangleStrip => V.PrimitiveTopology.TriangleStrip,
        PrimitiveTopology.LineList => V.PrimitiveTopology.LineList,
        PrimitiveTopology.LineStrip => V.PrimitiveTopology.LineStrip,
        PrimitiveTopology.PointList => V.PrimitiveTopology.PointList,
        _ => throw Unknown(topology),
    };

    internal static V.CullModeFlags Cull(FaceCullMode mode) => mode switch
    {
        FaceCullMode.Back => V.CullModeFlags.BackBit,
        FaceCullMode.Front => V.CullModeFlags.FrontBit,
        FaceCullMode.None => V.CullModeFlags.None,
        _ => throw Unknown(mode),
    };

    internal static V.ShaderStageFlags Stages(ShaderStages stages)
    {
        V.ShaderStageFlags flags = 0;
        if ((stages & ShaderStages.Vertex) != 0)
            flags |= V.ShaderStageFlags.VertexBit;
        if ((stages & ShaderStages.Geometry) != 0)
            flags |= V.ShaderStageFlags.GeometryBit;
        if ((stages & ShaderStages.TessellationControl) != 0)
            flags |= V.ShaderStageFlags.TessellationControlBit;
        if ((stages & ShaderStages.TessellationEvaluation) != 0)
            flags |= V.ShaderStageFlags.TessellationEvaluationBit;
        if ((stages & ShaderStages.Fragment) != 0)
            flags |= V.ShaderStageFlags.FragmentBit;
        if ((stages & ShaderStages.Compute) != 0)
            flags |= V.ShaderStageFlags.ComputeBit;
        return flags;
    }

    internal static V.SamplerAddressMode Address(SamplerAddressMode mode) => mode switch
    {
        SamplerAddressMode.Wrap => V.SamplerAddressMode.Repeat,
        SamplerAddressMode.Mirror => V.SamplerAddressMode.MirroredRepeat,
        SamplerAddressMode.Clamp => V.SamplerAddressMode.ClampToEdge,
        SamplerAddressMode.Border => V.SamplerAddressMode.ClampToBorder,
        _ => throw Unknown(mode),
    };

    internal static V.BorderColor Border(SamplerBorderColor color) => color switch
    {
        SamplerBorderColor.TransparentBlack => V.BorderColor.FloatTransparentBlack,
        SamplerBorderColor.OpaqueBlack => V.BorderColor.FloatOpaqueBlack,
        SamplerBorderColor.OpaqueWhite => V.BorderColor.FloatOpaqueWhite,
        _ => throw Unknown(color),
    };

    private static VeldridException Unknown<T>(T value)
        where T : struct, Enum => new($"{value} is not a value of {typeof(T).Name}.");
}
