using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Environments;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Light from images all around, against closed forms and numeric integrals.</summary>
public sealed class EnvironmentTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly Vector3 Red = new(0.8f, 0.05f, 0.05f);
    private static readonly Vector3 Green = new(0.05f, 0.8f, 0.05f);
    private static readonly Vector3 Blue = new(0.05f, 0.05f, 0.8f);

    public static TheoryData<float, float> Whites
    {
        get
        {
            var data = new TheoryData<float, float>();
            foreach (var metallic in (float[])[0, 1])
                foreach (var roughness in (float[])[0, 0.05f, 0.1f, 0.2f, 0.3f, 0.45f, 0.6f, 0.8f, 1]) data.Add(metallic, roughness);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Whites))]
    public void WhiteSphereInAWhiteImage_Vanishes(float metallic, float roughness)
    {
        var white = Material.Default with { BaseColorFactor = Vector4.One, MetallicFactor = metallic, RoughnessFactor = roughness };
        Add(Oracle.Shapes.Model("sphere", Oracle.Shapes.Sphere(48, 32), white), new Transform(default, Quaternion.Identity, new Vector3(0.5f)));
        Scene.Surroundings = new ImageEnvironment(Image(8, 4, _ => new Vector3(0.6f)));
        using var frame = Render();
        // 2% of light is 2 steps at this brightness.
        for (var y = 0; y < frame.Height; y++)
            for (var x = 0; x < frame.Width; x++) Near(Srgb(0.6), At(frame, x, y).X, 2, $"pixel {x}, {y}");
        Assert.Contains(1u, frame.InstanceIds.ToArray());
    }

    [Fact]
    public void NoMaterialReflectsMoreThanArrives()
    {
        Scene.Surroundings = new ImageEnvironment(Image(8, 4, _ => new Vector3(0.5f)));
        for (var roughness = 0; roughness <= 4; roughness++)
            for (var metallic = 0; metallic <= 4; metallic++)
            {
                foreach (var model in Scene.Models.ToArray()) Scene.Root.Remove(model);
                Add(Oracle.Shapes.Model("sphere", Oracle.Shapes.Sphere(32, 24),
                        Material.Default with { BaseColorFactor = Vector4.One, MetallicFactor = metallic / 4f, RoughnessFactor = roughness / 4f }),
                    new Transform(default, Quaternion.Identity, new Vector3(0.5f)));
                using var frame = Render();
                // Half a step is rounding; a whole one is less than 1% of light at this brightness.
                for (var i = 0; i < frame.Color.Length; i += 4)
                    Assert.True(frame.Color[i] <= Srgb(0.5) + 1, $"roughness {roughness / 4f}, metallic {metallic / 4f}: {frame.Color[i]}");
            }
    }

    /// <summary>The convention in the docs: the centre of the image faces +X, the middle of its right half +Z, its edges −X.</summary>
    [Theory]
    [InlineData(1, 0, 0, 0.5)]
    [InlineData(0, 0, 1, 0.75)]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(0, 0, -1, 0.25)]
    public void TheImagesCentre_FacesX(float x, float y, float z, double u)
    {
        // Each column says where it is.
        Scene.Surroundings = new ImageEnvironment(Image(256, 128, uv => new Vector3(0.5f + 0.5f * MathF.Cos(2 * MathF.PI * (uv.X - (float)u)))));
        (Eye, Target) = (Vector3.Zero, new Vector3(x, y, z));
        Lens = new Lens(9, 9, 0.05f);
        using var frame = Render();
        Near(Srgb(1), Middle(frame).X, 1, "the column");

        // To the right in the view is to the right in the image.
        Scene.Surroundings = new ImageEnvironment(Image(256, 128, uv => new Vector3(0.5f + 0.5f * MathF.Sin(2 * MathF.PI * (uv.X - (float)u)))));
        Lens = new Lens(9, 9, 0.5f);
        using var slope = Render();
        Assert.True(At(slope, 8, 4).X > At(slope, 0, 4).X + 20);
    }

    [Fact]
    public void TheTopOfTheImage_IsAbove()
    {
        Scene.Surroundings = new ImageEnvironment(Image(64, 32, uv => uv.Y < 0.5f ? Blue : Green));
        (Eye, Target) = (Vector3.Zero, new Vector3(1, 0.5f, 0));
        using var up = Render();
        Near(Srgb(0.8), Middle(up).Z, 1, "blue above");
        Target = new Vector3(1, -0.5f, 0);
        using var down = Render();
        Near(Srgb(0.8), Middle(down).Y, 1, "green below");
    }

    /// <summary>Background, mirror and matt surface must all turn alike.</summary>
    [Fact]
    public void Rotation_TurnsZTowardsX()
    {
        // Red around +Z; a quarter turn brings it to +X.
        var image = Image(256, 128, uv => MathF.Abs(uv.X - 0.75f) < 0.12f ? Red : Vector3.Zero);
        Scene.Surroundings = new ImageEnvironment(image) { Rotation = MathF.PI / 2 };
        (Eye, Target) = (Vector3.Zero, Vector3.UnitX);
        Lens = new Lens(9, 9, 0.1f);
        using var seen = Render();
        Near(Srgb(0.8), Middle(seen).X, 1, "seen");

        // A mirror before the camera, facing it, shows what is behind the camera.
        Add(Quad(Material.Default with { BaseColorFactor = Vector4.One, MetallicFactor = 1, RoughnessFactor = 0 }),
            new Transform(new Vector3(-2, 0, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI / 2), Vector3.One));
        Target = -Vector3.UnitX;
        using var mirrored = Render();
        Near(Srgb(0.8), Middle(mirrored).X, 2, "mirrored");
        Assert.Equal(1u, mirrored.InstanceIds[4 * 9 + 4]);

        double Lit(float turn)
        {
            Scene.Surroundings = new ImageEnvironment(image) { Rotation = turn };
            foreach (var model in Scene.Models.ToArray()) Scene.Root.Remove(model);
            Add(Quad(Diffuse(1)), new Transform(new Vector3(-2, 0, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI / 2), Vector3.One));
            using var frame = Render();
            return Middle(frame).X;
        }

        Assert.True(Lit(MathF.PI / 2) > Lit(0) + 30);
        Assert.True(Lit(MathF.PI / 2) > Lit(-MathF.PI / 2) + 60);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 0.2)]
    [InlineData(0.7, -0.5, 0.4)]
    [InlineData(-0.6, 0.3, -0.8)]
    public void MattSurface_HasTheIrradianceOfTheImage(float x, float y, float z)
    {
        Scene.Surroundings = new ImageEnvironment(Image(64, 32, uv => Smooth(Direction(uv)))) { Intensity = 0.8f };
        var normal = Vector3.Normalize(new Vector3(x, y, z));
        LookAtQuad(Diffuse(1), normal);
        using var frame = Render();
        var irradiance = 0.8f * Integral(Smooth, d => MathF.Max(Vector3.Dot(d, normal), 0) / MathF.PI);
        // The image's harmonics go to the second band, which the nine hold; the diffuse layer of a white dielectric gives back all that
        // the specular one does not reflect, from nearly the same light: 2% and rounding.
        NearLight(irradiance, Middle(frame), 0.02);
    }

    [Theory]
    [InlineData(0.1667f)]
    [InlineData(0.3333f)]
    [InlineData(0.5f)]
    [InlineData(0.75f)]
    [InlineData(1f)]
    public void RoughMirror_HasTheMeanOverItsLobe(float roughness)
    {
        // Blobs of light at three places, 25 degrees wide: sharper than the rough lobes, wider than the sharp.
        static Vector3 Blobs(Vector3 d) =>
            new Vector3(0.1f) + 0.9f * new Vector3(
                MathF.Exp(12 * (Vector3.Dot(d, Vector3.Normalize(new(0.2f, 0.1f, 1))) - 1)),
                MathF.Exp(12 * (Vector3.Dot(d, Vector3.Normalize(new(-0.5f, 0.4f, 0.8f))) - 1)),
                MathF.Exp(12 * (Vector3.Dot(d, Vector3.Normalize(new(0.6f, -0.9f, 0.5f))) - 1)));
        var image = Image(256, 128, uv => Blobs(Direction(uv)));
        Scene.Surroundings = new ImageEnvironment(image);
        LookAtQuad(Material.Default with { BaseColorFactor = Vector4.One, MetallicFactor = 1, RoughnessFactor = roughness }, Vector3.UnitZ);
        using var frame = Render();

        var alpha2 = MathF.Pow(roughness, 4);
        float Lobe(Vector3 d)
        {
            if (d.Z <= 0) return 0;
            var k = (1 + d.Z) / 2 * (alpha2 - 1) + 1;
            return alpha2 / (MathF.PI * k * k) / 4 * d.Z;
        }

        var weight = Integral(_ => Vector3.One, Lobe).X;
        var lobe = Integral(Blobs, Lobe) / weight;
        var diffuse = Integral(Blobs, d => MathF.Max(d.Z, 0) / MathF.PI);
        // A white metal reflects all: single scattering in the lobe, the rest everywhere. At normal incidence single scattering has the
        // albedo of the closed form at 1 and is nearly whole below one half.
        var single = Albedo(roughness);
        // 3%: a few dozen points a lobe, texels of 2 degrees, bilinear tiles; between tiles the roughness is interpolated.
        NearLight((float)single * lobe + (float)(1 - single) * diffuse, Middle(frame), 0.03);
    }

    [Fact]
    public void TheSameEnvironmentTwice_GivesTheSameBytesAsMadeAnew()
    {
        Add(Oracle.Shapes.Model("sphere", Oracle.Shapes.Sphere(48, 32), Material.Default with { MetallicFactor = 1, RoughnessFactor = 0.2f }),
            new Transform(default, Quaternion.Identity, new Vector3(0.5f)));
        FrameSnapshot With(Surroundings surroundings)
        {
            Scene.Surroundings = surroundings;
            return Snapshot();
        }

        var a = With(new ImageEnvironment(Image(64, 32, uv => Blue * uv.Y)) { Rotation = 1, Intensity = 2 });
        var b = With(new SkyEnvironment { SunElevation = 0.4f, CloudCover = 0.5f, CloudSeed = 3 });
        var c = With(Surroundings.Default);
        using var first = Renderer.Render(a);
        using var kept = Renderer.Render(a);
        using var sky = Renderer.Render(b);
        using var grey = Renderer.Render(c);
        using var skyKept = Renderer.Render(b);
        using var again = Renderer.Render(a);
        Assert.Equal(first.Color.ToArray(), kept.Color.ToArray());
        Assert.Equal(first.Color.ToArray(), again.Color.ToArray());
        Assert.Equal(sky.Color.ToArray(), skyKept.Color.ToArray());
        Assert.NotEqual(first.Color.ToArray(), sky.Color.ToArray());
        Assert.NotEqual(grey.Color.ToArray(), sky.Color.ToArray());
    }

    [Fact]
    public void BlendedSurface_IsLitByTheEnvironmentToo()
    {
        Scene.Surroundings = new ImageEnvironment(Image(8, 4, _ => new Vector3(0.4f)));
        Add(Quad(Diffuse(1) with { AlphaMode = AlphaMode.Blend, BaseColorFactor = new Vector4(1, 1, 1, 0.5f) }));
        using var frame = Render();
        Near(Srgb(0.4), Middle(frame).X, 2, "a white veil before white");
    }

    [Fact]
    public void Background_ReplacesWhatIsSeenButNotTheLight()
    {
        Scene.Surroundings = new ImageEnvironment(Image(8, 4, _ => new Vector3(0.4f))) { Background = new Vector3(0, 0, 1) };
        Add(Quad(Diffuse(1)), new Transform(default, Quaternion.Identity, new Vector3(0.2f)));
        using var frame = Render();
        Assert.Equal(new Vector3(0, 0, 255), At(frame, 1, 1));
        Near(Srgb(0.4), Middle(frame).X, 2, "the quad");
    }

    [Fact]
    public void BrightSunInAnImage_IsKept()
    {
        // Beyond what 16-bit floats hold: 1e6 over about a degree.
        var sun = Image(512, 256, uv => MathF.Abs(uv.X - 0.75f) < 0.0025f && MathF.Abs(uv.Y - 0.5f) < 0.005f ? new Vector3(1e6f) : Vector3.Zero);
        Assert.True(sun.Scale > 1);
        Scene.Surroundings = new ImageEnvironment(sun) { Intensity = 1e-3f };
        LookAtQuad(Diffuse(1), Vector3.UnitZ);
        using var frame = Render();
        var irradiance = 1e-3f * sun.MeanRadiance.X * 4;
        // Straight ahead the nine harmonics give a point of light 1/4 + 3/4·2/3 + 5/4·1/4 = 17/16 of its due; texels and rounding: 6%.
        NearLight(new Vector3(irradiance * 17 / 16), Middle(frame), 0.06);
    }

    private static double Albedo(float roughness)
    {
        // ∫ of D·V·4·(v·h)·cosine over half vectors at normal incidence.
        var (sum, alpha2) = (0.0, Math.Pow(roughness, 4));
        const int steps = 20000;
        for (var i = 0; i < steps; i++)
        {
            var u = (i + 0.5) / steps;
            var cos2 = (1 - u) / (1 + (alpha2 - 1) * u);
            var light = 2 * cos2 - 1;
            if (light <= 0) continue;
            sum += 2 * light / (light + Math.Sqrt(light * light * (1 - alpha2) + alpha2));
        }

        return sum / steps;
    }

    private static Vector3 Smooth(Vector3 d) => new(
        0.5f + 0.3f * d.X + 0.1f * d.Y * d.Z, 0.4f - 0.3f * d.Y + 0.1f * (3 * d.Z * d.Z - 1), 0.5f + 0.3f * d.Z + 0.15f * (d.X * d.X - d.Y * d.Y));

    private static Vector3 Direction(Vector2 uv)
    {
        var (sinPhi, cosPhi) = MathF.SinCos(2 * MathF.PI * (uv.X - 0.5f));
        var (sinTheta, cosTheta) = MathF.SinCos(MathF.PI * uv.Y);
        return new Vector3(sinTheta * cosPhi, cosTheta, sinTheta * sinPhi);
    }

    private static EnvironmentImage Image(int width, int height, Func<Vector2, Vector3> radiance)
    {
        var pixels = new Vector3[width * height];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = radiance(new Vector2((i % width + 0.5f) / width, (i / width + 0.5f) / height));
        return new EnvironmentImage("test", width, height, pixels);
    }

    /// <summary>∫ radiance·weight over all directions.</summary>
    private static Vector3 Integral(Func<Vector3, Vector3> radiance, Func<Vector3, float> weight)
    {
        const int columns = 720, rows = 360;
        var sum = Vector3.Zero;
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var uv = new Vector2((column + 0.5f) / columns, (row + 0.5f) / rows);
                var d = Direction(uv);
                sum += radiance(d) * weight(d) * (MathF.Sin(MathF.PI * uv.Y) * 2 * MathF.PI * MathF.PI / (columns * rows));
            }

        return sum;
    }

    private void LookAtQuad(Material material, Vector3 normal)
    {
        Add(Quad(material), new Transform(default, Facing(-normal), Vector3.One));
        (Eye, Target) = (normal * 2, Vector3.Zero);
        Lens = new Lens(9, 9, 0.05f);
    }

    private static void NearLight(Vector3 expected, Vector3 pixel, double relative)
    {
        for (var i = 0; i < 3; i++)
            Assert.True(
                pixel[i] >= Srgb(expected[i] * (1 - relative)) - 0.6 && pixel[i] <= Srgb(expected[i] * (1 + relative)) + 0.6,
                $"channel {i}: expected {Srgb(expected[i]):0.0} (light {expected[i]:0.000} ± {relative:P0}), got {pixel[i]}");
    }
}
