namespace SynthRender.Gpu;

/// <summary>What a <see cref="Shader"/> is made from.</summary>
public struct ShaderDescription
{
    /// <summary>Its one stage.</summary>
    public ShaderStages Stage;

    /// <summary>SPIR-V.</summary>
    public byte[] ShaderBytes;

    /// <summary>The name of the entry point, most often <c>main</c>.</summary>
    public string EntryPoint;

    /// <summary>Whether it carries debug information; without effect on Vulkan.</summary>
    public bool Debug;

    /// <summary>Without debug information.</summary>
    public ShaderDescription(ShaderStages stage, byte[] shaderBytes, string entryPoint)
    {
        Stage = stage;
        ShaderBytes = shaderBytes;
        EntryPoint = entryPoint;
    }

    /// <summary>All fields.</summary>
    public ShaderDescription(ShaderStages stage, byte[] shaderBytes, string entryPoint, bool debug)
    {
        Stage = stage;
        ShaderBytes = shaderBytes;
        EntryPoint = entryPoint;
        Debug = debug;
    }
}
