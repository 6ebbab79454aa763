using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.Tests.Assets;

/// <summary>Materials, textures and samplers as they come out of files.</summary>
public sealed class MaterialTests
{
    [Fact]
    public void A_primitive_without_a_material_has_the_default_one()
    {
        var model = GltfText.Triangle().Load();
        Assert.Equal(Material.Default, Assert.Single(model.Materials));
    }

    [Fact]
    public void An_empty_material_has_the_specification_s_defaults()
    {
        var material = Read([]);
        Assert.Equal(new Material { Name = "materials[0]", MetallicFactor = 1, RoughnessFactor = 1 }, material);
    }

    [Fact]
    public void Every_value_is_read()
    {
        var text = GltfText.Triangle();
        for (var i = 0; i < 5; i++) AddTexture(text, TestImages.Solid(1 + i, 1, (byte)(10 * i), 0, 0, 255));
        text.Material(new JsonObject
        {
            ["name"] = "skin",
            ["pbrMetallicRoughness"] = new JsonObject
            {
                ["baseColorFactor"] = new JsonArray(0.1, 0.2, 0.3, 0.4),
                ["metallicFactor"] = 0.25,
                ["roughnessFactor"] = 0.75,
                ["baseColorTexture"] = new JsonObject { ["index"] = 0 },
                ["metallicRoughnessTexture"] = new JsonObject { ["index"] = 1, ["texCoord"] = 1 },
            },
            ["normalTexture"] = new JsonObject { ["index"] = 2, ["scale"] = 0.5 },
            ["occlusionTexture"] = new JsonObject { ["index"] = 3, ["strength"] = 0.125 },
            ["emissiveTexture"] = new JsonObject { ["index"] = 4 },
            ["emissiveFactor"] = new JsonArray(0.5, 0.25, 1),
            ["alphaMode"] = "MASK",
            ["alphaCutoff"] = 0.375,
            ["doubleSided"] = true,
            ["extensions"] = new JsonObject { ["KHR_materials_emissive_strength"] = new JsonObject { ["emissiveStrength"] = 4 } },
        });
        text.Used("KHR_materials_emissive_strength");
        text.Primitive["material"] = 0;
        var material = text.Load().Materials[0];
        Assert.Equal("skin", material.Name);
        Assert.Equal(new Vector4(0.1f, 0.2f, 0.3f, 0.4f), material.BaseColorFactor);
        Assert.Equal((0.25f, 0.75f, 0.5f, 0.125f), (material.MetallicFactor, material.RoughnessFactor, material.NormalScale, material.OcclusionStrength));
        Assert.Equal(new Vector3(2, 1, 4), material.EmissiveFactor);
        Assert.Equal((AlphaMode.Mask, 0.375f, true, false), (material.AlphaMode, material.AlphaCutoff, material.DoubleSided, material.Unlit));
        Assert.Equal(
            [1, 2, 3, 4, 5],
            new[] { material.BaseColorTexture, material.MetallicRoughnessTexture, material.NormalTexture, material.OcclusionTexture, material.EmissiveTexture }.Select(t => t!.Image.Width));
        Assert.Equal((0, 1), (material.BaseColorTexture!.TexCoord, material.MetallicRoughnessTexture!.TexCoord));
    }

    [Fact]
    public void Unlit_and_blend_are_read()
    {
        var material = Read(new JsonObject { ["alphaMode"] = "BLEND", ["extensions"] = new JsonObject { ["KHR_materials_unlit"] = new JsonObject() } });
        Assert.Equal((AlphaMode.Blend, true), (material.AlphaMode, material.Unlit));
    }

    [Fact]
    public void Pixels_are_straight_alpha_rows_from_the_top()
    {
        var text = GltfText.Triangle();
        AddTexture(text, TestImages.Png(3, 2));
        text.Material(new JsonObject { ["pbrMetallicRoughness"] = new JsonObject { ["baseColorTexture"] = new JsonObject { ["index"] = 0 } } });
        var image = text.Load().Materials[0].BaseColorTexture!.Image;
        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal([0, 0, 7, 255, 1, 0, 7, 254, 2, 0, 7, 253, 0, 1, 7, 255, 1, 1, 7, 254, 2, 1, 7, 253], image.Rgba.ToArray());
    }

