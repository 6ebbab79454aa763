using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Light on surfaces, against closed forms.</summary>
public sealed class LightTests(ValidatedDevice device) : RenderingTest(device)
{
    [Theory]
    [InlineData(0.5f, 0f)]
    [InlineData(0.5f, 0.5f)]
    [InlineData(0.8f, 1f)]
    [InlineData(0.6f, 0.3f)]
    public void DiffusePlaneUnderTheSun_HasAlbedoTimesIrradianceTimesCosineOverPi(float albedo, float angle)
    {
        Add(Quad(Diffuse(albedo)));
        AddSun(new Vector3(MathF.Sin(angle), 0, -MathF.Cos(angle)), 3);
        using var frame = Render();

        // 1/255: the specular layer of a rough dielectric takes from the diffuse what it adds, but not in the same direction.
        Near(Srgb(albedo * 3 * Math.Cos(angle) / Math.PI), Middle(frame).X, 1.5, "diffuse plane");
    }

    [Fact]
    public void PointLight_FallsWithTheSquareOfTheDistance()
    {
        Add(Quad(Diffuse(0.5f)));
        Scene.AddLight(new PointLight { Intensity = 4, CastsShadow = false }, Transform.At(new Vector3(0, 0, 1.5f)));
        using var frame = Render();
        Near(Srgb(0.5 * 4 / (1.5 * 1.5) / Math.PI), Middle(frame).X, 1.5, "1.5 m");
    }

    [Fact]
    public void PointLight_FadesToNothingAtItsRange()
    {
        Add(Quad(Diffuse(0.5f)));
        Scene.AddLight(new PointLight { Intensity = 4, Range = 2, CastsShadow = false }, Transform.At(new Vector3(0, 0, 1.5f)));
        using var frame = Render();
        // KHR_lights_punctual: 1 − (d/range)⁴.
        Near(Srgb(0.5 * 4 / (1.5 * 1.5) / Math.PI * (1 - Math.Pow(0.75, 4))), Middle(frame).X, 1.5, "window");

        NewScene();
        Add(Quad(Diffuse(0.5f)));
        Scene.AddLight(new PointLight { Intensity = 400, Range = 1.4f, CastsShadow = false }, Transform.At(new Vector3(0, 0, 1.5f)));
        using var dark = Render();
        Assert.Equal(Vector3.Zero, Middle(dark));
    }

