using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Lights;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Shadows of point and spot lights.</summary>
public sealed class LampShadowTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly Light[] Lamps =
    [
        new PointLight { Intensity = 6, Radius = 0 },
        new SpotLight { Intensity = 6, OuterConeAngle = 1, InnerConeAngle = 0.9f, Radius = 0 },
        new SpotLight { Intensity = 6, OuterConeAngle = 1.5f, InnerConeAngle = 1.4f, Radius = 0 },
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ShadeIsDark_AndTheRestIsLit(int lamp)
    {
        // A square of side 0.2 hangs 0.5 m before a wall, the lamp 1.5 m before it and 0.75 m to the left: the shadow lies 0.25 m to
        // the right of where the square hangs, and is half as large again.
        Add(Quad(Diffuse(0.5f)), new Transform(default, Quaternion.Identity, new Vector3(2)));
        Add(Quad(Diffuse(0.5f)), new Transform(new Vector3(-0.25f, 0, 0.5f), Quaternion.Identity, new Vector3(0.1f)));
        Scene.AddLight(Lamps[lamp], Transform.LookingAt(new Vector3(-0.75f, 0, 1.5f), new Vector3(0, 0, 0)));
        using var frame = Render();
        Assert.Equal(Vector3.Zero, Middle(frame));
        // 28 pixels a metre on the wall: the shadow ends at ±0.15 m, 4.3 pixels.
        Assert.Equal(0, At(frame, 32 + 3, 24).X);
        Assert.Equal(0, At(frame, 32, 24 - 3).X);
        Assert.NotEqual(0, At(frame, 32 + 6, 24).X);
        Assert.NotEqual(0, At(frame, 32, 24 - 6).X);
    }

    [Fact]
    public void ACasterThatReachesBehindTheLampLeavesTheOthersTheirShadows()
    {
        // As above with a spot that has a size, and a wall so wide that the box around it lies behind the slanted lamp in part.
        Scene.AddModel(Shapes.Box(new Vector3(40, 40, 0.2f)), Transform.At(new Vector3(0, 0, -0.1f)));
        Add(Quad(Diffuse(0.5f)), new Transform(new Vector3(-0.25f, 0, 0.5f), Quaternion.Identity, new Vector3(0.1f)));
        Scene.AddLight(
            new SpotLight { Intensity = 6, OuterConeAngle = 0.5f, InnerConeAngle = 0.4f, Radius = 0.02f },
            Transform.LookingAt(new Vector3(-0.75f, 0, 1.5f), Vector3.Zero));
        using var frame = Render();
        Assert.Equal(Vector3.Zero, Middle(frame));
        // The penumbra is 0.02 m wide, half a pixel.
        Assert.NotEqual(0, At(frame, 32 + 6, 24).X);
        Assert.NotEqual(0, At(frame, 32, 24 - 6).X);
    }
}
