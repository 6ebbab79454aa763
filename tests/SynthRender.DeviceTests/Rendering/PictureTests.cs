using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>From linear light to the written picture, against the published formulas. Light is a half, within 2⁻¹¹: below 0.6 steps.</summary>
public sealed class PictureTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly double[] Lights = [0, 0.001, 0.02, 0.18, 0.5, 1, 2, 3.9, 4, 9, 40, 1000];

    [Fact]
    public void WithoutCurve_LightIsEncodedAsSrgbAndClipped()
    {
        foreach (var light in Lights) Near(Srgb(light), Shown(light).X, 0.6, $"{light}");
    }

    [Theory]
    [InlineData(4f)]
    [InlineData(1f)]
    [InlineData(12f)]
    public void Reinhard_IsEquation4(float white)
    {
        Lens = Lens with { ToneCurve = ToneCurve.Reinhard, WhitePoint = white };
        foreach (var light in Lights)
            Near(Srgb(light * (1 + light / (white * white)) / (1 + light)), Shown(light).X, 0.7, $"{light}");
        Assert.Equal(255, Shown(white).X);
    }

    [Theory]
    [InlineData(4f)]
    [InlineData(5.6f)]
    public void Filmic_IsHablesCurveScaledToItsWhite(float white)
    {
        static double Hable(double x) => (x * (0.15 * x + 0.05) + 0.004) / (x * (0.15 * x + 0.50) + 0.06) - 0.02 / 0.30;
        Lens = Lens with { ToneCurve = ToneCurve.Filmic, WhitePoint = white };
        foreach (var light in Lights) Near(Srgb(Hable(2 * light) / Hable(2 * white)), Shown(light).X, 0.7, $"{light}");
        Assert.Equal(0, Shown(0).X);
        Assert.Equal(255, Shown(white).X);
    }

    [Fact]
    public void AgX_ShowsMidGreyAtHalfAndIsWhite6HalfStopsAbove()
    {
        Lens = Lens with { ToneCurve = ToneCurve.AgX };
        // The rows of the published matrices sum to 1 within 1e-4.
        Near(Srgb(Math.Pow(0.5, 2.2)), Shown(0.18).X, 0.7, "mid grey");
        Near(255, Shown(0.18 * Math.Pow(2, 6.5)).X, 0.7, "white");
        Assert.Equal(0, Shown(0).X);
    }

    [Theory]
    [InlineData(0.18f, 0.18f, 0.18f)]
    [InlineData(0.8f, 0.1f, 0.05f)]
    [InlineData(0.05f, 2f, 0.3f)]
    [InlineData(0.2f, 0.3f, 8f)]
    [InlineData(3f, 3f, 2f)]
    public void AgX_IsNearItsPublishedPolynomial(float r, float g, float b)
    {
        Lens = Lens with { ToneCurve = ToneCurve.AgX };
        var shown = Shown(new Vector3(r, g, b));
        var expected = PolynomialAgX(new Vector3(r, g, b));
        // The polynomial is a fit of the sigmoid, up to 0.008 beside it.
        Near(expected.X, shown.X, 3, "red");
        Near(expected.Y, shown.Y, 3, "green");
        Near(expected.Z, shown.Z, 3, "blue");
    }

    [Theory]
    [InlineData(ToneCurve.None)]
    [InlineData(ToneCurve.Reinhard)]
    [InlineData(ToneCurve.Filmic)]
    [InlineData(ToneCurve.AgX)]
    public void Curves_RiseFromBlackToWhite(ToneCurve curve)
    {
        Lens = new Lens(256, 16, 2 * MathF.Atan(0.5f * 16 / 256)) { ToneCurve = curve };
        var ramp = Texture(256, 1, (x, _) => new Color4((byte)x, (byte)x, (byte)x));
        Add(Quad(Glow(new Vector3(20)) with { EmissiveTexture = new TextureSlot(ramp) { Linear = false, Mipmaps = false } }));
        using var frame = Render();
        Assert.Equal(0, At(frame, 0, 8).X);
        // Both curves with a white point have it at 4, none at 1, AgX at 16.3.
        Assert.Equal(255, At(frame, 255, 8).X);
        for (var x = 1; x < 256; x++) Assert.True(At(frame, x, 8).X >= At(frame, x - 1, 8).X, $"pixel {x}");
    }

    [Fact]
    public void WhiteBalance_ScalesChannels()
    {
        Lens = Lens with { WhiteBalance = new Vector3(0.5f, 1, 2), Exposure = 0.5f };
        var shown = Shown(new Vector3(0.4f));
        Near(Srgb(0.1), shown.X, 0.6, "red");
        Near(Srgb(0.2), shown.Y, 0.6, "green");
        Near(Srgb(0.4), shown.Z, 0.6, "blue");
    }

    [Theory]
    [InlineData(0.01f)]
    [InlineData(1f)]
    [InlineData(7f)]
    public void AutoExposure_BringsTheMeanToTheKey(float radiance)
    {
        Lens = Lens with { AutoExposure = new AutoExposure { Key = 0.25f } };
        Scene.Surroundings = Surroundings.Uniform(new Vector3(radiance));
        using var frame = Render();
        Near(Srgb(0.25), Middle(frame).X, 0.7, "mean");
    }

    [Fact]
    public void AutoExposure_IsTheGeometricMeanAndKeepsToItsRange()
    {
        // The quad of side 2 at distance 2 covers the left half; 0.08 and 2 have the geometric mean 0.4.
        Scene.Surroundings = Surroundings.Uniform(new Vector3(2));
        Lens = new Lens(64, 48, 0.5f) { AutoExposure = new AutoExposure { Key = 0.1f } };
        Add(Quad(Material.Default with { Unlit = true, BaseColorFactor = new Vector4(0.08f, 0.08f, 0.08f, 1) }), Transform.At(new Vector3(-1, 0, 0)));
        using var frame = Render();
        Near(Srgb(0.5), At(frame, 60, 24).X, 0.7, "bright half");
        Near(Srgb(0.02), At(frame, 4, 24).X, 1, "dark half");

        Lens = Lens with { AutoExposure = new AutoExposure { Key = 0.1f, Least = 0.3f } };
        using var limited = Render();
        Near(Srgb(0.6), At(limited, 60, 24).X, 0.7, "no darker than the least factor");
    }

    [Fact]
    public void AutoExposure_DoesNotRememberTheFrameBefore()
    {
        Lens = Lens with { AutoExposure = new AutoExposure() };
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.3f));
        using var first = Render();
        Scene.Surroundings = Surroundings.Uniform(new Vector3(50));
        using var bright = Render();
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.3f));
        using var again = Render();
        Assert.Equal(first.Color, again.Color);
    }

    [Theory]
    [InlineData(1f)]
    [InlineData(0.4f)]
    public void Vignette_IsAPowerOfTheCosine(float strength)
    {
        Lens = Lens with { Vignette = new Vignette { Strength = strength } };
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.5f));
        var snapshot = Snapshot();
        using var frame = Renderer.Render(snapshot);
        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(0, 0), (63, 47), (32, 24), (10, 40)])
        {
            var (dx, dy) = ((x + 0.5 - 32) / snapshot.Camera.FocalLengthPixels, (y + 0.5 - 24) / snapshot.Camera.FocalLengthPixels);
            Near(Srgb(0.5 * Math.Pow(1 / Math.Sqrt(1 + dx * dx + dy * dy), 4 * strength)), At(frame, x, y).X, 0.6, $"{x}, {y}");
        }
    }

    [Fact]
    public void RoundField_IsBlackOutsideAndLeavesIdsAndDepth()
    {
        Scene.Surroundings = Surroundings.Uniform(Vector3.One);
        Add(Quad(Diffuse(0.5f)), new Transform(Vector3.Zero, Quaternion.Identity, new Vector3(4)));
        using var whole = Render();
        Lens = Lens with { Vignette = new Vignette { Strength = 0, FieldRadius = 0.75f, FieldSoftness = 0 } };
        using var round = Render();
        Assert.Equal(whole.InstanceIds, round.InstanceIds);
        Assert.Equal(whole.Depth, round.Depth);
        for (var i = 0; i < 64 * 48; i++)
        {
            var (x, y) = (i % 64, i / 64);
            var radius = Math.Sqrt((x - 31.5) * (x - 31.5) + (y - 23.5) * (y - 23.5));
            // The edge is a pixel wide and 18 pixels from the middle.
            if (radius > 18.5) Assert.Equal(Vector3.Zero, At(round, x, y));
            if (radius < 17.5) Assert.Equal(At(whole, x, y), At(round, x, y));
        }
    }

    private static Vector3 PolynomialAgX(Vector3 light)
    {
        // Wrensch, Minimal AgX Implementation, 2023.
        var inset = new Matrix4x4(
            0.842479062253094f, 0.0423282422610123f, 0.0423756549057051f, 0, 0.0784335999999992f, 0.878468636469772f, 0.0784336f, 0,
            0.0792237451477643f, 0.0791661274605434f, 0.879142973793104f, 0, 0, 0, 0, 1);
        var outset = new Matrix4x4(
            1.19687900512017f, -0.0528968517574562f, -0.0529716355144438f, 0, -0.0980208811401368f, 1.15190312990417f, -0.0980434501171241f, 0,
            -0.0990297440797205f, -0.0989611768448433f, 1.15107367264116f, 0, 0, 0, 0, 1);
        var mixed = Vector3.Transform(light, inset);
        float Curve(float v)
        {
            var x = Math.Clamp((MathF.Log2(v) + 12.47393f) / (4.026069f + 12.47393f), 0, 1);
            var (x2, x4) = (x * x, x * x * x * x);
            return 15.5f * x4 * x2 - 40.14f * x4 * x + 31.96f * x4 - 6.868f * x2 * x + 0.4298f * x2 + 0.1191f * x - 0.00232f;
        }

        var shown = Vector3.Transform(new Vector3(Curve(mixed.X), Curve(mixed.Y), Curve(mixed.Z)), outset);
        float Encode(float v) => (float)Srgb(Math.Pow(Math.Clamp(v, 0, 1), 2.2));
        return new Vector3(Encode(shown.X), Encode(shown.Y), Encode(shown.Z));
    }

    private Vector3 Shown(double light) => Shown(new Vector3((float)light));

    private Vector3 Shown(Vector3 light)
    {
        NewScene();
        Add(Quad(Glow(light)));
        using var frame = Render();
        return Middle(frame);
    }
}
