namespace SynthRender.Gpu.Vulkan;

/// <summary>Veldrid's features in terms of Vulkan's.</summary>
internal static class VkFeatures
{
    internal static GraphicsDeviceFeatures Of(in V.PhysicalDeviceFeatures enabled, bool hasDebugUtils) => new()
    {
        ComputeShader = true,
        GeometryShader = enabled.GeometryShader,
        SamplerLodBias = true,
        DrawBaseVertex = true,
        DrawBaseInstance = true,
        DrawIndirect = true,
        DrawIndirectBaseInstance = enabled.DrawIndirectFirstInstance,
        FillModeWireframe = enabled.FillModeNonSolid,
        SamplerAnisotropy = enabled.SamplerAnisotropy,
        DepthClipDisable = enabled.DepthClamp,
        Texture1D = true,
        IndependentBlend = enabled.IndependentBlend,
        StructuredBuffer = true,
        SubsetTextureView = true,
        CommandListDebugMarkers = hasDebugUtils,
        BufferRangeBinding = true,
        ShaderFloat64 = enabled.ShaderFloat64,
    };
}
