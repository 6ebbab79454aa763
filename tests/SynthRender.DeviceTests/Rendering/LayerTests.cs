using System.Numerics;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Clear coat, sheen and reflectance against double-precision evaluations of the published formulas, and their limits.</summary>
public sealed class LayerTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly Material White = Material.Default with { MetallicFactor = 0 };

    public static TheoryData<string> Materials => new(Named.Keys);

    private static readonly Dictionary<string, Material> Named = new()
    {
        ["plain"] = White,
        ["coat"] = White with { ClearcoatFactor = 1 },
        ["rough coat"] = White with { ClearcoatFactor = 1, ClearcoatRoughnessFactor = 0.6f, RoughnessFactor = 0.3f },
        ["half a coat on metal"] = White with { MetallicFactor = 1, RoughnessFactor = 0.4f, ClearcoatFactor = 0.5f, ClearcoatRoughnessFactor = 0.2f },
        ["sheen"] = White with { SheenColorFactor = Vector3.One, SheenRoughnessFactor = 0.5f },
        ["rough sheen"] = White with { SheenColorFactor = Vector3.One, SheenRoughnessFactor = 1 },
        ["fine sheen"] = White with { SheenColorFactor = Vector3.One, SheenRoughnessFactor = 0.1f },
        ["sheen under a coat"] = White with { SheenColorFactor = new Vector3(0.5f), SheenRoughnessFactor = 0.4f, ClearcoatFactor = 1, ClearcoatRoughnessFactor = 0.3f },
        ["no reflection"] = White with { SpecularFactor = 0 },
        ["half of it"] = White with { SpecularFactor = 0.5f, RoughnessFactor = 0.3f },
        ["diamond"] = White with { IndexOfRefraction = 2.42f, RoughnessFactor = 0.3f },
        ["red reflection"] = White with { SpecularColorFactor = new Vector3(1, 0.5f, 0.5f), RoughnessFactor = 0.3f },
        ["clear glass"] = White with { TransmissionFactor = 1, RoughnessFactor = 0 },
        ["rough glass"] = White with { TransmissionFactor = 1, RoughnessFactor = 0.5f },
    };

    [Theory]
    [MemberData(nameof(Materials))]
    public void WhiteSphereInWhiteSurroundings_Vanishes(string name)
    {
        Add(Oracle.Shapes.Model("sphere", Oracle.Shapes.Sphere(48, 32), Named[name]), new Transform(default, Quaternion.Identity, new Vector3(0.5f)));
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.6f));
        using var frame = Render();
        var worst = 0.0;
        for (var y = 0; y < frame.Height; y++)
        {
            for (var x = 0; x < frame.Width; x++) worst = Math.Max(worst, Math.Abs(Srgb(0.6) - At(frame, x, y).X));
        }

        // 2% of light is 2 steps at this brightness.
        Assert.True(worst <= 2, $"{name}: {worst:0.0} steps off");
        Assert.Contains(1u, frame.InstanceIds.ToArray());
    }

    [Theory]
    [InlineData(0.1f, 0.2f)]
    [InlineData(0.4f, 0.5f)]
    [InlineData(0.7f, 1.2f)]
    public void Coat_HasGgxOverAnAttenuatedBase(float roughness, float angle)
    {
        const double view = 0.6;
        var coat = Diffuse(0.5f) with { ClearcoatFactor = 0.8f, ClearcoatRoughnessFactor = roughness };
        var (plain, coated) = (Sunlit(Diffuse(0.5f), angle, view), Sunlit(coat, angle, view));
        var h = Half(angle, view);
        var lobe = Ggx(h.Normal, roughness) * Smith(Math.Cos(angle), Math.Cos(view), roughness) * (0.04 + 0.96 * Math.Pow(1 - h.View, 5));
        var albedo = 0.8 * GgxAlbedo(roughness, Math.Cos(view));
        var expected = plain * (1 - albedo) + 0.8 * lobe * Math.Cos(angle) * Sun;
        // The table's albedo is a sum over 256 samples on 32 texels; two encodings to 8 bits: 2%.
        Near(1, coated / expected, 0.02 + 0.006, $"coat of roughness {roughness}");
    }

    [Theory]
    [InlineData(0.3f, 0.2f)]
    [InlineData(0.5f, 0.9f)]
    [InlineData(1f, 1.3f)]
    public void Sheen_HasTheCharlieLobeOverAnAttenuatedBase(float roughness, float angle)
    {
        const double view = 1.1;
        var cloth = Diffuse(0.5f) with { SheenColorFactor = new Vector3(0.7f, 0.7f, 0.3f), SheenRoughnessFactor = roughness };
        var (plain, fuzzy) = (Sunlit(Diffuse(0.5f), angle, view), Sunlit(cloth, angle, view));
        var expected = plain * (1 - 0.7 * CharlieAlbedo(roughness, Math.Cos(view)))
            + 0.7 * Charlie(Half(angle, view).Normal, roughness, Math.Cos(angle), Math.Cos(view)) * Math.Cos(angle) * Sun;
        Near(1, fuzzy / expected, 0.02 + 0.006, $"sheen of roughness {roughness}");
    }

    [Fact]
    public void AbsentLayers_LeaveThePlainMaterialAsItIs()
    {
        var plain = Diffuse(0.5f) with { RoughnessFactor = 0.4f };
        var reference = Picture(plain);
        Assert.Equal(reference, Picture(plain with { ClearcoatRoughnessFactor = 0.5f, SheenRoughnessFactor = 0.5f, ThicknessFactor = 1 }));
        // In the forward pass the G-buffer's rounding is not there, half a step either way; and specular anti-aliasing sees the
        // normals of a triangle instead of those of neighbouring pixels, which are another object's at the rim.
        foreach (var layered in new[]
        {
            plain with { SpecularColorFactor = new Vector3(1, 1, 0.9999f) },
            plain with { ClearcoatFactor = 1e-6f },
            plain with { SheenColorFactor = new Vector3(1e-6f), SheenRoughnessFactor = 0.5f },
        })
        {
            var picture = Picture(layered);
            for (var i = 0; i < reference.Length; i++) Near(reference[i], picture[i], 8, $"byte {i}");
            Assert.InRange(reference.Zip(picture).Count(p => Math.Abs(p.First - p.Second) > 1), 0, reference.Length / 200);
        }
    }

    [Theory]
    [InlineData(1.5f, 0.04)]
    [InlineData(1.33f, 0.02006)]
    [InlineData(2.42f, 0.17239)]
    [InlineData(1f, 0)]
    [InlineData(0f, 1)]
    public void IndexOfRefraction_SetsTheReflectanceStraightOn(float index, double f0)
    {
        // Black, smooth and facing the eye: it shows F0 of the surroundings.
        Add(Quad(Diffuse(0) with { RoughnessFactor = 0, IndexOfRefraction = index }));
        Scene.Surroundings = Surroundings.Uniform(Vector3.One);
        Lens = new(65, 49, 0.1f);
        using var frame = Render();
        // F0 has 8 bits under a root: a relative 1/255/√F0.
        Near(f0, Linear(Middle(frame).X), 0.002 + 0.008 * Math.Sqrt(f0), $"index {index}");
    }

    [Fact]
    public void SpecularColour_TintsTheReflectionOfDielectricsOnly()
    {
        Scene.Surroundings = Surroundings.Uniform(Vector3.One);
        Lens = new(65, 49, 0.1f);
        var tinted = Diffuse(0) with { RoughnessFactor = 0, IndexOfRefraction = 2, SpecularColorFactor = new Vector3(1, 0.5f, 0) };
        Add(Quad(tinted));
        using var frame = Render();
        Near(1 / 9.0, Linear(Middle(frame).X), 0.003, "red");
        Near(0.5 / 9, Linear(Middle(frame).Y), 0.003, "green");
        Near(0, Linear(Middle(frame).Z), 0.003, "blue");

        NewScene();
        Scene.Surroundings = Surroundings.Uniform(Vector3.One);
        Add(Quad(tinted with { MetallicFactor = 1, BaseColorFactor = new Vector4(0.5f, 0.5f, 0.5f, 1) }));
        using var metal = Render();
        Assert.Equal(Middle(metal).X, Middle(metal).Z);
    }

    [Fact]
    public void LayerTextures_ReadTheirChannels()
    {
        var all = Diffuse(0.3f) with
        {
            RoughnessFactor = 0.4f, ClearcoatFactor = 1, ClearcoatRoughnessFactor = 1, SheenColorFactor = Vector3.One, SheenRoughnessFactor = 1,
        };
        var factors = all with
        {
            SpecularFactor = 51 / 255f, ClearcoatFactor = 102 / 255f, ClearcoatRoughnessFactor = 153 / 255f,
            SheenColorFactor = new Vector3(0.5f, 0.25f, 0.125f), SheenRoughnessFactor = 204 / 255f, SpecularColorFactor = new Vector3(0.5f, 1, 1),
        };
        var textured = all with
        {
            SpecularTexture = Plain(9, 9, 9, 51), ClearcoatTexture = Plain(102, 9, 9, 9), ClearcoatRoughnessTexture = Plain(9, 153, 9, 9),
            SheenColorTexture = Plain(188, 137, 99), SheenRoughnessTexture = Plain(9, 9, 9, 204), SpecularColorTexture = Plain(188, 255, 255),
        };
        var (expected, actual) = (Picture(factors), Picture(textured));
        // sRGB 188, 137, 99 are 0.503, 0.251, 0.125.
        for (var i = 0; i < expected.Length; i++) Near(expected[i], actual[i], 1, $"byte {i}");
        Assert.NotEqual(Picture(all), actual);
    }

    [Fact]
    public void CoatNormals_AreItsOwn()
    {
        // A black base that leans under a coat that does not, and the other way round: the highlight follows the coat.
        var leaning = Plain(218, 128, 218);
        var coat = Diffuse(0) with { SpecularFactor = 0, ClearcoatFactor = 1, ClearcoatRoughnessFactor = 0.2f };
        double Highlight(Material material, Vector3 along)
        {
            NewScene();
            Add(Quad(material));
            AddSun(along, 0.1f);
            using var frame = Render();
            return Middle(frame).X;
        }

        var straight = Highlight(coat, -Vector3.UnitZ);
        Assert.InRange(straight, 60, 250);
        Near(straight, Highlight(coat with { NormalTexture = leaning }, -Vector3.UnitZ), 2, "the base leans");
        Assert.InRange(Highlight(coat with { ClearcoatNormalTexture = leaning }, -Vector3.UnitZ), 0, 20);
        // Mirrored at a normal that leans 45° towards +X, light from +X goes to the eye at +Z; Fresnel's 4% becomes 5.9% at 45°.
        Assert.InRange(Highlight(coat with { ClearcoatNormalTexture = leaning }, new Vector3(-1, 0, -0.02f)), 20, 250);
    }

    [Fact]
    public void LayeredSurfaces_HaveTheIdsAndDepthOfPlainOnes()
    {
        using var plain = Pile(m => m);
        using var layered = Pile(m => m with { ClearcoatFactor = 1, SheenColorFactor = Vector3.One, SheenRoughnessFactor = 0.5f });
        using var glass = Pile(m => m with { TransmissionFactor = 1 });
        foreach (var frame in new[] { layered, glass })
        {
            Assert.Equal(plain.InstanceIds.ToArray(), frame.InstanceIds.ToArray());
            Assert.Equal(plain.Depth.ToArray(), frame.Depth.ToArray());
            Assert.NotEqual(plain.Color.ToArray(), frame.Color.ToArray());
        }
    }

    [Fact]
    public void ClearPane_ShowsWhatIsBehindTimesItsTint()
    {
        // Stripes, seen straight through: 1 − F of the light passes, and black surroundings reflect nothing.
        var stripes = Texture(16, 1, (x, _) => x % 2 == 0 ? new Color4(255, 255, 255) : new Color4(60, 120, 180));
        void Wall() => Add(
            Quad(Material.Default with { Unlit = true, BaseColorTexture = new TextureSlot(stripes) { Linear = false, Mipmaps = false } }),
            new Transform(new Vector3(0, 0, -1), Quaternion.Identity, new Vector3(2)));
        Wall();
        using var bare = Render();
        var tint = new Vector3(0.9f, 0.5f, 0.25f);
        Add(Quad(Diffuse(1) with { RoughnessFactor = 0, TransmissionFactor = 1, BaseColorFactor = new Vector4(tint, 1) }));
        using var seen = Render();
        for (var y = 0; y < bare.Height; y++)
        {
            for (var x = 10; x < 54; x++)
            {
                var (ray, i) = (Ray(bare, x, y), y * bare.Width + x);
                if (seen.InstanceIds[i] != 2) continue;
                Near(2, seen.Depth[i], 1e-5, "depth of the pane");
                // Schlick's Fresnel at the angle of the pixel's ray, of an index of 1.5, on a perfectly smooth pane.
                var passes = 1 - (0.04 + 0.96 * Math.Pow(1 - 1 / ray.Length(), 5));
                for (var c = 0; c < 3; c++)
                    Near(Srgb(tint[c] * passes * Linear(At(bare, x, y)[c])), At(seen, x, y)[c], 1.2, $"pixel {x}, {y}, channel {c}");
            }
        }

        Assert.Contains(2u, seen.InstanceIds.ToArray());
    }

    [Theory]
    [InlineData(0.2f)]
    [InlineData(0.35f)]
    public void RoughPane_BlursWithTheDistanceOfWhatIsBehind(float roughness)
    {
        // Through a lobe whose median half vector has slope α, a quarter of the light falls farther than tan(2·atan α) times the way on
        // either side; the edge's response there is near a quarter and three quarters. Pixels per metre at the wall; the eye is 2 m
        // before the pane. One dimension of a normal distribution whose radius has the median m has a quartile of 0.573·m.
        var pane = Diffuse(1) with { RoughnessFactor = roughness, TransmissionFactor = 1 };
        double Expected(double behind) => 2 * 0.573 * Math.Tan(2 * Math.Atan(roughness * roughness)) * behind / (2 + behind) * (48 / Math.Tan(0.4));
        var (near, far) = (BlurredEdge(pane, 0.2f), BlurredEdge(pane, 1));
        // Mips blur in steps and boxes: within a third, and a pixel.
        Near(Expected(0.2), near, Expected(0.2) / 3 + 1, "close behind");
        Near(Expected(1), far, Expected(1) / 3 + 1, "1 m behind");
        Assert.True(far > 1.5 * near, $"{near} px close behind, {far} px far behind");
    }

    /// <summary>A volume refracts at both sides, where a thin wall scatters as it reflects; the expected widths are those of rays traced through two rough faces.</summary>
    [Theory]
    [InlineData(0.4f, 1.5f)]
    [InlineData(0.6f, 1.5f)]
    [InlineData(0.5f, 1.33f)]
    [InlineData(0.5f, 1)]
    public void RoughVolume_BlursAsItsTwoFacesRefract(float roughness, float index)
    {
        var pane = Diffuse(1) with { RoughnessFactor = roughness, TransmissionFactor = 1, ThicknessFactor = 0.01f, IndexOfRefraction = index };
        var expected = TracedEdge(roughness, index, 1);
        Near(expected, BlurredEdge(pane, 1), expected / 3 + 1, $"traced through both faces, {BlurredEdge(pane with { ThicknessFactor = 0 }, 1):0.0} px if it were thin");
    }

    /// <summary>Pixels between a quarter and three quarters of white at an edge of 0 to 1, through a slab of 1 cm with GGX facets on both faces.</summary>
    private static double TracedEdge(double roughness, double index, double behind)
    {
        var alpha = roughness * roughness;
        const int Rays = 200_000;
        var hits = new double[Rays];
        for (var i = 0; i < Rays; i++)
        {
            var ray = new Vector3(0, 0, -1);
            // Van der Corput's sequences in four bases, as good as random and the same every time.
            ray = Refract(ray, Facet(alpha, Radical(i + 1, 2), Radical(i + 1, 3)), 1 / index);
            ray = Refract(ray, Facet(alpha, Radical(i + 1, 5), Radical(i + 1, 7)), index);
            hits[i] = ray.Z < -1e-3 ? ray.X / -ray.Z * behind : 0;
        }

        Array.Sort(hits);
        return (hits[3 * Rays / 4] - hits[Rays / 4]) / (2 + behind) * (48 / Math.Tan(0.4));
    }

    /// <summary>A facet's normal (Walter et al., Microfacet Models for Refraction through Rough Surfaces, 2007, equations 35 and 36).</summary>
    private static Vector3 Facet(double alpha, double u, double v)
    {
        var slope = alpha * Math.Sqrt(u / (1 - u));
        return Vector3.Normalize(new Vector3((float)(slope * Math.Cos(2 * Math.PI * v)), (float)(slope * Math.Sin(2 * Math.PI * v)), 1));
    }

    private static Vector3 Refract(Vector3 ray, Vector3 normal, double ratio)
    {
        var cosine = -Vector3.Dot(ray, normal);
        var inside = 1 - ratio * ratio * (1 - cosine * cosine);
        return inside < 0 ? ray : (float)ratio * ray + (float)(ratio * cosine - Math.Sqrt(inside)) * normal;
    }

    private static double Radical(int n, int digits)
    {
        var (result, place) = (0.0, 1.0 / digits);
        for (; n > 0; n /= digits, place /= digits) result += n % digits * place;
        return result;
    }

    /// <summary>Pixels between a quarter and three quarters of white, of a wall half black and half white behind a pane.</summary>
    private double BlurredEdge(Material pane, float behind)
    {
        NewScene();
        Lens = new(128, 96, 0.8f);
        var image = Texture(2, 1, (x, _) => x == 0 ? new Color4(0, 0, 0) : new Color4(255, 255, 255));
        Add(
            Quad(Material.Default with { Unlit = true, BaseColorTexture = new TextureSlot(image) { Linear = false, Mipmaps = false, WrapU = TextureWrap.ClampToEdge } }),
            new Transform(new Vector3(0, 0, -behind), Quaternion.Identity, new Vector3(4)));
        Add(Quad(pane), new Transform(default, Quaternion.Identity, new Vector3(4)));
        using var frame = Render();
        var white = Linear(At(frame, 126, 48).X);
        double At1(double level)
        {
            for (var x = 1; x < 128; x++)
            {
                var (a, b) = (Linear(At(frame, x - 1, 48).X) / white, Linear(At(frame, x, 48).X) / white);
                if (a < level && b >= level) return x - 1 + (level - a) / (b - a);
            }

            throw new InvalidOperationException("no edge");
        }

        return At1(0.75) - At1(0.25);
    }

    [Fact]
    public void Volume_AbsorbsAlongItsThickness()
    {
        Add(Quad(Glow(new Vector3(0.5f))), new Transform(new Vector3(0, 0, -1), Quaternion.Identity, new Vector3(2)));
        Add(
            Quad(Diffuse(1) with
            {
                RoughnessFactor = 0, TransmissionFactor = 1, ThicknessFactor = 0.1f, AttenuationDistance = 0.05f, AttenuationColor = new Vector3(0.5f, 0.8f, 1),
            }),
            new Transform(default, Quaternion.Identity, new Vector3(2)));
        Lens = new(65, 49, 0.1f);
        using var frame = Render();
        // The mesh's units become metres by the scale of 2: four times the attenuation distance. 96% enter.
        Near(Srgb(0.5 * 0.96 * Math.Pow(0.5, 4)), Middle(frame).X, 1, "red");
        Near(Srgb(0.5 * 0.96 * Math.Pow(0.8, 4)), Middle(frame).Y, 1, "green");
        Near(Srgb(0.5 * 0.96), Middle(frame).Z, 1, "blue");
    }

    [Theory]
    [InlineData(0.4f, true)]
    [InlineData(0.9f, false)]
    public void Glass_CastsAShadowUnlessMostLightPasses(float transmission, bool casts)
    {
        Add(Quad(Diffuse(0.5f)), new Transform(new Vector3(0, 0, -0.5f), Quaternion.Identity, new Vector3(3)));
        Add(Quad(Diffuse(0.5f) with { TransmissionFactor = transmission }), new Transform(new Vector3(0, 1, 0.5f), Quaternion.Identity, new Vector3(0.5f)));
        AddSun(new Vector3(0, -1, -1), 2, castsShadow: true);
        using var frame = Render();
        // The pane hangs above what the camera sees, its shadow falls into the middle.
        Assert.Equal(casts, Middle(frame).X < 20);
    }

    private const double Sun = 2;

    private Vector3 Ray(SynthRender.Frames.RenderedFrame frame, int x, int y)
    {
        var focal = 0.5f * frame.Height / MathF.Tan(Lens.VerticalFov / 2);
        return new Vector3((x + 0.5f - 0.5f * frame.Width) / focal, (y + 0.5f - 0.5f * frame.Height) / focal, 1);
    }

    private SynthRender.Frames.RenderedFrame Pile(Func<Material, Material> change)
    {
        NewScene();
        Scene.Surroundings = Surroundings.Default;
        var image = Texture(4, 4, (x, y) => new Color4(200, 100, 50, (x + y) % 2 == 0 ? (byte)255 : (byte)0));
        var holes = Diffuse(0.5f) with { AlphaMode = AlphaMode.Mask, BaseColorTexture = new TextureSlot(image), DoubleSided = true };
        for (var i = 0; i < 6; i++)
        {
            var at = new Vector3(MathF.Sin(2 * i), MathF.Cos(i) * 0.5f, -0.3f * i);
            Add(
                Quad(change(i % 2 == 0 ? holes : Diffuse(0.1f * (i + 1)) with { DoubleSided = true })),
                new Transform(at, Quaternion.CreateFromYawPitchRoll(i, i, 0), new Vector3(0.5f)));
        }

        return Render();
    }

    /// <summary>A plane seen under an angle from the normal, lit from the other side of the normal; linear, 0 to 1.</summary>
    private double Sunlit(Material material, double light, double view)
    {
        NewScene();
        Add(Quad(material));
        AddSun(new Vector3((float)Math.Sin(light), 0, -(float)Math.Cos(light)), (float)Sun);
        Lens = new(65, 49, 0.05f);
        Eye = 2 * new Vector3((float)Math.Sin(view), 0, (float)Math.Cos(view));
        using var frame = Render();
        return Linear(Middle(frame).X);
    }

    private byte[] Picture(Material material)
    {
        NewScene();
        Scene.Surroundings = new GradientSurroundings(new Vector3(0.5f, 0.4f, 0.3f), new Vector3(0.1f));
        AddSun(new Vector3(-0.4f, -0.5f, -0.7f), 1);
        Add(Oracle.Shapes.Model("sphere", Oracle.Shapes.Sphere(48, 32), material), new Transform(default, Quaternion.Identity, new Vector3(0.5f)));
        using var frame = Render();
        return frame.Color.ToArray();
    }

    // Light comes along (sin, 0, −cos), so it stands at −X; the eye stands at +X.
    private static (double Normal, double View) Half(double light, double view)
    {
        var (x, z) = (-Math.Sin(light) + Math.Sin(view), Math.Cos(light) + Math.Cos(view));
        var length = Math.Sqrt(x * x + z * z);
        return (z / length, (x * Math.Sin(view) + z * Math.Cos(view)) / length);
    }

    // Walter et al., Microfacet Models for Refraction through Rough Surfaces, 2007, equation 33, with α = roughness².
    private static double Ggx(double cosHalf, double roughness)
    {
        var alpha = Math.Max(roughness * roughness, 2e-3);
        var tan2 = 1 / (cosHalf * cosHalf) - 1;
        return alpha * alpha / (Math.PI * Math.Pow(cosHalf, 4) * Math.Pow(alpha * alpha + tan2, 2));
    }

    // Heitz 2014: G₂ = 1/(1 + Λ(v) + Λ(l)), over 4·cosLight·cosView.
    private static double Smith(double cosLight, double cosView, double roughness)
    {
        var alpha = Math.Max(roughness * roughness, 2e-3);
        double Lambda(double c) => (-1 + Math.Sqrt(1 + alpha * alpha * (1 / (c * c) - 1))) / 2;
        return 1 / (1 + Lambda(cosView) + Lambda(cosLight)) / (4 * cosLight * cosView);
    }

    private static double GgxAlbedo(double roughness, double cosView) => OverLight(cosView, (light, half, viewHalf) =>
        Ggx(half, roughness) * Smith(light, cosView, roughness) * (0.04 + 0.96 * Math.Pow(1 - viewHalf, 5)));

    private static double CharlieAlbedo(double roughness, double cosView) =>
        OverLight(cosView, (light, half, _) => Charlie(half, roughness, light, cosView));

    // Brute force over the hemisphere of light.
    private static double OverLight(double cosView, Func<double, double, double, double> brdf)
    {
        const int N = 1500;
        var (sum, sinView) = (0.0, Math.Sqrt(1 - cosView * cosView));
        for (var i = 0; i < N; i++)
        {
            var cos = (i + 0.5) / N;
            var sin = Math.Sqrt(1 - cos * cos);
            for (var j = 0; j < N; j++)
            {
                var phi = Math.PI * (j + 0.5) / N;
                var (x, y, z) = (sin * Math.Cos(phi) + sinView, sin * Math.Sin(phi), cos + cosView);
                var length = Math.Sqrt(x * x + y * y + z * z);
                sum += brdf(cos, z / length, (x * sinView + z * cosView) / length) * cos;
            }
        }

        return sum * 2 * Math.PI / N / N;
    }

    // KHR_materials_sheen, "Sheen distribution" and "Sheen visibility".
    private static double Charlie(double cosHalf, double roughness, double cosLight, double cosView)
    {
        var alpha = roughness * roughness;
        double L(double x, double a, double b, double c, double d, double e) => a / (1 + b * Math.Pow(x, c)) + d * x + e;
        double Fit(double x)
        {
            var t = (1 - alpha) * (1 - alpha);
            double Mix(double zero, double one) => zero * (1 - t) + one * t;
            return L(x, Mix(21.5473, 25.3245), Mix(3.82987, 3.32435), Mix(0.19823, 0.16801), Mix(-1.97760, -1.27393), Mix(-4.32054, -4.85967));
        }

        double Lambda(double c) => Math.Exp(c < 0.5 ? Fit(c) : 2 * Fit(0.5) - Fit(1 - c));
        var distribution = (2 + 1 / alpha) * Math.Pow(Math.Sqrt(1 - cosHalf * cosHalf), 1 / alpha) / (2 * Math.PI);
        return distribution / ((1 + Lambda(cosView) + Lambda(cosLight)) * 4 * cosView * cosLight);
    }
}
