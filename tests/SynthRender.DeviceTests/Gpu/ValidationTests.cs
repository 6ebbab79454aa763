using SynthRender.Gpu.Vulkan;

namespace SynthRender.DeviceTests.Gpu;

/// <summary>That the validation layers watch, and that what they say fails a test.</summary>
public sealed class ValidationTests(ValidatedDevice device) : GpuTest(device)
{
    [Fact]
    public void AMisuseThatTheLayerKnowsIsCaughtAndFailsTheTest()
    {
        // Two overlapping fills without a barrier between: what the public API cannot do.
        DeviceBuffer buffer = Buffer(new uint[64], BufferUsage.StructuredBufferReadWrite);
        Assert.Empty(ValidationLog.Take());
        FillTwiceWithoutBarrier((VkGraphicsDevice)Device, (VkBuffer)buffer);

        IReadOnlyList<string> messages = ValidationLog.Take();
        Assert.Contains(messages, message => message.Contains("SYNC-HAZARD-WRITE-AFTER-WRITE", StringComparison.Ordinal));

        ValidationLog.Add(messages[0]);
        Exception failure = Assert.ThrowsAny<Exception>(FailOnValidationMessageAttribute.Check);
        Assert.Contains(messages[0], failure.Message, StringComparison.Ordinal);
        FailOnValidationMessageAttribute.Check();
    }

    private static void FillTwiceWithoutBarrier(VkGraphicsDevice device, VkBuffer buffer)
    {
        using var pool = new OwnedPool(device);
        VkRecording recording = pool.Pool.Take("misuse");
        device.Api.CmdFillBuffer(recording.Commands, buffer.Handle, 0, 64, 1);
        device.Api.CmdFillBuffer(recording.Commands, buffer.Handle, 32, 64, 2);
        VkCheck.Success(device.Api.EndCommandBuffer(recording.Commands), "vkEndCommandBuffer", "misuse");
        recording.Release();
    }

    private sealed class OwnedPool(VkGraphicsDevice device) : IDisposable
    {
        internal VkCommandBufferPool Pool { get; } = new(device);

        public void Dispose() => Pool.Lifetime.DisposeByUser();
    }
}
