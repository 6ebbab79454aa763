namespace SynthRender.Gpu;

/// <summary>What a buffer may be used for. At least one flag; <see cref="Staging"/> stands alone.</summary>
[Flags]
public enum BufferUsage : byte
{
    /// <summary>Vertices, by <see cref="CommandList.SetVertexBuffer(uint, DeviceBuffer)"/>.</summary>
    VertexBuffer = 1,

    /// <summary>Indices, by <see cref="CommandList.SetIndexBuffer(DeviceBuffer, IndexFormat)"/>.</summary>
    IndexBuffer = 2,

    /// <summary>A uniform block of a shader.</summary>
    UniformBuffer = 4,

    /// <summary>A <c>readonly buffer</c> of a shader.</summary>
    StructuredBufferReadOnly = 8,

    /// <summary>A <c>buffer</c> of a shader, which may write it.</summary>
    StructuredBufferReadWrite = 16,

    /// <summary>Arguments of indirect draws and dispatches.</summary>
    IndirectBuffer = 32,

    /// <summary>Written often by the CPU: it lies in memory that the CPU can map for writing.</summary>
    Dynamic = 64,

    /// <summary>For copies between CPU and GPU only; it can be mapped for reading and writing.</summary>
    Staging = 128,
}
