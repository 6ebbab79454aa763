namespace SynthRender.Gpu;

/// <summary>What a <see cref="ResourceSet"/> can bind: buffers, buffer ranges, textures, texture views, samplers.</summary>
public interface BindableResource
{
}
