using SynthRender.DeviceTests.Oracle;
using SynthRender.Frames;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>What the renderer leaves for the garbage collector.</summary>
public sealed class AllocationTests(ValidatedDevice device) : RenderingTest(device)
{
    // The frame that is handed over is an object: a header, four references, three memories of 16 bytes and a flag.
    private const int FrameBytes = 128;

    [Theory]
    [InlineData("rigid")]
    [InlineData("skinned")]
    [InlineData("morphed")]
    [InlineData("cut-out")]
    public void A_frame_in_steady_state_allocates_nothing_but_itself(string scene)
    {
        var snapshot = OracleScenes.All[scene](1);
        for (var warm = 0; warm < 4; warm++) Renderer.Render(snapshot).Dispose();
        // What the runtime itself allocates now and then, when it compiles a method again, falls into one round at most.
        Assert.InRange(Enumerable.Range(0, 4).Min(_ => BytesPerFrame(snapshot)), 0, FrameBytes);
    }

    private long BytesPerFrame(FrameSnapshot snapshot)
    {
        const int frames = 8;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var frame = 0; frame < frames; frame++) Renderer.Render(snapshot).Dispose();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / frames;
    }
}
