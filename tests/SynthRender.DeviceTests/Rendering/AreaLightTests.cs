using System.Numerics;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Rectangle and ring lights on a wall, against closed forms and against sums over small pieces of the light.</summary>
public sealed class AreaLightTests(ValidatedDevice device) : RenderingTest(device)
{
    private const float Albedo = 0.6f;

    private static readonly Material Lambertian = Diffuse(Albedo) with { SpecularFactor = 0 };

    [Theory]
    [InlineData(0.3f, 0.5f)]
    [InlineData(1f, 0.5f)]
    [InlineData(0.5f, 1.5f)]
    public void Disc_OnItsAxis_HasTheFormFactorOfADisc(float radius, float distance)
    {
        var factor = radius * radius / (radius * radius + distance * distance);
        Expose(Albedo * factor);
        Add(Quad(Lambertian));
        Scene.AddLight(new RingLight { OuterRadius = radius, CastsShadow = false }, Transform.At(new Vector3(0, 0, distance)));
        using var frame = Render();
        Near(Srgb(0.7), Middle(frame).X, OnePercent, "disc");
    }

    [Fact]
    public void Ring_IsADiscLessAnother()
    {
        const float inner = 0.4f, outer = 0.6f, distance = 0.7f;
        var factor = outer * outer / (outer * outer + distance * distance) - inner * inner / (inner * inner + distance * distance);
        Expose(Albedo * factor);
        Add(Quad(Lambertian));
        Scene.AddLight(
            new RingLight { OuterRadius = outer, InnerRadius = inner, CastsShadow = false }, Transform.At(new Vector3(0, 0, distance)));
        using var frame = Render();
        Near(Srgb(0.7), Middle(frame).X, OnePercent, "ring");
    }

    [Theory]
    [InlineData(0.4f, 0.6f, 0.8f)]
    [InlineData(2f, 1f, 0.3f)]
    public void Rectangle_OnItsAxis_HasTheFormFactorOfARectangle(float width, float height, float distance)
    {
        // Four times a rectangle that begins below the light's normal (Howell, A Catalog of Radiation Heat Transfer, C-1).
        var (a, b) = (0.5 * width / distance, 0.5 * height / distance);
        var (ra, rb) = (Math.Sqrt(1 + a * a), Math.Sqrt(1 + b * b));
        var factor = 4 / (2 * Math.PI) * (a / ra * Math.Atan(b / ra) + b / rb * Math.Atan(a / rb));
        Expose(Albedo * factor);
        Add(Quad(Lambertian));
        Scene.AddLight(new RectangleLight { Width = width, Height = height, CastsShadow = false }, Transform.At(new Vector3(0, 0, distance)));
        using var frame = Render();
        Near(Srgb(0.7), Middle(frame).X, OnePercent, "rectangle");
    }

    /// <summary>Beside its axis, turned, and with a part of it behind the wall or beyond the wall's horizon.</summary>
    [Theory]
    [InlineData(false, 0.5f, 0.3f, 0.7f, 0f, 0f)]
    [InlineData(false, -0.4f, 0.2f, 0.5f, 0.3f, -0.6f)]
    [InlineData(false, 0.5f, 0f, 0.15f, -1.2f, 0f)]
    [InlineData(true, 0.5f, 0.3f, 0.7f, 0f, 0f)]
    [InlineData(true, -0.4f, 0.2f, 0.5f, 0.3f, -0.6f)]
    [InlineData(true, 0.5f, 0f, 0.15f, -1.2f, 0f)]
    public void Anywhere_DiffuseLightIsTheSumOverTheLight(bool ring, float x, float y, float z, float yaw, float pitch)
    {
        Add(Quad(Lambertian));
        var surface = AddLight(ring, new Vector3(x, y, z), Quaternion.CreateFromYawPitchRoll(yaw, pitch, 0));
        CompareWithTheSum(surface, (_, _) => Albedo / Math.PI, _ => 1, 0.01);
    }

