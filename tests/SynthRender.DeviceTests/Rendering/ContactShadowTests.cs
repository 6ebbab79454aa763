using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Lights;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Shadows join what throws them, whatever its size, and closed rooms stay dark.</summary>
public sealed class ContactShadowTests(ValidatedDevice device) : RenderingTest(device)
{
    [Theory]
    [InlineData("sun", 0.008f)]
    [InlineData("sun", 1)]
    [InlineData("lamp", 0.008f)]
    [InlineData("lamp", 0.1f)]
    [InlineData("panel", 0.008f)]
    [InlineData("panel", 0.1f)]
    [InlineData("ring", 0.1f)]
    public void ABoxInARoom_HasItsUmbraFromItsFootOn(string kind, float size)
    {
        // A cube on the floor of a room, seen from above; the light's middle stands at 45° above −X, its extent is 0.04 of its distance
        // to either side, and the camera sees the floor five times as wide as the cube. All of the light is hidden up to 0.9 of the
        // cube's size behind its foot.
        Lens = Lens with { Width = 160, Height = 120, VerticalFov = 0.8f, Near = size, Far = 100 };
        var height = 4.5f * size;
        (Eye, Target) = (new Vector3(size, height, 0.001f * size), new Vector3(size, 0, 0));
        const float Distance = 1.5f, Half = 0.04f * Distance;
        var at = Transform.LookingAt(new Vector3(-Distance, Distance, 0) / MathF.Sqrt(2), Vector3.Zero);
        Light light = kind switch
        {
            "sun" => new DirectionalLight { Irradiance = 3, AngularDiameter = 0.01f },
            "lamp" => new PointLight { Intensity = 4, Radius = Half },
            "panel" => new RectangleLight { Width = 5 * Half, Height = 2 * Half, Radiance = 300 },
            _ => new RingLight { InnerRadius = 0.5f * Half, OuterRadius = Half, Radiance = 500 },
        };
        using var cast = Draw(light, at, size, kind == "sun");
        using var free = Draw(light with { CastsShadow = false }, at, size, kind == "sun");
        var (dark, pixel) = (0, 2 * height * MathF.Tan(0.4f) / 120);
        for (var y = 0; y < 120; y++)
        {
            for (var x = 0; x < 160; x++)
            {
                var (floorX, floorZ) = (size + (x + 0.5f - 80) * pixel, (y + 0.5f - 60) * pixel);
                if (floorX < 0.5f * size + 3 * pixel || floorX > 1.3f * size || MathF.Abs(floorZ) > 0.3f * size) continue;
                dark++;
                var i = 4 * (y * 160 + x);
                Assert.True(free.Color[i] > 60, $"{kind}: {free.Color[i]} without shadow");
                Assert.True(Linear(cast.Color[i]) <= 0.06 * Linear(free.Color[i]), $"{kind} {size}: {cast.Color[i]} of {free.Color[i]} at {floorX / size:0.##} sizes");
            }
        }

        Assert.True(dark > 80, $"{dark} pixels");
    }

    [Theory]
    [InlineData(1, 3, 2, false)]
    [InlineData(-2, 1, -1, false)]
    [InlineData(0.2f, 4, 0.1f, false)]
    [InlineData(1, 3, 2, true)]
    [InlineData(-2, 1.5f, 1, true)]
    public void AClosedRoom_StaysDark_WhateverShinesOutside(float x, float y, float z, bool lamp)
    {
        Lens = Lens with { Width = 160, Height = 120, VerticalFov = 1.3f };
        (Eye, Target) = (new Vector3(1.2f, 1.3f, 1.2f), new Vector3(-1, 1.2f, -1));
        Scene.AddModel(Shapes.Room(4, 4, 2.6f), Transform.Identity);
        Scene.AddModel(Shapes.Box(new Vector3(0.5f)), Transform.At(new Vector3(-1, 0.25f, -1)));
        var from = Transform.LookingAt(new Vector3(x, y, z) * (lamp ? 3 : 1), Vector3.Zero);
        Scene.AddLight(lamp ? new PointLight { Intensity = 500, Radius = 0.05f } : new DirectionalLight { Irradiance = 10 }, from);
        using var frame = Render();
        var lit = 0;
        for (var i = 0; i < frame.Color.Length; i += 4)
            if (frame.Color[i] > 0) lit++;
        Assert.Equal(0, lit);
    }

    private Frames.RenderedFrame Draw(Light light, Transform at, float size, bool outdoors)
    {
        NewScene();
        var grey = Diffuse(0.5f);
        if (outdoors) Scene.AddModel(Shapes.Plane(12, 12), Transform.Identity).Materials = [grey];
        else Scene.AddModel(Shapes.Room(5, 4, 2.6f), Transform.Identity).Materials = [grey, grey, grey];
        Scene.AddModel(Shapes.Box(new Vector3(size)), Transform.At(new Vector3(0, size / 2, 0))).Materials = [Diffuse(0.5f)];
        Scene.AddLight(light, at);
        return Render();
    }
}