    [Fact]
    public void An_image_that_two_textures_show_is_decoded_once()
    {
        var text = GltfText.Triangle();
        AddTexture(text, TestImages.Png(3, 2));
        text.Json["textures"]!.AsArray().Add(new JsonObject { ["source"] = 0 });
        text.Material(new JsonObject { ["emissiveTexture"] = new JsonObject { ["index"] = 0 }, ["normalTexture"] = new JsonObject { ["index"] = 1 } });
        var material = text.Load().Materials[0];
        Assert.Same(material.EmissiveTexture!.Image, material.NormalTexture!.Image);
    }

    [Fact]
    public void Samplers_and_texture_transforms_are_read()
    {
        var text = GltfText.Triangle();
        AddTexture(text, TestImages.Png(3, 2));
        text.Json["samplers"] = new JsonArray(new JsonObject { ["magFilter"] = 9728, ["minFilter"] = 9729, ["wrapS"] = 33071, ["wrapT"] = 33648 });
        text.Json["textures"]![0]!["sampler"] = 0;
        text.Used("KHR_texture_transform");
        text.Material(new JsonObject
        {
            ["pbrMetallicRoughness"] = new JsonObject
            {
                ["baseColorTexture"] = new JsonObject
                {
                    ["index"] = 0,
                    ["extensions"] = new JsonObject
                    {
                        ["KHR_texture_transform"] = new JsonObject { ["offset"] = new JsonArray(0.25, 0.5), ["rotation"] = 1.5, ["scale"] = new JsonArray(2, -3), ["texCoord"] = 1 },
                    },
                },
            },
        });
        var slot = text.Load().Materials[0].BaseColorTexture!;
        Assert.Equal((TextureWrap.ClampToEdge, TextureWrap.MirroredRepeat, false, false), (slot.WrapU, slot.WrapV, slot.Linear, slot.Mipmaps));
        Assert.Equal((new Vector2(0.25f, 0.5f), 1.5f, new Vector2(2, -3), 1), (slot.Offset, slot.Rotation, slot.Scale, slot.TexCoord));
    }

    [Fact]
    public void Without_a_sampler_a_texture_repeats_and_is_smooth()
    {
        var text = GltfText.Triangle();
        AddTexture(text, TestImages.Png(3, 2));
        text.Material(new JsonObject { ["emissiveTexture"] = new JsonObject { ["index"] = 0 } });
        var slot = text.Load().Materials[0].EmissiveTexture!;
        Assert.Equal(new TextureSlot(slot.Image), slot);
    }

    [Fact]
    public void Specular_gloss_of_a_plastic_becomes_its_diffuse_colour_and_no_metal()
    {
        var (model, material) = SpecularGloss(new JsonObject
        {
            ["diffuseFactor"] = new JsonArray(0.6, 0.3, 0.1, 0.5),
            ["specularFactor"] = new JsonArray(0.04, 0.04, 0.04),
            ["glossinessFactor"] = 0.75,
        });
        Assert.Equal(0, material.MetallicFactor, 1e-5f);
        Assert.Equal(0.25f, material.RoughnessFactor);
        Assert.Equal(0.6f, material.BaseColorFactor.X, 1e-5f);
        Assert.Equal(0.5f, material.BaseColorFactor.W);
        Assert.Contains(model.Warnings, w => w.Contains("pbrSpecularGlossiness", StringComparison.Ordinal));
    }

    [Fact]
    public void Specular_gloss_of_a_metal_becomes_its_specular_colour()
    {
        var (_, material) = SpecularGloss(new JsonObject
        {
            ["diffuseFactor"] = new JsonArray(0, 0, 0, 1),
            ["specularFactor"] = new JsonArray(1.0, 0.77, 0.34),
        });
        Assert.Equal(1, material.MetallicFactor, 1e-4f);
        Assert.Equal(0, material.RoughnessFactor);
        Assert.Equal(0.77f, material.BaseColorFactor.Y, 1e-3f);
        Assert.Equal(0.34f, material.BaseColorFactor.Z, 1e-3f);
    }

