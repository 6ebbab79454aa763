namespace SynthRender.Gpu;

/// <summary>The program of one stage.</summary>
public abstract class Shader : DeviceResource, IDisposable
{
    private protected Shader(ShaderStages stage, string entryPoint)
    {
        Stage = stage;
        EntryPoint = entryPoint;
    }

    /// <summary>Its stage.</summary>
    public ShaderStages Stage { get; }

    /// <summary>The name of the function where it starts.</summary>
    public string EntryPoint { get; }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    /// <summary>Gives it back. Pipelines that were made from it live on.</summary>
    public abstract void Dispose();
}
