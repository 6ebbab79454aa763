using SynthRender.Datasets.Labelers;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Frames;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>What the renderer leaves for the garbage collector.</summary>
public sealed class AllocationTests(ValidatedDevice device) : RenderingTest(device)
{
    // The frame that is handed over is an object: a header, five references, three memories of 16 bytes and a flag.
    private const int FrameBytes = 128;

    [Theory]
    [InlineData("rigid")]
    [InlineData("skinned")]
    [InlineData("morphed")]
    [InlineData("cut-out")]
    public void A_frame_in_steady_state_allocates_nothing_but_itself(string scene)
    {
        var snapshot = WithKeypoints(OracleScenes.All[scene](1));
        for (var warm = 0; warm < 4; warm++) Renderer.Render(snapshot).Dispose();
        // What the runtime itself allocates now and then, when it compiles a method again, falls into one round at most.
        Assert.InRange(Enumerable.Range(0, 4).Min(_ => BytesPerFrame(snapshot)), 0, FrameBytes);
    }

    /// <summary>The same frame with a keypoint in the middle of each instance.</summary>
    private static FrameSnapshot WithKeypoints(FrameSnapshot snapshot) => new()
    {
        FrameIndex = snapshot.FrameIndex,
        Camera = snapshot.Camera,
        Labelers = [new KeypointLabeler()],
        Models = snapshot.Models,
        Lights = snapshot.Lights,
        Surroundings = snapshot.Surroundings,
        Instances = [.. snapshot.Instances.Select(i => i with { Keypoints = [new FrameKeypoint(i.WorldFromObject.Translation, 0)] })],
    };

    private long BytesPerFrame(FrameSnapshot snapshot)
    {
        const int frames = 8;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var frame = 0; frame < frames; frame++) Renderer.Render(snapshot).Dispose();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / frames;
    }
}
