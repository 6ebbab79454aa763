namespace SynthRender.DeviceTests.Gpu;

/// <summary>Fences, and waiting for them.</summary>
public sealed class FenceTests(ValidatedDevice device) : GpuTest(device)
{
    [Fact]
    public void AFenceIsSignaledBySubmissionAndResetByHand()
    {
        Fence fence = Own(Factory.CreateFence(false));
        Assert.False(fence.Signaled);
        Submit(fence);
        Device.WaitForFence(fence);
        Assert.True(fence.Signaled);
        Device.ResetFence(fence);
        Assert.False(fence.Signaled);
        Assert.True(Own(Factory.CreateFence(true)).Signaled);
    }

    [Fact]
    public void AWaitThatIsTooShortSaysSo()
    {
        Fence never = Own(Factory.CreateFence(false));
        Assert.False(Device.WaitForFence(never, 0ul));
        Assert.False(Device.WaitForFence(never, TimeSpan.FromMilliseconds(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Device.WaitForFence(never, TimeSpan.FromSeconds(-2)));
    }

    [Fact]
    public void WaitingForAnyOrForAll()
    {
        Fence done = Own(Factory.CreateFence(false));
        Fence never = Own(Factory.CreateFence(false));
        Submit(done);
        Assert.True(Device.WaitForFences([never, done], false, TimeSpan.FromMinutes(1)));
        Assert.False(Device.WaitForFences([never, done], true, TimeSpan.FromMilliseconds(1)));
        Submit(never);
        Device.WaitForFences([never, done], true);
        Assert.True(never.Signaled);
    }

    [Fact]
    public void WhatIsLeftToTheDeviceIsDisposedWhenItIsIdle()
    {
        DeviceBuffer buffer = Factory.CreateBuffer(new BufferDescription(64, BufferUsage.VertexBuffer));
        Submit(null);
        Device.DisposeWhenIdle(buffer);
        Device.WaitForIdle();
        Assert.True(buffer.IsDisposed);
    }

    private void Submit(Fence? fence)
    {
        Commands.Begin();
        Commands.End();
        Device.SubmitCommands(Commands, fence);
    }
}
