namespace SynthRender.Gpu.Vulkan;

/// <summary>What a device is opened with, beyond Veldrid's options.</summary>
internal sealed record VkDeviceSetup
{
    /// <summary>The index of the physical device.</summary>
    internal required int Index { get; init; }

    internal required GraphicsDeviceOptions Options { get; init; }

    /// <summary>Gets each message of the validation layers; may be called from any thread.</summary>
    internal Action<string>? OnMessage { get; init; }

    /// <summary>
    /// False leaves buffers to the caller within a list, as Veldrid does: no barrier after a dispatch, and after a copy one for
    /// vertices alone. Tests find with it, by synchronization validation, what the renderer must wait for on Veldrid.
    /// </summary>
    internal bool OrdersBuffers { get; init; } = true;
}
