using System.Numerics;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Frames one after the other: the same again, other sizes, several in flight, caches that stay small.</summary>
public sealed class FrameTests(ValidatedDevice device) : RenderingTest(device)
{
    private const long TextureBudget = 1 << 20;

    protected override FrameRendererOptions Options => new() { TextureBudgetBytes = TextureBudget, FramesInFlight = 2 };

    [Fact]
    public void SameSnapshot_GivesTheSameBytes()
    {
        var snapshot = Busy(1);
        using var first = Renderer.Render(snapshot);
        using var other = Renderer.Render(Busy(2));
        using var second = Renderer.Render(snapshot);
        AssertSame(first, second);
        Assert.NotEqual(first.Color.ToArray(), other.Color.ToArray());
    }

    [Fact]
    public void ImageSizes_MayChangeFromFrameToFrame()
    {
        var sizes = new[] { (64, 48), (65, 33), (1, 1), (130, 7), (64, 48) };
        var frames = new List<RenderedFrame>();
        foreach (var (width, height) in sizes)
        {
            Lens = Lens with { Width = width, Height = height };
            frames.Add(Renderer.Render(Busy(1)));
            Assert.Equal(width * height, frames[^1].InstanceIds.Length);
        }

        AssertSame(frames[0], frames[^1]);
        foreach (var frame in frames) frame.Dispose();
    }

    [Fact]
    public void FramesInFlight_AreCollectedInAnyOrder()
    {
        using var a = Renderer.Render(Busy(1));
        using var b = Renderer.Render(Busy(2));
        var first = Renderer.Submit(Busy(1));
        var second = Renderer.Submit(Busy(2));
        Assert.Throws<InvalidOperationException>(() => Renderer.Submit(Busy(3)));
        using var collectedSecond = Renderer.Collect(second);
        using var collectedFirst = Renderer.Collect(first);
        AssertSame(a, collectedFirst);
        AssertSame(b, collectedSecond);
        Assert.Throws<ArgumentException>(() => Renderer.Collect(first));
    }

    [Fact]
    public void ThreeHundredNewTextures_DoNotFillTheDevice()
    {
        var largest = 0L;
        for (var i = 0; i < 300; i++)
        {
            NewScene();
            var shade = (byte)i;
            Add(Quad(Material.Default with { Unlit = true, BaseColorTexture = new TextureSlot(Texture(128, 128, (_, _) => new Color4(shade, shade, shade))) }));
            using var frame = Render();
            Assert.Equal(shade, Middle(frame).X);
            largest = Math.Max(largest, Renderer.CachedBytes);
        }

        // The budget, one texture more, and a few quads.
        Assert.InRange(largest, TextureBudget / 2, TextureBudget + 4 * 128 * 128 * 4 / 3 + (1 << 20));
    }

    [Fact]
    public void Timings_NameThePasses()
    {
        Renderer.Timings = new PassTimings();
        using var timed = Renderer.Render(Busy(1));
        var timings = Renderer.Timings;
        Renderer.Timings = null;
        using var plain = Renderer.Render(Busy(1));
        AssertSame(plain, timed);
        Assert.Equal(1, timings.Frames);
        Assert.Contains("geometry", timings.Passes);
        Assert.Contains("lighting", timings.Passes);
        Assert.True(timings["geometry"] > TimeSpan.Zero);
    }

    private FrameSnapshot Busy(int seed)
    {
        NewScene();
        Scene.Surroundings = SynthRender.Lights.Surroundings.Default;
        AddSun(new Vector3(-0.4f, -1, -0.7f), 3, castsShadow: true);
        for (var i = 0; i < 6; i++)
        {
            var at = new Vector3(MathF.Sin(seed + 2 * i), MathF.Cos(3 * seed + i) * 0.5f, -0.3f * i);
            Add(Quad(Diffuse(0.1f * (i + 1)) with { DoubleSided = true }), new Transform(at, Quaternion.CreateFromYawPitchRoll(i + seed, i, 0), new Vector3(0.5f)));
        }

        return Snapshot();
    }

    private static void AssertSame(RenderedFrame expected, RenderedFrame actual)
    {
        Assert.Equal(expected.Color.ToArray(), actual.Color.ToArray());
        Assert.Equal(expected.InstanceIds.ToArray(), actual.InstanceIds.ToArray());
        Assert.Equal(expected.Depth.ToArray(), actual.Depth.ToArray());
    }
}
