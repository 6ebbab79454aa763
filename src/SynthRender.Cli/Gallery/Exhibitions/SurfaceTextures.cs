using SynthRender.Materials;

namespace SynthRender.Cli.Gallery.Exhibitions;

/// <summary>Every family of textures that the renderer makes.</summary>
internal sealed class SurfaceTextures : Exhibition
{
    private static readonly ProceduralTexture[] Families =
    [
        new NoiseTexture(), new CellsTexture(), new StripesTexture(), new CheckersTexture(), new TilesTexture(), new WoodTexture(),
        new BarkTexture(), new MarbleTexture(), new ConcreteTexture(), new FabricTexture(), new LeatherTexture(), new BrushedMetalTexture(),
        new RustTexture(), new PatinaTexture(), new ScratchesTexture(), new SoilTexture(), new GrassTexture(), new TissueTexture(), new SkinTexture(),
    ];

    public override string Name => "textures";

    public override string Title => "Procedural textures";

    public override IEnumerable<Exhibit> Exhibits =>
        from family in Families
        let name = family.Family
        select new Exhibit(name, $"The family \"{name}\" with its own colours and sizes.", scene => scene.Ball(new Material().Covered(family, 0.5f)));
}
