using System.Buffers;
using SynthRender.Frames;
using SynthRender.Graph;

namespace SynthRender.Tests.Frames;

public sealed class RenderedFrameTests
{
    [Fact]
    public void Buffers_must_fit_the_image()
    {
        var snapshot = Snapshot();
        var error = Assert.Throws<ArgumentException>(() => new RenderedFrame(snapshot, new byte[4 * 6], new uint[5], new float[6]));
        Assert.Contains("needs 6 values of instanceIds, got 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rented_buffers_may_be_longer_and_go_back_once()
    {
        var (color, ids, depth) = (new Rented<byte>(100), new Rented<uint>(100), new Rented<float>(100));
        var frame = new RenderedFrame(Snapshot(), color, ids, depth);
        Assert.Equal((3, 2, 24, 6, 6), (frame.Width, frame.Height, frame.Color.Length, frame.InstanceIds.Length, frame.Depth.Length));
        frame.Dispose();
        frame.Dispose();
        Assert.Equal((1, 1, 1), (color.Returned, ids.Returned, depth.Returned));
        Assert.Throws<ObjectDisposedException>(() => frame.Depth.Length);
    }

    private static FrameSnapshot Snapshot()
    {
        var scene = new Scene();
        return SnapshotBuilder.Capture(scene, scene.AddCamera(3, 2, 1), 0, []);
    }

    private sealed class Rented<T>(int length) : IMemoryOwner<T>
    {
        public int Returned { get; private set; }

        public Memory<T> Memory { get; } = new T[length];

        public void Dispose() => Returned++;
    }
}
