namespace SynthRender.Gpu;

/// <summary>What a shader sees at a binding.</summary>
public enum ResourceKind : byte
{
    /// <summary>A uniform block: a <see cref="DeviceBuffer"/> or a <see cref="DeviceBufferRange"/>.</summary>
    UniformBuffer = 0,

    /// <summary>A <c>readonly buffer</c>: a <see cref="DeviceBuffer"/> or a <see cref="DeviceBufferRange"/>.</summary>
    StructuredBufferReadOnly = 1,

    /// <summary>A <c>buffer</c>: a <see cref="DeviceBuffer"/> or a <see cref="DeviceBufferRange"/>.</summary>
    StructuredBufferReadWrite = 2,

    /// <summary>A sampled image: a <see cref="Texture"/> or a <see cref="TextureView"/>.</summary>
    TextureReadOnly = 3,

    /// <summary>A storage image: a <see cref="Texture"/> or a <see cref="TextureView"/>.</summary>
    TextureReadWrite = 4,

    /// <summary>A <see cref="Gpu.Sampler"/>.</summary>
    Sampler = 5,
}
