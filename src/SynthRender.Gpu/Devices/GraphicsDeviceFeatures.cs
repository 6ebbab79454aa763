namespace SynthRender.Gpu;

/// <summary>What a device can do beyond the least.</summary>
public class GraphicsDeviceFeatures
{
    internal GraphicsDeviceFeatures()
    {
    }

    /// <summary>Whether it has compute shaders.</summary>
    public bool ComputeShader { get; internal init; }

    /// <summary>Whether it has geometry shaders.</summary>
    public bool GeometryShader { get; internal init; }

    /// <summary>Whether it has tessellation shaders.</summary>
    public bool TessellationShaders { get; internal init; }

    /// <summary>Whether it has several viewports at once.</summary>
    public bool MultipleViewports { get; internal init; }

    /// <summary>Whether it has a mip level bias in samplers.</summary>
    public bool SamplerLodBias { get; internal init; }

    /// <summary>Whether it has a vertex offset in indexed draws.</summary>
    public bool DrawBaseVertex { get; internal init; }

    /// <summary>Whether it has a first instance other than 0 in draws.</summary>
    public bool DrawBaseInstance { get; internal init; }

    /// <summary>Whether it has indirect draws.</summary>
    public bool DrawIndirect { get; internal init; }

    /// <summary>Whether it has a first instance other than 0 in indirect draws.</summary>
    public bool DrawIndirectBaseInstance { get; internal init; }

    /// <summary>Whether it has wireframes.</summary>
    public bool FillModeWireframe { get; internal init; }

    /// <summary>Whether it has anisotropic samplers.</summary>
    public bool SamplerAnisotropy { get; internal init; }

    /// <summary>Whether it has drawing without depth clipping.</summary>
    public bool DepthClipDisable { get; internal init; }

    /// <summary>Whether it has 1D textures.</summary>
    public bool Texture1D { get; internal init; }

    /// <summary>Whether it has different blending per colour target.</summary>
    public bool IndependentBlend { get; internal init; }

    /// <summary>Whether it has structured buffers.</summary>
    public bool StructuredBuffer { get; internal init; }

    /// <summary>Whether it has views of a part of a texture.</summary>
    public bool SubsetTextureView { get; internal init; }

    /// <summary>Whether it has debug groups and markers in command lists.</summary>
    public bool CommandListDebugMarkers { get; internal init; }

    /// <summary>Whether it has buffer ranges in resource sets.</summary>
    public bool BufferRangeBinding { get; internal init; }

    /// <summary>Whether it has 64-bit floats in shaders.</summary>
    public bool ShaderFloat64 { get; internal init; }
}
