namespace SynthRender.Gpu;

/// <summary>Stages of a pipeline.</summary>
[Flags]
public enum ShaderStages : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Vertex shader.</summary>
    Vertex = 1,

    /// <summary>Geometry shader.</summary>
    Geometry = 2,

    /// <summary>Tessellation control shader.</summary>
    TessellationControl = 4,

    /// <summary>Tessellation evaluation shader.</summary>
    TessellationEvaluation = 8,

    /// <summary>Fragment shader.</summary>
    Fragment = 16,

    /// <summary>Compute shader.</summary>
    Compute = 32,
}
