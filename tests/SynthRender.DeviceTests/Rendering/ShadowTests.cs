using System.Numerics;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Shadows of directional lights.</summary>
public sealed class ShadowTests(ValidatedDevice device) : RenderingTest(device)
{
    [Fact]
    public void ShadeIsDark_AndTheRestIsLit()
    {
        // A small square 0.5 m before a wall, light straight along the view but 45° from the side: its shadow is moved by 0.5 m.
        Add(Quad(Diffuse(0.5f)), new Transform(default, Quaternion.Identity, new Vector3(2)));
        Add(Quad(Diffuse(0.5f)), new Transform(new Vector3(-0.5f, 0, 0.5f), Quaternion.Identity, new Vector3(0.1f)));
        AddSun(new Vector3(1, 0, -1), 4, castsShadow: true);
        using var frame = Render();
        Assert.Equal(Vector3.Zero, Middle(frame));
        Near(Srgb(0.5 * 4 * Math.Sqrt(0.5) / Math.PI), At(frame, 50, 40).X, 1.5, "lit wall");
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.8f)]
    [InlineData(1.3f)]
    [InlineData(1.5f)]
    public void Plane_DoesNotShadeItself(float angle)
    {
        // The wall casts: a square far to the side, behind it as the light sees it, keeps it in the map.
        Lens = Lens with { Width = 160, Height = 120 };
        Add(Quad(Diffuse(0.5f)), new Transform(default, Quaternion.CreateFromYawPitchRoll(0.3f, -0.4f, 0), new Vector3(4)));
        Add(Quad(Diffuse(0.5f)), new Transform(new Vector3(0, 0, -1), Quaternion.Identity, new Vector3(0.2f)));
        AddSun(new Vector3(MathF.Sin(angle), 0, -MathF.Cos(angle)), 3, castsShadow: true);
        using var cast = Render();
        NewScene();
        Add(Quad(Diffuse(0.5f)), new Transform(default, Quaternion.CreateFromYawPitchRoll(0.3f, -0.4f, 0), new Vector3(4)));
        AddSun(new Vector3(MathF.Sin(angle), 0, -MathF.Cos(angle)), 3);
        using var free = Render();
        Assert.Equal(free.Color.ToArray(), cast.Color.ToArray());
    }

    [Fact]
    public void Sphere_HasNoAcneOnItsLitSide()
    {
        Lens = Lens with { Width = 160, Height = 120 };
        var small = new Transform(default, Quaternion.Identity, new Vector3(0.6f));
        var sphere = Oracle.Shapes.Model("sphere", Oracle.Shapes.Sphere(96, 64), Diffuse(0.5f));
        var light = new Vector3(-0.6f, -0.5f, -1);
        Add(sphere, small);
        AddSun(light, 3, castsShadow: true);
        using var cast = Render();
        NewScene();
        Add(sphere, small);
        AddSun(light, 3);
        using var free = Render();
        var lit = 0;
        for (var i = 0; i < free.InstanceIds.Length; i++)
        {
            // Where light falls flatter than about 12° the filter may reach the shaded side.
            if (free.InstanceIds[i] == 0 || free.Color[4 * i] < Srgb(0.5 * 3 * 0.2 / Math.PI)) continue;
            lit++;
            Near(free.Color[4 * i], cast.Color[4 * i], 1, $"pixel {i % 160}, {i / 160}");
        }

        Assert.True(lit > 2000);
    }

    [Fact]
    public void CutOut_LetsLightThroughItsHoles()
    {
        var image = Texture(2, 1, (x, _) => new Color4(255, 255, 255, x == 0 ? (byte)0 : (byte)255));
        var holed = Diffuse(0.5f) with
        {
            AlphaMode = AlphaMode.Mask,
            BaseColorTexture = new TextureSlot(image) { Linear = false, Mipmaps = false, WrapU = TextureWrap.ClampToEdge },
        };
        Add(Quad(Diffuse(0.5f)), new Transform(default, Quaternion.Identity, new Vector3(2)));
        Add(Quad(holed), new Transform(new Vector3(-0.5f, 0, 0.5f), Quaternion.Identity, new Vector3(0.2f)));
        AddSun(new Vector3(1, 0, -1), 4, castsShadow: true);
        using var frame = Render();
        // The shadow spans −0.2 to 0.2 m; its left half is the hole.
        Assert.True(At(frame, 29, 24).X > 150);
        Assert.Equal(0, At(frame, 35, 24).X);
    }

    [Fact]
    public void ModelThatCastsNone_CastsNone()
    {
        Add(Quad(Diffuse(0.5f)), new Transform(default, Quaternion.Identity, new Vector3(2)));
        Add(Quad(Diffuse(0.5f)), new Transform(new Vector3(-0.5f, 0, 0.5f), Quaternion.Identity, new Vector3(0.1f))).CastsShadow = false;
        AddSun(new Vector3(1, 0, -1), 4, castsShadow: true);
        using var frame = Render();
        Near(Srgb(0.5 * 4 * Math.Sqrt(0.5) / Math.PI), Middle(frame).X, 1.5, "lit wall");
    }

    [Fact]
    public void KeptShadowMap_GivesTheSameBytesAsAFreshOne()
    {
        Add(Quad(Diffuse(0.5f)), new Transform(default, Quaternion.Identity, new Vector3(2)));
        var blocker = Add(Quad(Diffuse(0.5f)), new Transform(new Vector3(-0.5f, 0, 0.5f), Quaternion.Identity, new Vector3(0.1f)));
        AddSun(new Vector3(1, 0, -1), 4, castsShadow: true);
        using var first = Render();
        using var kept = Render();
        Assert.Equal(first.Color.ToArray(), kept.Color.ToArray());

        blocker.Local = blocker.Local with { Translation = new Vector3(-0.8f, 0, 0.5f) };
        using var moved = Render();
        Assert.NotEqual(first.Color.ToArray(), moved.Color.ToArray());
        blocker.Local = blocker.Local with { Translation = new Vector3(-0.5f, 0, 0.5f) };
        using var back = Render();
        Assert.Equal(first.Color.ToArray(), back.Color.ToArray());
    }
}
