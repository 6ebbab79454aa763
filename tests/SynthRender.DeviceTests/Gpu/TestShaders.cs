namespace SynthRender.DeviceTests.Gpu;

/// <summary>Loads the SPIR-V beside this file's Shaders folder; the extension of the source says the stage.</summary>
internal static class TestShaders
{
    internal static Shader Load(ResourceFactory factory, string name)
    {
        ShaderStages stage = Path.GetExtension(name) switch
        {
            ".vert" => ShaderStages.Vertex,
            ".frag" => ShaderStages.Fragment,
            ".comp" => ShaderStages.Compute,
            _ => throw new ArgumentException($"'{name}' is neither .vert, .frag nor .comp.", nameof(name)),
        };
        Shader shader = factory.CreateShader(new ShaderDescription(stage, Bytes($"{name}.spv"), "main"));
        shader.Name = name;
        return shader;
    }

    internal static byte[] Bytes(string resource)
    {
        using Stream stream = typeof(TestShaders).Assembly.GetManifestResourceStream(resource)
            ?? throw new ArgumentException($"There is no resource '{resource}'.", nameof(resource));
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
