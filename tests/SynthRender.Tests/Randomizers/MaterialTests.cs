using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Randomizers;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

public sealed class MaterialTests
{
    private static readonly TextureImage Photo = new("photo", 1, 1, new byte[4]);

    private static readonly Material Coat = new()
    {
        Name = "coat", BaseColorFactor = new(0.5f, 0.25f, 0.125f, 0.75f), BaseColorTexture = new TextureSlot(Photo), RoughnessFactor = 0.9f, AlphaMode = AlphaMode.Blend,
    };

    private static readonly Material Eye = new() { Name = "eye", BaseColorFactor = new(0, 0, 0, 1) };
    private static readonly Material Winter = Coat with { BaseColorFactor = Vector4.One };
    private static readonly Material Summer = Coat with { BaseColorFactor = Vector4.UnitW };

    private static ModelAsset Animal()
    {
        var thing = SceneInCode.Thing("animal", Coat, Eye);
        return new ModelAsset(thing.Name, thing.Nodes, thing.Meshes, thing.Materials, thing.Skins)
        {
            Bounds = thing.Bounds,
            Variants = [new MaterialVariant("winter", [Winter, Eye]), new MaterialVariant("summer", [Summer, Eye])],
        };
    }

    /// <summary>What a labelled animal wears in many frames; an unlabelled one beside it must stay as it is.</summary>
    private static List<ImmutableArray<Material>> Worn(params Randomizer[] randomizers)
    {
        var run = SceneInCode.Start(s =>
        {
            s.Place(Animal(), "animal");
            s.Place(Animal(), label: null);
            s.Add(randomizers);
        });
        var worn = new List<ImmutableArray<Material>>();
        for (var frame = 0; frame < 100; frame++)
        {
            var models = run.Sample(frame)[0].Models;
            Assert.Equal([Coat, Eye], models[1].Materials);
            worn.Add(models[0].Materials);
        }

        return worn;
    }

    [Fact]
    public void Paint_replaces_colour_and_texture_and_keeps_the_rest()
    {
        var worn = Worn(new ColorRandomizer { Color = Hsv(Uniform(0, 1), 1, 1) });
        Assert.All(worn, w => Assert.Equal(
            [Coat with { BaseColorTexture = null, BaseColorFactor = w[0].BaseColorFactor }, Eye with { BaseColorFactor = w[1].BaseColorFactor }], w));
        Assert.All(worn, w => Assert.Equal((0.75f, 1f), (w[0].BaseColorFactor.W, w[1].BaseColorFactor.W)));
        // Every material and every frame has a colour of its own.
        Assert.Equal(200, worn.SelectMany(w => w).Select(m => m.BaseColorFactor).Distinct().Count());
    }

    [Fact]
    public void Materials_are_chosen_by_name()
    {
        Assert.All(Worn(new ColorRandomizer { Material = "ey", Color = Hsv(0, 1, 1) }), w => Assert.Equal([Coat, Eye with { BaseColorFactor = new(1, 0, 0, 1) }], w));
        Assert.All(Worn(new MaterialRandomizer { Material = "coat", Roughness = 0.5 }), w => Assert.Equal([Coat with { RoughnessFactor = 0.5f }, Eye], w));
        Assert.All(Worn(new MaterialRandomizer { Material = "claw", Roughness = 0.5 }), w => Assert.Equal([Coat, Eye], w));
    }

    [Fact]
    public void Variants_are_worn_by_chance_and_all_alike()
    {
        Assert.All(Worn(new MaterialRandomizer()), w => Assert.Equal([Coat, Eye], w));
        var always = Worn(new MaterialRandomizer { VariantChance = 1 }).CountBy(w => w[0]).ToDictionary();
        Assert.Equal(100, always[Winter] + always[Summer]);
        Assert.InRange(always[Winter], 50 - 23, 50 + 23); // 4.5·√25
        var sometimes = Worn(new MaterialRandomizer { VariantChance = 0.5 }).Count(w => w[0] == Coat);
        Assert.InRange(sometimes, 50 - 23, 50 + 23);
    }

