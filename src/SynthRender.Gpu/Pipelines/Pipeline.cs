namespace SynthRender.Gpu;

/// <summary>Shaders with all the fixed state around them, for drawing or for computing. It never changes.</summary>
public abstract class Pipeline : DeviceResource, IDisposable
{
    private protected Pipeline(ResourceLayout[] layouts)
    {
        Layouts = layouts;
    }

    /// <summary>Whether it computes; else it draws.</summary>
    public abstract bool IsComputePipeline { get; }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    /// <summary>The layouts of the resource sets, by slot.</summary>
    internal ResourceLayout[] Layouts { get; }

    /// <summary>The formats that a graphics pipeline draws to.</summary>
    internal OutputDescription Outputs { get; private protected init; }

    /// <summary>The number of vertex buffers that a graphics pipeline reads.</summary>
    internal int VertexBufferCount { get; private protected init; }

    /// <summary>Gives it back, once the GPU is done with it.</summary>
    public abstract void Dispose();
}
