namespace SynthRender.Gpu.Vulkan;

/// <summary>Owns Vulkan handles that are destroyed when nobody needs them any more.</summary>
internal interface IVkObject
{
    void Destroy();
}
