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
    public void Specular_gloss_of_a_plastic_is_its_diffuse_colour_below_what_its_specular_value_reflects()
    {
        var material = SpecularGloss(new JsonObject
        {
            ["diffuseFactor"] = new JsonArray(0.6, 0.3, 0.1, 0.5),
            ["specularFactor"] = new JsonArray(0.04, 0.04, 0.04),
            ["glossinessFactor"] = 0.75,
        });
        Assert.Equal(new Vector4(0.6f, 0.3f, 0.1f, 0.5f), material.BaseColorFactor);
        Assert.Equal((0, 0.25f), (material.MetallicFactor, material.RoughnessFactor));
        Assert.Equal(1.5f, material.IndexOfRefraction, 1e-5f);
        Assert.Equal(Vector3.One, material.SpecularColorFactor);
    }

    [Fact]
    public void Specular_gloss_with_a_colour_reflects_that_colour_straight_on()
    {
        var material = SpecularGloss(new JsonObject
        {
            ["diffuseFactor"] = new JsonArray(0, 0, 0, 1),
            ["specularFactor"] = new JsonArray(1.0, 0.77, 0.34),
        });
        Assert.Equal((0, 0, 0), (material.MetallicFactor, material.RoughnessFactor, material.IndexOfRefraction));
        Assert.Equal(new Vector3(1, 0.77f, 0.34f), material.SpecularColorFactor);
    }

    [Fact]
    public void Specular_gloss_textures_are_shown_as_they_are_with_roughness_for_glossiness()
    {
        var text = GltfText.Triangle();
        AddTexture(text, TestImages.Solid(2, 2, 56, 57, 58, 51));
        AddTexture(text, TestImages.Solid(1, 1, 1, 2, 3, 4));
        text.Used("KHR_materials_pbrSpecularGlossiness");
        text.Material(new JsonObject
        {
            ["extensions"] = new JsonObject
            {
                ["KHR_materials_pbrSpecularGlossiness"] = new JsonObject
                {
                    ["diffuseTexture"] = new JsonObject { ["index"] = 1 }, ["specularGlossinessTexture"] = new JsonObject { ["index"] = 0 }, ["glossinessFactor"] = 0.5,
                },
            },
        });
        var material = text.Load().Materials[0];
        Assert.Equal((byte)3, material.BaseColorTexture!.Image.Rgba.Span[2]);
        Assert.Equal((byte)57, material.SpecularColorTexture!.Image.Rgba.Span[1]);
        // 255 − 51/2 = 229.5.
        Assert.InRange(material.MetallicRoughnessTexture!.Image.Rgba.Span[1], 229, 230);
        Assert.Equal((1, 0, 0), (material.RoughnessFactor, material.MetallicFactor, material.IndexOfRefraction));
    }

    [Fact]
    public void A_specular_gloss_texture_without_alpha_says_nothing_of_glossiness()
    {
        var text = GltfText.Triangle();
        AddTexture(text, TestImages.Solid(2, 2, 56, 57, 58, 255));
        text.Used("KHR_materials_pbrSpecularGlossiness");
        text.Material(new JsonObject
        {
            ["extensions"] = new JsonObject
            {
                ["KHR_materials_pbrSpecularGlossiness"] = new JsonObject { ["specularGlossinessTexture"] = new JsonObject { ["index"] = 0 }, ["glossinessFactor"] = 0.75 },
            },
        });
        var material = text.Load().Materials[0];
        Assert.Null(material.MetallicRoughnessTexture);
        Assert.Equal(0.25f, material.RoughnessFactor);
    }

    [Fact]
    public void Specular_gloss_goes_before_metallic_roughness_where_a_material_has_both()
    {
        var model = GltfLoader.Load(FaultFiles.PathOf("loader", "specgloss_required_both.glb"));
        var material = Assert.Single(model.Materials);
        Assert.Equal(new Vector4(0, 1, 0, 1), material.BaseColorFactor);
        // Specular and glossiness are 1 when nothing is said: a mirror.
        Assert.Equal((0, 0, 0), (material.MetallicFactor, material.RoughnessFactor, material.IndexOfRefraction));
        Assert.Empty(model.Warnings);
    }

    [Fact]
    public void A_UV_set_beyond_the_second_is_read_where_a_material_shows_it()
    {
        var model = GltfLoader.Load(FaultFiles.PathOf("loader", "texcoord2_valid.glb"));
        Assert.Empty(model.Warnings);
        Assert.Equal(1, model.Materials[0].OcclusionTexture!.TexCoord);
        Assert.Equal(3, model.Meshes[0].Primitives[0].TexCoords1.Length);
    }

    [Fact]
    public void Each_material_has_its_own_two_UV_sets()
    {
        var text = WithUvSets(5);
        text.Material(Shows(("occlusionTexture", 4), ("emissiveTexture", 0)));
        text.Material(Shows(("occlusionTexture", 1), ("emissiveTexture", 3)));
        text.Primitive["material"] = 0;
        var second = text.Primitive.DeepClone();
        second["material"] = 1;
        text.Json["meshes"]![0]!["primitives"]!.AsArray().Add(second);
        var model = text.Load();
        Assert.Empty(model.Warnings);
        Assert.Equal((1, 0), (model.Materials[0].OcclusionTexture!.TexCoord, model.Materials[0].EmissiveTexture!.TexCoord));
        Assert.Equal((0, 1), (model.Materials[1].OcclusionTexture!.TexCoord, model.Materials[1].EmissiveTexture!.TexCoord));
        Assert.Equal((0, 4), Sets(model.Meshes[0].Primitives[0]));
        Assert.Equal((1, 3), Sets(model.Meshes[0].Primitives[1]));

        static (float, float) Sets(PrimitiveAsset primitive) => (primitive.TexCoords0.Span[0].X, primitive.TexCoords1.Span[0].X);
    }

    [Fact]
    public void A_third_UV_set_of_one_material_is_left_out_by_name()
    {
        var text = WithUvSets(4);
        text.Material(Shows(("occlusionTexture", 1), ("emissiveTexture", 0), ("normalTexture", 3)));
        text.Primitive["material"] = 0;
        var model = text.Load();
        Assert.StartsWith("materials[0].normalTexture: lies by UV set 3; two sets are read", Assert.Single(model.Omissions), StringComparison.Ordinal);
        Assert.Null(model.Materials[0].NormalTexture);
        Assert.NotNull(model.Materials[0].OcclusionTexture);
    }

    [Fact]
    public void A_texture_without_its_UV_set_is_named()
    {
        var text = WithUvSets(1);
        text.Material(Shows(("occlusionTexture", 2)));
        text.Primitive["material"] = 0;
        Assert.Contains("has no TEXCOORD_2", Assert.Single(text.Load().Omissions), StringComparison.Ordinal);
    }

    [Fact]
    public void A_texture_that_only_an_extension_holds_is_left_out_by_its_name()
    {
        var text = GltfText.Triangle();
        AddTexture(text, TestImages.Png(1, 1));
        text.Json["textures"]![0] = new JsonObject { ["extensions"] = new JsonObject { ["KHR_texture_basisu"] = new JsonObject { ["source"] = 0 } } };
        text.Used("KHR_texture_basisu");
        text.Material(Shows(("emissiveTexture", 0)));
        var model = text.Load();
        Assert.Null(model.Materials[0].EmissiveTexture);
        Assert.Contains(model.Omissions, o => o.StartsWith("materials[0].emissiveTexture", StringComparison.Ordinal) && o.Contains("'KHR_texture_basisu'", StringComparison.Ordinal));
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

    private static Material SpecularGloss(JsonObject values)
    {
        var text = GltfText.Triangle();
        text.Used("KHR_materials_pbrSpecularGlossiness");
        text.Material(new JsonObject { ["extensions"] = new JsonObject { ["KHR_materials_pbrSpecularGlossiness"] = values } });
        text.Primitive["material"] = 0;
        var model = text.Load();
        Assert.Empty(model.Warnings);
        return model.Materials[0];
    }

    // UV set n is (n, 0) all over.
    private static GltfText WithUvSets(int count)
    {
        var text = GltfText.Triangle();
        AddTexture(text, TestImages.Png(1, 1));
        for (var set = 0; set < count; set++) text.Primitive["attributes"]![$"TEXCOORD_{set}"] = text.Floats("VEC2", set, 0, set, 0, set, 0);
        return text;
    }

    private static JsonObject Shows(params (string Texture, int Set)[] textures)
    {
        var material = new JsonObject();
        foreach (var (name, set) in textures) material[name] = new JsonObject { ["index"] = 0, ["texCoord"] = set };
        return material;
    }

    private static void AddTexture(GltfText text, byte[] png)
    {
        text.Json["images"] ??= new JsonArray();
        text.Json["textures"] ??= new JsonArray();
        text.Json["textures"]!.AsArray().Add(new JsonObject { ["source"] = text.Json["images"]!.AsArray().Count });
        text.Json["images"]!.AsArray().Add(new JsonObject { ["bufferView"] = text.View(png), ["mimeType"] = "image/png" });
    }
}
