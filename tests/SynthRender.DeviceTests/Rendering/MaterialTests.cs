using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>What materials and their textures do.</summary>
public sealed class MaterialTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly Material Unlit = Material.Default with { Unlit = true };

    [Fact]
    public void BaseColorTexture_IsDecodedFromSrgb_AndComesBackTheSame()
    {
        Add(Quad(Unlit with { BaseColorTexture = Plain(37, 128, 240) }));
        using var frame = Render();
        Assert.Equal(new Vector3(37, 128, 240), Middle(frame));
    }

    [Fact]
    public void BaseColorFactor_MultipliesInLinearLight()
    {
        Add(Quad(Unlit with { BaseColorTexture = Plain(255, 255, 255), BaseColorFactor = new Vector4(0.5f, 0.25f, 0.125f, 1) }));
        using var frame = Render();
        Near(Srgb(0.5), Middle(frame).X, 1, "red");
        Near(Srgb(0.125), Middle(frame).Z, 1, "blue");
    }

    [Fact]
    public void TextureTransform_MovesTurnsAndRepeats()
    {
        // Four pixels, one colour each; nearest, so that there is nothing between.
        var image = Texture(2, 2, (x, y) => new Color4((byte)(50 + 100 * x), (byte)(50 + 100 * y), 0));
        var slot = new TextureSlot(image) { Linear = false, Mipmaps = false };
        Vector3[] Quarters(TextureSlot s)
        {
            NewScene();
            Add(Quad(Unlit with { BaseColorTexture = s }));
            using var frame = Render();
            return [At(frame, 20, 12), At(frame, 44, 12), At(frame, 20, 36), At(frame, 44, 36)];
        }

        Vector3 a = new(50, 50, 0), b = new(150, 50, 0), c = new(50, 150, 0), d = new(150, 150, 0);
        Assert.Equal([a, b, c, d], Quarters(slot));
        Assert.Equal([b, a, d, c], Quarters(slot with { Offset = new Vector2(0.5f, 0) }));
        // KHR_texture_transform turns (u, v) counter-clockwise seen with v up: (u, v) → (v, −u), so the top left reads from (0.25, −0.25).
        Assert.Equal([c, a, d, b], Quarters(slot with { Rotation = MathF.PI / 2 }));
        Assert.Equal([a, a, a, a], Quarters(slot with { Scale = new Vector2(0.5f) }));
    }

    [Fact]
    public void WrapModes_AreKept()
    {
        var image = Texture(2, 1, (x, _) => x == 0 ? new Color4(255, 0, 0) : new Color4(0, 0, 255));
        Vector3 Beyond(TextureWrap wrap)
        {
            NewScene();
            // u runs from 1 to 2; a quarter into it.
            Add(Quad(Unlit with
            {
                BaseColorTexture = new TextureSlot(image) { WrapU = wrap, Offset = new Vector2(1, 0), Linear = false, Mipmaps = false },
            }));
            using var frame = Render();
            return At(frame, 20, 24);
        }

        Assert.Equal(new Vector3(255, 0, 0), Beyond(TextureWrap.Repeat));
        Assert.Equal(new Vector3(0, 0, 255), Beyond(TextureWrap.MirroredRepeat));
        Assert.Equal(new Vector3(0, 0, 255), Beyond(TextureWrap.ClampToEdge));
    }

    [Fact]
    public void NormalTexture_TurnsTheLight()
    {
        // The normal of texel (218, 128, 218) leans 45° towards the tangent, +X.
        var leaning = Diffuse(0.5f) with { NormalTexture = Plain(218, 128, 218) };
        Vector3 Lit(Material material, Vector3 along)
        {
            NewScene();
            Add(Quad(material));
            AddSun(along, 3);
            using var frame = Render();
            return Middle(frame);
        }

        var straight = Lit(Diffuse(0.5f), -Vector3.UnitZ).X;
        Near(straight, Lit(leaning, new Vector3(-1, 0, -1)).X, 2, "light along the leaning normal");
        Assert.Equal(0, Lit(leaning, new Vector3(1, 0, -0.99f)).X, 5f);
        Near(Srgb(0.5 * 3 * Math.Sqrt(0.5) / Math.PI), Lit(leaning, -Vector3.UnitZ).X, 2, "light along the face");
        Near(straight, Lit(leaning with { NormalScale = 0 }, -Vector3.UnitZ).X, 1, "scale 0");
    }

    [Fact]
    public void FlatNormalTexture_ChangesNothing()
    {
        Vector3 Lit(TextureSlot? normal)
        {
            NewScene();
            Add(Quad(Diffuse(0.5f) with { NormalTexture = normal }));
            AddSun(new Vector3(-0.3f, 0.2f, -1), 3);
            using var frame = Render();
            return Middle(frame);
        }

        Assert.Equal(Lit(null), Lit(Plain(128, 128, 255)));
    }

    [Fact]
    public void MetallicRoughnessTexture_ReadsGreenAndBlue()
    {
        Vector3 Lit(Material material)
        {
            NewScene();
            Add(Quad(material));
            AddSun(new Vector3(-0.2f, 0, -1), 2);
            using var frame = Render();
            return Middle(frame);
        }

        var all = Diffuse(0.5f) with { MetallicFactor = 1, RoughnessFactor = 1 };
        var factors = Lit(Diffuse(0.5f) with { MetallicFactor = 102 / 255f, RoughnessFactor = 153 / 255f });
        Assert.Equal(factors, Lit(all with { MetallicRoughnessTexture = Plain(0, 153, 102) }));
        Assert.NotEqual(factors, Lit(all));
    }

    [Fact]
    public void OcclusionTexture_DarkensAmbientLightOnly()
    {
        Vector3 Lit(float strength, bool sun)
        {
            NewScene();
            Scene.Surroundings = SynthRender.Lights.Surroundings.Uniform(new Vector3(sun ? 0 : 0.5f));
            if (sun) AddSun(-Vector3.UnitZ, 2);
            Add(Quad(Diffuse(0.5f) with { OcclusionTexture = Plain(51, 255, 255), OcclusionStrength = strength }));
            using var frame = Render();
            return Middle(frame);
        }

        var open = Lit(0, sun: false).X;
        Near(Srgb(0.25), open, 5, "no occlusion"); // the specular layer adds a little
        var linear = Math.Pow((open / 255 + 0.055) / 1.055, 2.4);
        Near(Srgb(0.2 * linear), Lit(1, sun: false).X, 1, "occlusion 0.2");
        Near(Srgb(0.6 * linear), Lit(0.5f, sun: false).X, 1, "half of it");
        Assert.Equal(Lit(0, sun: true), Lit(1, sun: true));
    }

    [Fact]
    public void EmissiveTexture_Multiplies()
    {
        Add(Quad(Glow(new Vector3(0.5f, 0.5f, 2)) with { EmissiveTexture = Plain(255, 0, 128) }));
        using var frame = Render();
        Near(Srgb(0.5), Middle(frame).X, 1, "red");
        Assert.Equal(0, Middle(frame).Y);
        Near(Srgb(2 * 0.2158605), Middle(frame).Z, 1, "blue");
    }

    [Fact]
    public void VertexColoursAndSecondUvSet_AreUsed()
    {
        var quad = Oracle.Shapes.Quad();
        var half = Texture(2, 1, (x, _) => x == 0 ? new Color4(255, 255, 255) : new Color4(255, 255, 0));
        var primitive = new PrimitiveAsset
        {
            Material = 0,
            Positions = quad.Positions,
            Normals = quad.Normals,
            Tangents = quad.Tangents,
            TexCoords0 = quad.TexCoords0,
            TexCoords1 = Enumerable.Repeat(new Vector2(0.75f, 0.5f), 4).ToArray(),
            Colors = Enumerable.Repeat(new Vector4(0.5f, 0.25f, 1, 1), 4).ToArray(),
            Indices = quad.Indices,
            Bounds = quad.Bounds,
        };
        Add(Oracle.Shapes.Model("coloured", primitive, Unlit with { BaseColorTexture = new TextureSlot(half) { TexCoord = 1, Linear = false, Mipmaps = false } }));
        using var frame = Render();
        Near(Srgb(0.5), Middle(frame).X, 1, "red");
        Near(Srgb(0.25), Middle(frame).Y, 1, "green");
        Assert.Equal(0, Middle(frame).Z);
    }

    [Fact]
    public void CutOut_HasHolesInPictureAndMask()
    {
        var image = Texture(2, 1, (x, _) => new Color4(255, 255, 255, x == 0 ? (byte)100 : (byte)160));
        Add(Quad(Unlit with
        {
            AlphaMode = AlphaMode.Mask, AlphaCutoff = 0.5f,
            BaseColorTexture = new TextureSlot(image) { Linear = false, Mipmaps = false, WrapU = TextureWrap.ClampToEdge },
        }));
        using var frame = Render();
        Assert.Equal(0u, frame.InstanceIds[24 * 64 + 20]);
        Assert.Equal(Vector3.Zero, At(frame, 20, 24));
        Assert.Equal(1u, frame.InstanceIds[24 * 64 + 44]);
        Assert.Equal(new Vector3(255), At(frame, 44, 24));
    }

    [Theory]
    [InlineData(0.49f, 2u)]
    [InlineData(0.51f, 1u)]
    public void BlendedSurface_CountsFromHalfOn_AndMixesLinearly(float alpha, uint expected)
    {
        Add(Quad(Unlit with { AlphaMode = AlphaMode.Blend, BaseColorFactor = new Vector4(1, 0, 0, alpha) }));
        Add(Quad(Unlit with { BaseColorFactor = new Vector4(0, 0, 1, 1) }), new Transform(new Vector3(0, 0, -0.5f), Quaternion.Identity, new Vector3(2)));
        using var frame = Render();
        Assert.Equal(expected, frame.InstanceIds[24 * 64 + 32]);
        Near(expected == 1 ? 2 : 2.5, frame.Depth[24 * 64 + 32], 1e-5, "depth");
        Near(Srgb(alpha), Middle(frame).X, 1, "red");
        Near(Srgb(1 - alpha), Middle(frame).Z, 1, "blue");
    }

    [Fact]
    public void BlendedSurfaces_AreDrawnFarthestFirst()
    {
        var red = Unlit with { AlphaMode = AlphaMode.Blend, BaseColorFactor = new Vector4(1, 0, 0, 0.5f) };
        Add(Quad(red), Transform.At(new Vector3(0, 0, 0.3f)));
        Add(Quad(red with { BaseColorFactor = new Vector4(0, 1, 0, 0.5f) }));
        using var frame = Render();
        Near(Srgb(0.5), Middle(frame).X, 1, "the near red");
        Near(Srgb(0.25), Middle(frame).Y, 1, "the far green through it");
    }
}
