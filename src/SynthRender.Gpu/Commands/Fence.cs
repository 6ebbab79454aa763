namespace SynthRender.Gpu;

/// <summary>Tells the CPU when the GPU has finished a submission.</summary>
public abstract class Fence : DeviceResource, IDisposable
{
    private protected Fence()
    {
    }

    /// <summary>Whether the submission has finished.</summary>
    public abstract bool Signaled { get; }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    /// <summary>Makes it unsignaled. No submission may be using it.</summary>
    public abstract void Reset();

    /// <summary>Gives it back, once the GPU is done with it.</summary>
    public abstract void Dispose();
}
