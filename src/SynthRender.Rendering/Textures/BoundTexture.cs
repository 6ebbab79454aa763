namespace SynthRender.Rendering.Textures;

/// <summary>A texture and how it is sampled; nothing where a material has none.</summary>
internal readonly record struct BoundTexture(DeviceTexture? Texture, Sampler? Sampler);
