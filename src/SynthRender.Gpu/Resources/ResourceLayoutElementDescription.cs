namespace SynthRender.Gpu;

/// <summary>One binding of a <see cref="ResourceLayout"/>.</summary>
public struct ResourceLayoutElementDescription
{
    /// <summary>Its name in the shader; Vulkan matches by binding, the name is for messages.</summary>
    public string Name;

    /// <summary>What the shader sees.</summary>
    public ResourceKind Kind;

    /// <summary>The stages that see it.</summary>
    public ShaderStages Stages;

    /// <summary>Options.</summary>
    public ResourceLayoutElementOptions Options;

    /// <summary>Without options.</summary>
    public ResourceLayoutElementDescription(string name, ResourceKind kind, ShaderStages stages)
    {
        Name = name;
        Kind = kind;
        Stages = stages;
    }

    /// <summary>All fields.</summary>
    public ResourceLayoutElementDescription(
        string name,
        ResourceKind kind,
        ShaderStages stages,
        ResourceLayoutElementOptions options)
    {
        Name = name;
        Kind = kind;
        Stages = stages;
        Options = options;
    }
}