    [Fact]
    public void What_is_worn_is_written_down()
    {
        var run = SceneInCode.Start(s =>
        {
            s.Place(Animal());
            s.Add(new MaterialRandomizer { VariantChance = 0.5 });
        });
        for (var frame = 0; frame < 20; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            var expected = snapshot.Models[0].Materials[0] == Winter ? "winter" : snapshot.Models[0].Materials[0] == Summer ? "summer" : "none";
            Assert.Equal(expected, Assert.Single(snapshot.SampledValues).Value);
        }
    }

    [Fact]
    public void Tint_multiplies_and_surface_factors_replace()
    {
        var worn = Worn(new MaterialRandomizer { Tint = Hsv(1 / 3.0, 1, 1), Roughness = Uniform(0.2, 0.4), Metallic = 1 });
        Assert.All(worn, w =>
        {
            Assert.True(Vector4.Distance(new(0, 0.25f, 0, 0.75f), w[0].BaseColorFactor) < 1e-6f);
            Assert.InRange(w[0].RoughnessFactor, 0.2f, 0.4f);
            Assert.Equal(1, w[0].MetallicFactor);
            Assert.Same(Photo, w[0].BaseColorTexture!.Image);
        });
        Assert.Equal(200, worn.SelectMany(w => w).Select(m => m.RoughnessFactor).Distinct().Count());
    }

    [Fact]
    public void Hue_saturation_and_value_shift_the_colour()
    {
        var pure = ColorSpace.LinearFromHsv(0.1f, 0.5f, 0.5f);
        var asset = SceneInCode.Thing("ball", Material.Default with { BaseColorFactor = new Vector4(pure, 1) });
        Vector3 Shifted(MaterialRandomizer randomizer)
        {
            var color = SceneInCode.Start(s =>
            {
                s.Place(asset);
                s.Add(randomizer);
            }).Sample(0)[0].Models[0].Materials[0].BaseColorFactor;
            return new Vector3(color.X, color.Y, color.Z);
        }

        void Is(float hue, float saturation, float value, MaterialRandomizer randomizer) =>
            Assert.True(Vector3.Distance(ColorSpace.LinearFromHsv(hue, saturation, value), Shifted(randomizer)) < 1e-4f); // there and back through sRGB's power
        Is(0.6f, 0.5f, 0.5f, new MaterialRandomizer { HueOffset = 0.5 });
        Is(0.1f, 0.25f, 1, new MaterialRandomizer { SaturationFactor = 0.5, ValueFactor = 3 });
    }

    [Fact]
    public void Textures_take_their_turns_and_repeat()
    {
        var images = new[] { "bark", "moss", "sand" }.Select(n => new TextureImage(n, 1, 1, new byte[4])).ToArray();
        var worn = Worn(new TextureRandomizer { Textures = images, Repeat = Uniform(2, 3), Rotation = Uniform(-1, 1), Material = "coat" });
        Assert.All(worn, w =>
        {
            var slot = w[0].BaseColorTexture!;
            Assert.InRange(slot.Scale.X, 2, 3);
            Assert.Equal(slot.Scale.X, slot.Scale.Y);
            Assert.InRange(slot.Rotation, -1, 1);
            Assert.Equal(Coat with { BaseColorTexture = slot }, w[0]);
            Assert.Equal(Eye, w[1]);
        });
        // A third of 100 each, within 4.5·√(100·2/9).
        Assert.All(images, image => Assert.InRange(worn.Count(w => w[0].BaseColorTexture!.Image == image), 34 - 22, 33 + 22));
    }

    [Theory]
    [InlineData(MaterialSlot.Normal)]
    [InlineData(MaterialSlot.MetallicRoughness)]
    [InlineData(MaterialSlot.Occlusion)]
    [InlineData(MaterialSlot.Emissive)]
    [InlineData(MaterialSlot.ClearcoatRoughness)]
    public void An_image_goes_to_the_slot_that_is_named_and_nowhere_else(MaterialSlot slot)
    {
        var worn = Worn(new TextureRandomizer { Textures = [Photo], Slot = slot, Material = "eye", Emission = slot == MaterialSlot.Emissive ? Uniform(2, 3) : null });
        Assert.All(worn, w =>
        {
            var expected = Eye.With(slot, new TextureSlot(Photo)) with { EmissiveFactor = w[1].EmissiveFactor };
            Assert.Equal([Coat, expected], w);
            Assert.InRange(w[1].EmissiveFactor.X, slot == MaterialSlot.Emissive ? 2 : 0, slot == MaterialSlot.Emissive ? 3 : 0);
        });
        Assert.Throws<ArgumentException>(() => Worn(new TextureRandomizer { Textures = [Photo], Slot = MaterialSlot.Normal, Emission = 1 }));
    }

