using System.Numerics;
using SynthRender.Materials;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Tests.Assets;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

/// <summary>Colours and textures, one after the other.</summary>
public sealed class PaintTests
{
    private static ScenarioRun Painting(Material material, params Randomizer[] randomizers) => SceneInCode.Start(s =>
    {
        s.Place(SceneInCode.Thing("thing", material));
        s.Add(randomizers);
    });

    [Fact]
    public void Paint_covers_the_texture_of_the_file()
    {
        var textured = Material.Default with { BaseColorTexture = new TextureSlot(new TextureImage(new CheckersTexture(), TextureChannel.BaseColor)) };
        var painted = Painting(textured, new ColorRandomizer { Color = new Vector3(0.1f, 0.2f, 0.3f) }).Sample(0)[0].Models[0].Materials[0];
        Assert.Null(painted.BaseColorTexture);
        Assert.Equal(new Vector4(0.1f, 0.2f, 0.3f, 1), painted.BaseColorFactor);
    }

    [Fact]
    public void Paint_tints_the_texture_that_a_randomizer_or_the_scene_gave()
    {
        var paint = new Vector3(0.1f, 0.2f, 0.3f);
        var drawn = Painting(Material.Default, new ProceduralTextureRandomizer(), new ColorRandomizer { Color = paint }).Sample(0)[0].Models[0].Materials[0];
        Assert.NotNull(drawn.BaseColorTexture?.Image.Procedural);
        Assert.Equal(new Vector4(paint, 1), drawn.BaseColorFactor);

        var given = SceneInCode.Start(s =>
        {
            var thing = s.Place();
            thing.Materials = [thing.Materials[0].Covered(new MarbleTexture())];
            s.Add(new ColorRandomizer { Color = paint });
        }).Sample(0)[0].Models[0].Materials[0];
        Assert.IsType<MarbleTexture>(given.BaseColorTexture?.Image.Procedural);
    }

    [Fact]
    public void Made_textures_take_colours_contrast_and_relief()
    {
        ProceduralTexture Drawn(ProceduralTextureRandomizer randomizer) =>
            Painting(Material.Default, randomizer).Sample(3)[0].Models[0].Materials[0].BaseColorTexture!.Image.Procedural!;
        var own = Drawn(new() { Pool = 1 });
        var colours = Drawn(new() { Pool = 1, Color = new Vector3(0.5f), SecondColor = Hsv(0, 1, 1), DetailColor = new Vector3(0, 0, 1) });
        Assert.Equal((new Vector3(0.5f), Vector3.UnitX, Vector3.UnitZ), (colours.Color, colours.SecondColor, colours.DetailColor));
        // What is not set is drawn as before.
        Assert.Equal((own.Family, own.Seed, own.Scale, own.Relief, own.Roughness, own.Wear), (colours.Family, colours.Seed, colours.Scale, colours.Relief, colours.Roughness, colours.Wear));

        var plain = Drawn(new() { Pool = 1, Contrast = 0 });
        Assert.Equal((own.Color, own.Color, own.Color), (plain.Color, plain.SecondColor, plain.DetailColor));
        var half = Drawn(new() { Pool = 1, Contrast = 0.5, Relief = 2 });
        Assert.True(Vector3.Distance((own.Color + own.SecondColor) / 2, half.SecondColor) < 1e-6f);
        Assert.Equal(2 * own.Relief, half.Relief, 1e-6f);
        Assert.ThrowsAny<ArgumentException>(() => Drawn(new() { Contrast = -1 }));
    }
}
