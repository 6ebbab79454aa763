namespace SynthRender.Gpu;

/// <summary>How shaders read textures: filter, address modes, comparison.</summary>
public abstract class Sampler : DeviceResource, BindableResource, IDisposable
{
    private protected Sampler()
    {
    }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    /// <summary>Gives it back, once the GPU is done with it.</summary>
    public abstract void Dispose();
}
