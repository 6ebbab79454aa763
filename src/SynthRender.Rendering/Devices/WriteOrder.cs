namespace SynthRender.Rendering.Devices;

/// <summary>
/// Sees to it that what was written is there for what reads it. SynthRender.Gpu does that by itself. Veldrid's Vulkan backend puts no
/// barrier after a dispatch, nor after a device's update of a buffer, and after a copy to a buffer only one for vertices; textures
/// that are drawn to or copied are ordered before fragment shaders. So there the device is waited for, which orders everything.
/// </summary>
/// <param name="device">The device.</param>
/// <param name="isKept">Whether the device layer orders writes before reads by itself.</param>
internal sealed class WriteOrder(GraphicsDevice device, bool isKept)
{
    /// <summary>
    /// Call it between commands that write and commands that read, where Veldrid does not order them. What was set in the list may be
    /// forgotten.
    /// </summary>
    internal void Settle(CommandList commands)
    {
        if (isKept) return;
        commands.End();
        device.SubmitCommands(commands);
        device.WaitForIdle();
        commands.Begin();
    }

    /// <summary>Call it after buffers were written through the device, before commands read them.</summary>
    internal void Settle()
    {
        if (!isKept) device.WaitForIdle();
    }
}