    [Fact]
    public void SpotLight_FadesBetweenItsAngles()
    {
        const float inner = 0.2f, outer = 0.5f;
        Add(Quad(Diffuse(0.5f)));
        Scene.AddLight(
            new SpotLight { Intensity = 3, InnerConeAngle = inner, OuterConeAngle = outer, CastsShadow = false },
            Transform.At(new Vector3(0, 0, 1)));
        var snapshot = Snapshot();
        using var frame = Renderer.Render(snapshot);
        for (var x = 0; x < frame.Width; x++)
        {
            var depth = frame.Depth[24 * frame.Width + x];
            var lateral = (x + 0.5 - 32) / snapshot.Camera.FocalLengthPixels * depth;
            var vertical = 0.5 / snapshot.Camera.FocalLengthPixels * depth;
            var square = lateral * lateral + vertical * vertical + 1;
            var cosine = 1 / Math.Sqrt(square);
            var cone = Math.Clamp((cosine - Math.Cos(outer)) / (Math.Cos(inner) - Math.Cos(outer)), 0, 1);
            // 2: the diffuse plane's tolerance, and half a step of the steep cone.
            Near(Srgb(0.5 * 3 / square * cone * cone * cosine / Math.PI), At(frame, x, 24).X, 2, $"pixel {x}");
        }
    }

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(0f, 0.5f)]
    [InlineData(0f, 1f)]
    [InlineData(0.5f, 0.6f)]
    [InlineData(0.3f, 1f)]
    [InlineData(1f, 0.1f)]
    [InlineData(1f, 0.5f)]
    [InlineData(1f, 1f)]
    public void WhiteSphereInWhiteSurroundings_Vanishes(float metallic, float roughness)
    {
        var white = Material.Default with { BaseColorFactor = Vector4.One, MetallicFactor = metallic, RoughnessFactor = roughness };
        Add(Oracle.Shapes.Model("sphere", Oracle.Shapes.Sphere(48, 32), white), new Transform(default, Quaternion.Identity, new Vector3(0.5f)));
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.6f));
        using var frame = Render();
        for (var y = 0; y < frame.Height; y++)
        {
            // 2% of light is 2 steps at this brightness.
            for (var x = 0; x < frame.Width; x++) Near(Srgb(0.6), At(frame, x, y).X, 2, $"pixel {x}, {y}");
        }

        Assert.Contains(1u, frame.InstanceIds.ToArray());
    }

    [Fact]
    public void Surroundings_AreBlendedByDirection()
    {
        Scene.Surroundings = new GradientSurroundings(new Vector3(0.8f, 0.4f, 0.1f), new Vector3(0.1f, 0.2f, 0.3f));
        var snapshot = Snapshot();
        using var frame = Renderer.Render(snapshot);
        var up = Vector3.Normalize(new Vector3(0.5f / 60, (24 - 0.5f) / snapshot.Camera.FocalLengthPixels, -1));
        var share = up.Y * 0.5 + 0.5;
        Near(Srgb(0.8 * share + 0.1 * (1 - share)), At(frame, 32, 0).X, 1, "red at the top");
        Near(Srgb(0.1 * share + 0.3 * (1 - share)), At(frame, 32, 0).Z, 1, "blue at the top");
        Assert.All(frame.Depth.ToArray(), d => Assert.Equal(float.PositiveInfinity, d));
    }

    [Fact]
    public void Background_ReplacesTheSurroundingsBehindEverything()
    {
        Scene.Surroundings = Surroundings.Uniform(Vector3.One) with { Background = new Vector3(0.2f, 0.4f, 0.6f) };
        using var frame = Render();
        Near(Srgb(0.2), Middle(frame).X, 0.51, "red");
        Near(Srgb(0.6), Middle(frame).Z, 0.51, "blue");
    }

    [Fact]
    public void EmissiveAndUnlit_ShowTheirOwnRadiance()
    {
        Add(Quad(Glow(new Vector3(0.25f, 0.5f, 0.75f))));
        using var glow = Render();
        // Emissive light is kept as halves: a relative 2⁻¹¹, far below a step.
        Near(Srgb(0.25), Middle(glow).X, 0.6, "red");
        Near(Srgb(0.5), Middle(glow).Y, 0.6, "green");
        Near(Srgb(0.75), Middle(glow).Z, 0.6, "blue");

        NewScene();
        Add(Quad(Material.Default with { Unlit = true, BaseColorFactor = new Vector4(0.1f, 0.5f, 0.9f, 1) }));
        AddSun(-Vector3.UnitZ, 10);
        using var unlit = Render();
        Near(Srgb(0.1), Middle(unlit).X, 1, "red");
        Near(Srgb(0.9), Middle(unlit).Z, 1, "blue");
    }

    [Fact]
    public void Exposure_ScalesRadiance()
    {
        Lens = Lens with { Exposure = 0.25f };
        Add(Quad(Glow(new Vector3(2))));
        using var frame = Render();
        Near(Srgb(0.5), Middle(frame).X, 0.6, "a quarter of 2");
    }

    [Theory]
    [InlineData(0.2f)]
    [InlineData(0.4f)]
    public void Mirrorlike_HighlightHasTheBrdfsPeak(float roughness)
    {
        // Light, eye and normal in one line: D = 1/(π·α²), V = 1/4, F = F0; for a white metal no diffuse.
        Add(Quad(Material.Default with { BaseColorFactor = Vector4.One, MetallicFactor = 1, RoughnessFactor = roughness }));
        AddSun(-Vector3.UnitZ, 1);
        var alpha2 = Math.Pow(roughness, 4);
        var peak = 1 / (Math.PI * alpha2) / 4;
        Lens = new Lens(65, 49, 0.1f) { Exposure = (float)(0.4 / peak) };
        using var frame = Render();
        // Multiple scattering adds what single scattering loses, a few percent at these roughnesses; never less than the peak. The
        // lobe is not constant over half a pixel: 2 steps.
        Assert.InRange(Middle(frame).X, Srgb(0.4) - 2, Srgb(0.4 * 1.06) + 2);
    }

    [Fact]
    public void RoughMetal_GetsBackWhatSingleScatteringLoses()
    {
        // At roughness 1, D = 1/π, V = 1/2/(n·l + 1) and single scattering reflects ∫ μ/(1+μ) dμ = 1 − ln 2 in all.
        Add(Quad(Material.Default with { BaseColorFactor = Vector4.One, MetallicFactor = 1, RoughnessFactor = 1 }));
        AddSun(-Vector3.UnitZ, 3);
        using var frame = Render();
        // The table is summed from 256 samples: 1% of light.
        Near(Srgb(3 / (4 * Math.PI) / (1 - Math.Log(2))), Middle(frame).X, 0.5 + 0.01 * 255 / 2.2, "white rough metal");
    }

    [Fact]
    public void MoreLightsThanThereIsRoomFor_AreRefused()
    {
        for (var i = 0; i <= FrameLimits.Lights; i++) AddSun(-Vector3.UnitZ, 1);
        var error = Assert.Throws<NotSupportedException>(() => Render());
        Assert.Contains($"{FrameLimits.Lights + 1} lights", error.Message, StringComparison.Ordinal);
    }
}
