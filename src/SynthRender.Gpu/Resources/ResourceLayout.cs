namespace SynthRender.Gpu;

/// <summary>The kinds of resources at the bindings of one slot of a pipeline.</summary>
public abstract class ResourceLayout : DeviceResource, IDisposable
{
    private protected ResourceLayout(ResourceLayoutElementDescription[] elements)
    {
        Elements = elements;
        foreach (ResourceLayoutElementDescription element in elements)
        {
            if ((element.Options & ResourceLayoutElementOptions.DynamicBinding) != 0)
                DynamicCount++;
        }
    }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    internal ResourceLayoutElementDescription[] Elements { get; }

    /// <summary>The number of elements with a dynamic offset.</summary>
    internal int DynamicCount { get; }

    /// <summary>Gives it back, once the GPU is done with it.</summary>
    public abstract void Dispose();

    /// <summary>Whether a set made for the other layout fits this one.</summary>
    internal bool Matches(ResourceLayout other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (Elements.Length != other.Elements.Length)
            return false;
        for (int i = 0; i < Elements.Length; i++)
        {
            if (Elements[i].Kind != other.Elements[i].Kind
                || Elements[i].Options != other.Elements[i].Options
                || Elements[i].Stages != other.Elements[i].Stages)
            {
                return false;
            }
        }

        return true;
    }
}
