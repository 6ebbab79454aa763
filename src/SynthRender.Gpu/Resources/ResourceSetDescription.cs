namespace SynthRender.Gpu;

/// <summary>What a <see cref="ResourceSet"/> is made from.</summary>
public struct ResourceSetDescription
{
    /// <summary>The layout.</summary>
    public ResourceLayout Layout;

    /// <summary>One resource per element of the layout, in order.</summary>
    public BindableResource[] BoundResources;

    /// <summary>All fields.</summary>
    public ResourceSetDescription(ResourceLayout layout, params BindableResource[] boundResources)
    {
        Layout = layout;
        BoundResources = boundResources;
    }
}
