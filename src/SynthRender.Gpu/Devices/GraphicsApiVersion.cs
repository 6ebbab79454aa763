namespace SynthRender.Gpu;

/// <summary>The version of the graphics API that a device speaks.</summary>
public readonly struct GraphicsApiVersion
{
    /// <summary>A version of four numbers.</summary>
    public GraphicsApiVersion(int major, int minor, int subminor, int patch)
    {
        Major = major;
        Minor = minor;
        Subminor = subminor;
        Patch = patch;
    }

    /// <summary>No version: four zeros.</summary>
    public static GraphicsApiVersion Unknown => default;

    /// <summary>The first number.</summary>
    public int Major { get; }

    /// <summary>The second number.</summary>
    public int Minor { get; }

    /// <summary>The third number; 0 on Vulkan.</summary>
    public int Subminor { get; }

    /// <summary>The last number.</summary>
    public int Patch { get; }

    /// <summary>Whether any number is not zero.</summary>
    public bool IsKnown => Major != 0 || Minor != 0 || Subminor != 0 || Patch != 0;

    /// <summary>The numbers, joined by dots.</summary>
    public override string ToString() => $"{Major}.{Minor}.{Subminor}.{Patch}";
}