    [Fact]
    public void Specular_gloss_textures_are_converted_pixel_by_pixel()
    {
        var text = GltfText.Triangle();
        // 0.04 linear is 56 in sRGB; gloss 51/255 = 0.2.
        AddTexture(text, TestImages.Solid(2, 2, 56, 56, 56, 51));
        text.Used("KHR_materials_pbrSpecularGlossiness");
        text.Material(new JsonObject
        {
            ["extensions"] = new JsonObject
            {
                ["KHR_materials_pbrSpecularGlossiness"] = new JsonObject { ["diffuseFactor"] = new JsonArray(1, 0, 0, 1), ["specularGlossinessTexture"] = new JsonObject { ["index"] = 0 } },
            },
        });
        var material = text.Load().Materials[0];
        var surface = material.MetallicRoughnessTexture!.Image.Rgba.Span[..4].ToArray();
        Assert.Equal([255, 204, 0, 255], surface);
        // Rounding 0.04 to 8 bits moves the colour by less than a step.
        Assert.InRange(material.BaseColorTexture!.Image.Rgba.Span[0], 254, 255);
        Assert.Equal(0, material.BaseColorTexture!.Image.Rgba.Span[1]);
    }

    [Fact]
    public void Variants_of_the_file_exchange_materials()
    {
        var text = GltfText.Triangle();
        foreach (var name in (string[])["red", "blue", "green"]) text.Material(new JsonObject { ["name"] = name });
        // A second primitive with the same material stays red under every variant.
        text.Json["meshes"]![0]!["primitives"]!.AsArray().Add(new JsonObject { ["attributes"] = new JsonObject { ["POSITION"] = 0 }, ["material"] = 0 });
        text.Primitive["material"] = 0;
        text.Primitive["extensions"] = new JsonObject
        {
            ["KHR_materials_variants"] = new JsonObject
            {
                ["mappings"] = new JsonArray(
                    new JsonObject { ["material"] = 1, ["variants"] = new JsonArray(0) }, new JsonObject { ["material"] = 2, ["variants"] = new JsonArray(1) }),
            },
        };
        text.Json["extensions"] = new JsonObject
        {
            ["KHR_materials_variants"] = new JsonObject
            {
                ["variants"] = new JsonArray(new JsonObject { ["name"] = "winter" }, new JsonObject { ["name"] = "summer" }, new JsonObject { ["name"] = "plain" }),
            },
        };
        text.Used("KHR_materials_variants");
        text.Json["extensionsRequired"] = new JsonArray("KHR_materials_variants");
        var model = text.Load();
        ModelChecks.AssertSound(model);
        var (changing, fixedOne) = (model.Meshes[0].Primitives[0].Material, model.Meshes[0].Primitives[1].Material);
        Assert.NotEqual(changing, fixedOne);
        Assert.Equal(["winter", "summer", "plain"], model.Variants.Select(v => v.Name));
        Assert.Equal(["blue", "green", "red"], model.Variants.Select(v => v.Materials[changing].Name));
        Assert.Equal(["red", "red", "red"], model.Variants.Select(v => v.Materials[fixedOne].Name));
    }

    private static Material Read(JsonObject json)
    {
        var text = GltfText.Triangle();
        text.Material(json);
        text.Used("KHR_materials_unlit");
        text.Primitive["material"] = 0;
        return Assert.Single(text.Load().Materials);
    }

    private static (ModelAsset Model, Material Material) SpecularGloss(JsonObject values)
    {
        var text = GltfText.Triangle();
        text.Used("KHR_materials_pbrSpecularGlossiness");
        text.Material(new JsonObject { ["extensions"] = new JsonObject { ["KHR_materials_pbrSpecularGlossiness"] = values } });
        text.Primitive["material"] = 0;
        var model = text.Load();
        return (model, model.Materials[0]);
    }

    private static void AddTexture(GltfText text, byte[] png)
    {
        text.Json["images"] ??= new JsonArray();
        text.Json["textures"] ??= new JsonArray();
        text.Json["textures"]!.AsArray().Add(new JsonObject { ["source"] = text.Json["images"]!.AsArray().Count });
        text.Json["images"]!.AsArray().Add(new JsonObject { ["bufferView"] = text.View(png), ["mimeType"] = "image/png" });
    }
}
