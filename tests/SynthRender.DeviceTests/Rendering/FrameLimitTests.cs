using System.Numerics;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>As many lights and shadow views as a frame may have are drawn; one more is refused by number, and the next frame is drawn.</summary>
public sealed class FrameLimitTests(ValidatedDevice device) : RenderingTest(device)
{
    [Fact]
    public void ManyWeakLightsShineLikeOneStrongOne()
    {
        Stage(lamps: 1, castsShadow: false);
        using var one = Render();
        Stage(lamps: FrameLimits.Lights, castsShadow: false);
        using var many = Render();
        AssertAlike(one, many);
        Assert.InRange(Middle(one).X, 60, 220);
    }

    [Fact]
    public void ManyWeakLampsAmidCastersThrowTheShadowsOfOneStrongOne()
    {
        Stage(lamps: 1, castsShadow: true);
        using var one = Render();
        // Six views each: the last lamp's are the last that there is room for.
        Stage(lamps: FrameLimits.ShadowViews / 6, castsShadow: true);
        using var many = Render();
        AssertAlike(one, many);
        Stage(lamps: 1, castsShadow: false);
        using var open = Render();
        var shaded = 0;
        for (var i = 0; i < 64 * 48; i++) shaded += open.Color[4 * i] > 60 && many.Color[4 * i] < 5 ? 1 : 0;
        Assert.True(shaded > 15, $"{shaded} pixels lie in shadow.");
    }

    [Fact]
    public void OneLightMoreIsRefused_WithAndWithoutADevice()
    {
        Stage(lamps: FrameLimits.Lights + 1, castsShadow: false);
        var error = Assert.Throws<NotSupportedException>(() => Render());
        Assert.Contains("129 lights", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, FrameLimits.Excess(Snapshot()));
        Stage(lamps: FrameLimits.Lights, castsShadow: false);
        Assert.Null(FrameLimits.Excess(Snapshot()));
    }

    [Fact]
    public void MoreShadowViewsThanThereIsRoomFor_AreRefused()
    {
        Stage(lamps: 43, castsShadow: true);
        var error = Assert.Throws<NotSupportedException>(() => Render());
        Assert.Contains("258 shadow views; 256", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A wall with a cube before it and one behind the camera, and lamps at one place between them that shine as one does.</summary>
    private void Stage(int lamps, bool castsShadow)
    {
        NewScene();
        Add(Quad(Diffuse(0.5f)), new Transform(new Vector3(0, 0, -1), Quaternion.Identity, new Vector3(2)));
        foreach (var z in (ReadOnlySpan<float>)[-0.5f, 3])
            Add(Oracle.Shapes.Model("cube", Oracle.Shapes.Cube(), Diffuse(0.5f)), new Transform(new Vector3(-0.4f, 0, z), Quaternion.Identity, new Vector3(0.1f)));
        for (var i = 0; i < lamps; i++)
            Scene.AddLight(new PointLight { Intensity = 6f / lamps, CastsShadow = castsShadow, Radius = 0 }, Transform.At(new Vector3(-0.5f, 0.1f, 0.5f)));
    }

    private static void AssertAlike(SynthRender.Frames.RenderedFrame expected, SynthRender.Frames.RenderedFrame actual)
    {
        // Sums of many small parts are rounded otherwise.
        for (var i = 0; i < expected.Color.Length; i++) Assert.InRange(Math.Abs(expected.Color[i] - actual.Color[i]), 0, 1);
    }
}
