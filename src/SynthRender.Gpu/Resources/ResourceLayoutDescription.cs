namespace SynthRender.Gpu;

/// <summary>What a <see cref="ResourceLayout"/> is made from.</summary>
public struct ResourceLayoutDescription
{
    /// <summary>The elements; the index of an element is its binding.</summary>
    public ResourceLayoutElementDescription[] Elements;

    /// <summary>All fields.</summary>
    public ResourceLayoutDescription(params ResourceLayoutElementDescription[] elements)
    {
        Elements = elements;
    }
}
