using System.Numerics;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Textures made on the device, shown unlit on a square that fills the image.</summary>
public sealed class ProceduralTextureTests(ValidatedDevice device) : RenderingTest(device)
{
    public static TheoryData<ProceduralTexture> Families => new((ProceduralTexture[])[
        new NoiseTexture { Kind = NoiseKind.Simplex }, new CellsTexture(), new StripesTexture(), new CheckersTexture(), new WoodTexture(), new MarbleTexture(),
        new FabricTexture(), new LeatherTexture(), new RustTexture(), new ScratchesTexture(), new SoilTexture(), new GrassTexture(), new TissueTexture(),
        new SkinTexture(), new PatinaTexture(), new BrushedMetalTexture(), new TilesTexture { Bricks = true }, new ConcreteTexture(), new BarkTexture()]);

    // Room for one: every other texture takes its place.
    protected override FrameRendererOptions Options => new() { ProceduralTextures = 1, ProceduralTextureSize = 64 };

    [Theory]
    [MemberData(nameof(Families), DisableDiscoveryEnumeration = true)]
    public void A_texture_has_a_pattern_and_is_the_same_when_it_is_made_again(ProceduralTexture texture)
    {
        var material = (Diffuse(1) with { Unlit = true }).Covered(texture);
        var first = Colors(material);
        Assert.True(first.Distinct().Count() > 8, $"{texture.Family} is flat");
        Assert.NotEqual(first, Colors((Diffuse(1) with { Unlit = true }).Covered(texture with { Seed = 1, Scale = texture.Scale + 1 })));
        Assert.Equal(first, Colors(material));
    }

    [Fact]
    public void Without_contrast_a_texture_is_the_mean_of_its_colours()
    {
        var texture = new NoiseTexture { Contrast = 0, Color = new(0.25f), SecondColor = new(0.75f) };
        // 0.5 in sRGB is 188; one more or less is rounding, into the texture and out of the picture.
        Assert.All(Colors((Diffuse(1) with { Unlit = true }).Covered(texture)), color => Assert.InRange(color, 187, 189));
    }

    [Fact]
    public void Parameters_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WoodTexture { Scale = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WoodTexture { Planks = 17 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Material.Default.Covered(new WoodTexture(), tileSize: 0));
    }

    private byte[] Colors(Material material)
    {
        NewScene();
        Scene.AddModel(Quad(material));
        Eye = new Vector3(0, 0, 1);
        using var frame = Render();
        return [.. frame.Color.ToArray().Where((_, i) => i % 4 != 3)];
    }
}
