namespace SynthRender.Materials;

/// <summary>Woven threads. Scale: quarters of the threads; colours: weft, warp, worn patches.</summary>
public sealed record FabricTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public FabricTexture()
    {
        Scale = 10;
        Relief = 0.012f;
        Roughness = 0.9f;
        Color = new(0.34f, 0.20f, 0.15f);
        SecondColor = new(0.44f, 0.30f, 0.22f);
        DetailColor = new(0.5f, 0.46f, 0.4f);
    }

    /// <inheritdoc/>
    public override string Family => "fabric";

    /// <summary>How the threads cross.</summary>
    public FabricWeave Weave { get; init; }

    /// <inheritdoc/>
    public override int Variant => (int)Weave;
}
