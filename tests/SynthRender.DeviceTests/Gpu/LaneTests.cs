namespace SynthRender.DeviceTests.Gpu;

/// <summary>Several devices at once, each with a thread of its own.</summary>
public sealed class LaneTests
{
    [Fact]
    public void DevicesInParallelThreadsDoNotDisturbEachOther()
    {
        const int Lanes = 4;
        var errors = new Exception?[Lanes];
        Thread[] threads = [.. Enumerable.Range(0, Lanes).Select(lane => new Thread(() =>
        {
            try
            {
                Draw((uint)lane);
            }
            catch (Exception error)
            {
                errors[lane] = error;
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(errors, Assert.Null);
    }

    private static void Draw(uint lane)
    {
        using GraphicsDevice device = ValidatedDevice.Open(0);
        ResourceFactory factory = device.ResourceFactory;

        // Nothing but the device is disposed: the device takes what was made from it along.
        Texture target = factory.CreateTexture(TextureDescription.Texture2D(
            32, 32, 1, 1, PixelFormat.R32_UInt, TextureUsage.RenderTarget));
        Texture staging = factory.CreateTexture(TextureDescription.Texture2D(
            32, 32, 1, 1, PixelFormat.R32_UInt, TextureUsage.Staging));
        Framebuffer framebuffer = factory.CreateFramebuffer(new FramebufferDescription(null, target));
        CommandList commands = factory.CreateCommandList();
        Fence fence = factory.CreateFence(false);
        for (uint frame = 0; frame < 50; frame++)
        {
            uint value = (lane * 1000) + frame;
            commands.Begin();
            commands.SetFramebuffer(framebuffer);
            commands.ClearColorTarget(0, new RgbaFloat(value, 0, 0, 0));
            commands.CopyTexture(target, staging);
            commands.End();
            device.SubmitCommands(commands, fence);
            device.WaitForFence(fence);
            fence.Reset();
            MappedResourceView<uint> view = device.Map<uint>(staging, MapMode.Read);
            Assert.Equal(value, view[31, 31]);
            Assert.Equal(value, view[0, 0]);
            device.Unmap(staging);
        }
    }
}
