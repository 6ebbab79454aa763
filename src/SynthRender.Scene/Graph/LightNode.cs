using SynthRender.Lights;

namespace SynthRender.Graph;

/// <summary>A light in the tree. Directional, spot, rectangle and ring lights shine along the node's −Z, as in glTF.</summary>
public sealed class LightNode(string name, Light light) : Node(name)
{
    /// <summary>What kind of light, how bright, of which colour.</summary>
    public Light Light { get; set; } = light;

    /// <inheritdoc/>
    protected internal override object? CaptureState() => Light;

    /// <inheritdoc/>
    protected internal override void RestoreState(object? state) => Light = (Light)state!;
}
