namespace SynthRender.Rendering.Pipelines;

/// <summary>The compiled shaders, embedded in the assembly as "name.stage.spv", loaded on first use.</summary>
internal sealed class ShaderLibrary(GraphicsDevice device) : IDisposable
{
    private readonly Dictionary<string, Shader> _shaders = [];

    /// <summary>A shader by its source file's name, e.g. "lighting.frag".</summary>
    internal Shader Get(string file)
    {
        if (_shaders.TryGetValue(file, out var shader)) return shader;
        var stage = Path.GetExtension(file) switch
        {
            ".vert" => ShaderStages.Vertex,
            ".frag" => ShaderStages.Fragment,
            ".comp" => ShaderStages.Compute,
            var other => throw new ArgumentException($"Shader '{file}': {other} is no shader stage.", nameof(file)),
        };
        using var stream = typeof(ShaderLibrary).Assembly.GetManifestResourceStream(file + ".spv")
            ?? throw new ArgumentException($"Shader '{file}' is not in the assembly; run `dotnet cake --target=Shaders`.", nameof(file));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        shader = device.ResourceFactory.CreateShader(new ShaderDescription(stage, bytes, "main"));
        shader.Name = file;
        _shaders.Add(file, shader);
        return shader;
    }

    public void Dispose()
    {
        foreach (var shader in _shaders.Values) shader.Dispose();
        _shaders.Clear();
    }
}