    /// <summary>
    /// A white metal. The fit of transformed cosines is good to a few percent of the brightest place; where the lobe ends the
    /// relative error is larger, and there is little light.
    /// </summary>
    [Theory]
    [InlineData(false, 0.15f, 0.05)]
    [InlineData(false, 0.4f, 0.05)]
    [InlineData(false, 0.8f, 0.05)]
    [InlineData(true, 0.4f, 0.05)]
    [InlineData(true, 0.8f, 0.05)]
    public void Anywhere_SpecularLightIsTheSumOverTheLight(bool ring, float roughness, double tolerance)
    {
        Add(Quad(Material.Default with { BaseColorFactor = Vector4.One, MetallicFactor = 1, RoughnessFactor = roughness }));
        var surface = AddLight(ring, new Vector3(0.3f, 0.2f, 0.8f), Quaternion.CreateFromYawPitchRoll(0.2f, -0.3f, 0));
        CompareWithTheSum(
            surface,
            (view, light) => new GgxOracle(roughness, new Vector3d(0, 0, 1), view).At(light),
            view => 1 / new GgxOracle(roughness, new Vector3d(0, 0, 1), view).Albedo(),
            tolerance);
    }

    [Fact]
    public void Backs_AreDark_UnlessBothSidesShine()
    {
        var away = new Transform(new Vector3(0, 0, 0.5f), Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI), Vector3.One);
        Add(Quad(Lambertian));
        Scene.AddLight(new RectangleLight { Radiance = 100, CastsShadow = false }, away);
        Scene.AddLight(new RingLight { Radiance = 100, CastsShadow = false }, away);
        using var dark = Render();
        Assert.All(Enumerable.Range(0, 64 * 48), i => Assert.Equal(0, dark.Color[4 * i]));

        NewScene();
        Expose(Albedo * 0.5f);
        Add(Quad(Lambertian));
        Scene.AddLight(new RingLight { OuterRadius = 0.5f, TwoSided = true, CastsShadow = false }, away);
        using var lit = Render();
        Near(Srgb(0.7), Middle(lit).X, OnePercent, "the back of a disc of radius and distance 0.5");
    }

    /// <summary>1% of light around 0.7, and half a step of the image.</summary>
    private const double OnePercent = 0.5 + 0.01 * 255 / 2.3;

    private void Expose(double radiance) => Lens = Lens with { Exposure = (float)(0.7 / radiance) };

    private GlowingSurface AddLight(bool ring, Vector3 at, Quaternion rotation)
    {
        const float halfWidth = 0.45f, halfHeight = 0.3f, outer = 0.4f, inner = 0.25f;
        Scene.AddLight(
            ring
                ? new RingLight { OuterRadius = outer, InnerRadius = inner, CastsShadow = false }
                : new RectangleLight { Width = 2 * halfWidth, Height = 2 * halfHeight, CastsShadow = false },
            new Transform(at, rotation, Vector3.One));
        Vector3d Turned(Vector3 v) => Vector3d.From(Vector3.Transform(v, rotation));
        return new GlowingSurface(
            Vector3d.From(at), Turned(new Vector3(ring ? outer : halfWidth, 0, 0)), Turned(new Vector3(0, ring ? outer : halfHeight, 0)),
            Turned(-Vector3.UnitZ), ring ? inner / outer : -1);
    }

    /// <summary>The picture against the sum at a grid of pixels, within a part of the brightest of them.</summary>
    private void CompareWithTheSum(
        GlowingSurface surface, Func<Vector3d, Vector3d, double> reflection, Func<Vector3d, double> factor, double tolerance)
    {
        var camera = new OracleCamera(Snapshot().Camera);
        var expected = new Dictionary<(int X, int Y), double>();
        for (var y = 4; y < 48; y += 8)
        {
            for (var x = 4; x < 64; x += 8)
            {
                var position = new Vector3d(0, 0, 2) + camera.Ray(x + 0.5, y + 0.5) * 2;
                if (Math.Max(Math.Abs(position.X), Math.Abs(position.Y)) > 0.99) continue;
                var view = new Vector3d(0, 0, 2) - position;
                view *= 1 / view.Length;
                expected[(x, y)] = surface.Integrate(position, new Vector3d(0, 0, 1), light => reflection(view, light)) * factor(view);
            }
        }

        var brightest = expected.Values.Max();
        Lens = Lens with { Exposure = (float)(0.9 / brightest) };
        using var frame = Render();
        foreach (var ((x, y), radiance) in expected)
        {
            // Linear values, so that the tolerance means the same everywhere; 0.6 steps for rounding.
            var drawn = At(frame, x, y).X;
            var (low, high) = (Linear(drawn - 0.6), Linear(drawn + 0.6));
            var wanted = 0.9 * radiance / brightest;
            Assert.True(
                wanted >= low - 0.9 * tolerance && wanted <= high + 0.9 * tolerance,
                $"pixel {x}, {y}: expected {wanted:0.####}, got {low:0.####} to {high:0.####}");
        }
    }
}
