using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.Tests.Assets;

/// <summary>The material extensions ior, specular, clearcoat, sheen, transmission and volume as they come out of files.</summary>
public sealed class MaterialLayerTests
{
    public static TheoryData<string> Extensions =>
        ["KHR_materials_ior", "KHR_materials_specular", "KHR_materials_clearcoat", "KHR_materials_sheen", "KHR_materials_transmission", "KHR_materials_volume"];

    [Theory]
    [MemberData(nameof(Extensions))]
    public void An_empty_extension_has_the_specification_s_defaults_and_may_be_required(string extension)
    {
        var text = With(extension, []);
        text.Json["extensionsRequired"] = new JsonArray(extension);
        var model = text.Load();
        Assert.Equal(new Material { Name = "materials[0]", MetallicFactor = 1, RoughnessFactor = 1 }, Assert.Single(model.Materials));
        Assert.Empty(model.Warnings);
    }

    [Fact]
    public void Every_factor_is_read()
    {
        var text = With("KHR_materials_ior", new JsonObject { ["ior"] = 1.33 });
        Extend(text, "KHR_materials_specular", new JsonObject { ["specularFactor"] = 0.25, ["specularColorFactor"] = new JsonArray(0.5, 1.5, 2) });
        Extend(text, "KHR_materials_clearcoat", new JsonObject { ["clearcoatFactor"] = 0.75, ["clearcoatRoughnessFactor"] = 0.125 });
        Extend(text, "KHR_materials_sheen", new JsonObject { ["sheenColorFactor"] = new JsonArray(0.1, 0.2, 0.3), ["sheenRoughnessFactor"] = 0.5 });
        Extend(text, "KHR_materials_transmission", new JsonObject { ["transmissionFactor"] = 0.875 });
        Extend(text, "KHR_materials_volume", new JsonObject
        {
            ["thicknessFactor"] = 0.05, ["attenuationDistance"] = 0.5, ["attenuationColor"] = new JsonArray(0.9, 0.8, 0.7),
        });
        Assert.Equal(
            new Material
            {
                Name = "materials[0]", MetallicFactor = 1, RoughnessFactor = 1, IndexOfRefraction = 1.33f, SpecularFactor = 0.25f,
                SpecularColorFactor = new Vector3(0.5f, 1.5f, 2), ClearcoatFactor = 0.75f, ClearcoatRoughnessFactor = 0.125f,
                SheenColorFactor = new Vector3(0.1f, 0.2f, 0.3f), SheenRoughnessFactor = 0.5f, TransmissionFactor = 0.875f, ThicknessFactor = 0.05f,
                AttenuationDistance = 0.5f, AttenuationColor = new Vector3(0.9f, 0.8f, 0.7f),
            },
            Assert.Single(text.Load().Materials));
    }