    [Fact]
    public void Every_slot_has_a_property_of_its_own()
    {
        var texture = new TextureSlot(Photo);
        var changed = Enum.GetValues<MaterialSlot>().Select(slot => Eye.With(slot, texture)).ToList();
        Assert.Equal(changed.Count, changed.Distinct().Count());
        Assert.All(changed, material => Assert.NotEqual(Eye, material));
        Assert.All(Enum.GetValues<MaterialSlot>(), slot => Assert.Equal(Eye, Eye.With(slot, texture).With(slot, null)));
    }

    [Fact]
    public void Procedural_textures_cover_the_slots_that_are_named_and_leave_the_others()
    {
        var worn = Worn(new ProceduralTextureRandomizer { Slots = [MaterialSlot.Normal, MaterialSlot.Clearcoat], Material = "eye", Families = ["rust"] });
        Assert.All(worn, w =>
        {
            Assert.Equal(Eye with { NormalTexture = w[1].NormalTexture, ClearcoatTexture = w[1].ClearcoatTexture }, w[1]);
            Assert.Equal(TextureChannel.Normal, w[1].NormalTexture!.Image.Channel);
            Assert.Equal(TextureChannel.OcclusionRoughnessMetallic, w[1].ClearcoatTexture!.Image.Channel);
            Assert.Equal(w[1].NormalTexture!.Image.Procedural, w[1].ClearcoatTexture!.Image.Procedural);
        });
        Assert.Contains("alpha", Assert.Throws<ArgumentException>(() => Worn(new ProceduralTextureRandomizer { Slots = [MaterialSlot.SheenRoughness] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Worn(new ProceduralTextureRandomizer { Slots = [] }));
    }

    [Fact]
    public void Layers_replace_what_is_set_and_leave_the_rest()
    {
        var worn = Worn(new MaterialLayerRandomizer { Material = "coat", Clearcoat = Uniform(0.5, 1), ClearcoatRoughness = 0.1, IndexOfRefraction = Uniform(1.3, 1.6) });
        Assert.All(worn, w =>
        {
            Assert.InRange(w[0].ClearcoatFactor, 0.5f, 1);
            Assert.InRange(w[0].IndexOfRefraction, 1.3f, 1.6f);
            Assert.Equal(Coat with { ClearcoatFactor = w[0].ClearcoatFactor, ClearcoatRoughnessFactor = 0.1f, IndexOfRefraction = w[0].IndexOfRefraction }, w[0]);
            Assert.Equal(Eye, w[1]);
        });
        Assert.Equal(100, worn.Select(w => w[0].ClearcoatFactor).Distinct().Count());
        Assert.All(
            Worn(new MaterialLayerRandomizer { Material = "coat", SheenColor = Hsv(0, 1, 1), SheenRoughness = 0.5, Transmission = 0.25, Thickness = 2, Specular = 0.75 }),
            w => Assert.Equal(
                Coat with { SheenColorFactor = Vector3.UnitX, SheenRoughnessFactor = 0.5f, TransmissionFactor = 0.25f, ThicknessFactor = 2, SpecularFactor = 0.75f }, w[0]));
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused_before_the_first_frame()
    {
        static void Refused(Randomizer randomizer) => Assert.ThrowsAny<ArgumentException>(() => SceneInCode.Start(randomizer));
        Refused(new MaterialRandomizer { VariantChance = 2 });
        Refused(new MaterialRandomizer { Roughness = Normal(0.5, 0.2) });
        Refused(new MaterialRandomizer { Metallic = -1 });
        Refused(new MaterialLayerRandomizer { Clearcoat = 1.5 });
        Refused(new MaterialLayerRandomizer { Transmission = Normal(0.5, 0.2) });
        Refused(new MaterialLayerRandomizer { IndexOfRefraction = 0.9 });
        Refused(new TextureRandomizer { Textures = [] });
        Refused(new TextureRandomizer { Textures = [Photo], Repeat = Uniform(0, 1) });
    }
}
