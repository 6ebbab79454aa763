namespace SynthRender.Gpu;

/// <summary>Resources for the bindings of one slot of a pipeline. It keeps what it binds alive.</summary>
public abstract class ResourceSet : DeviceResource, IDisposable
{
    private protected ResourceSet(ResourceLayout layout)
    {
        Layout = layout;
    }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    internal ResourceLayout Layout { get; }

    /// <summary>Gives it back, once the GPU is done with it.</summary>
    public abstract void Dispose();
}