    [Fact]
    public void Every_texture_is_read()
    {
        var text = With("KHR_materials_specular", new JsonObject { ["specularTexture"] = Texture(0), ["specularColorTexture"] = Texture(1) });
        Extend(text, "KHR_materials_clearcoat", new JsonObject
        {
            ["clearcoatFactor"] = 1, ["clearcoatTexture"] = Texture(2), ["clearcoatRoughnessTexture"] = Texture(3),
            ["clearcoatNormalTexture"] = new JsonObject { ["index"] = 4, ["texCoord"] = 1, ["scale"] = 0.5 },
        });
        Extend(text, "KHR_materials_sheen", new JsonObject { ["sheenColorTexture"] = Texture(5), ["sheenRoughnessTexture"] = Texture(6) });
        Extend(text, "KHR_materials_transmission", new JsonObject { ["transmissionTexture"] = Texture(7) });
        Extend(text, "KHR_materials_volume", new JsonObject { ["thicknessTexture"] = Texture(8) });
        for (var i = 0; i < 9; i++) AddTexture(text, TestImages.Solid(1 + i, 1, 0, 0, 0, 255));
        var m = Assert.Single(text.Load().Materials);
        TextureSlot?[] slots =
        [
            m.SpecularTexture, m.SpecularColorTexture, m.ClearcoatTexture, m.ClearcoatRoughnessTexture, m.ClearcoatNormalTexture,
            m.SheenColorTexture, m.SheenRoughnessTexture, m.TransmissionTexture, m.ThicknessTexture,
        ];
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], slots.Select(s => s!.Image.Width));
        Assert.Equal((1, 0.5f), (m.ClearcoatNormalTexture!.TexCoord, m.ClearcoatNormalScale));
    }

    [Theory]
    [InlineData("KHR_materials_ior", "ior", "0.5")]
    [InlineData("KHR_materials_ior", "ior", "-1")]
    [InlineData("KHR_materials_ior", "ior", "\"glass\"")]
    [InlineData("KHR_materials_specular", "specularFactor", "1.5")]
    [InlineData("KHR_materials_specular", "specularColorFactor", "[1, 1]")]
    [InlineData("KHR_materials_specular", "specularColorFactor", "[1, 1, -1]")]
    [InlineData("KHR_materials_specular", "specularTexture", "{\"index\": 7}")]
    [InlineData("KHR_materials_clearcoat", "clearcoatFactor", "2")]
    [InlineData("KHR_materials_clearcoat", "clearcoatRoughnessFactor", "-0.1")]
    [InlineData("KHR_materials_clearcoat", "clearcoatNormalTexture", "3")]
    [InlineData("KHR_materials_sheen", "sheenColorFactor", "[2, 0, 0]")]
    [InlineData("KHR_materials_sheen", "sheenRoughnessFactor", "null")]
    [InlineData("KHR_materials_transmission", "transmissionFactor", "1.1")]
    [InlineData("KHR_materials_volume", "thicknessFactor", "-1")]
    [InlineData("KHR_materials_volume", "attenuationDistance", "0")]
    [InlineData("KHR_materials_volume", "attenuationColor", "[1, 1, 1, 1]")]
    public void A_value_out_of_range_is_refused_by_its_path(string extension, string member, string value)
    {
        var error = With(extension, new JsonObject { [member] = JsonNode.Parse(value) }).Refused();
        Assert.Contains($"materials[0].extensions.{extension}.{member}", error.Message, StringComparison.Ordinal);
        Assert.Contains("expected", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KHR_materials_iridescence")]
    [InlineData("KHR_materials_anisotropy")]
    [InlineData("KHR_materials_diffuse_transmission")]
    [InlineData("KHR_materials_dispersion")]
    public void What_is_not_drawn_is_refused_when_required_and_noted_when_used(string extension)
    {
        var used = With(extension, []);
        Assert.Contains(used.Load().Warnings, w => w.Contains(extension, StringComparison.Ordinal));
        var required = With(extension, []);
        required.Json["extensionsRequired"] = new JsonArray(extension);
        Assert.Contains($"'{extension}'", required.Refused().Message, StringComparison.Ordinal);
    }

    private static JsonObject Texture(int index) => new() { ["index"] = index };

    private static GltfText With(string extension, JsonObject values)
    {
        var text = GltfText.Triangle();
        text.Material(new JsonObject { ["extensions"] = new JsonObject() });
        text.Primitive["material"] = 0;
        Extend(text, extension, values);
        return text;
    }

    private static void Extend(GltfText text, string extension, JsonObject values)
    {
        text.Used(extension);
        text.Json["materials"]![0]!["extensions"]![extension] = values;
    }

    private static void AddTexture(GltfText text, byte[] png)
    {
        text.Json["images"] ??= new JsonArray();
        text.Json["textures"] ??= new JsonArray();
        text.Json["textures"]!.AsArray().Add(new JsonObject { ["source"] = text.Json["images"]!.AsArray().Count });
        text.Json["images"]!.AsArray().Add(new JsonObject { ["bufferView"] = text.View(png), ["mimeType"] = "image/png" });
    }
}
