namespace SynthRender.Gpu.Vulkan;

/// <summary>What a device is opened with, beyond Veldrid's options.</summary>
internal sealed record VkDeviceSetup
{
    /// <summary>The index of the physical device.</summary>
    internal required int Index { get; init; }

    internal required GraphicsDeviceOptions Options { get; init; }

    /// <summary>Gets each message of the validation layers; may be called from any thread.</summary>
    internal Action<string>? OnMessage { get; init; }
}
