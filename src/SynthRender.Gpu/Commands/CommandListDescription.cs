namespace SynthRender.Gpu;

/// <summary>What a <see cref="CommandList"/> is made from: nothing, so far.</summary>
public struct CommandListDescription
{
}
