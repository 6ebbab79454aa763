namespace SynthRender.Materials;

/// <summary>Glazed tiles with grout. Scale: tiles across; colours: two glazes, grout; wear: grime.</summary>
public sealed record TilesTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public TilesTexture()
    {
        Scale = 6;
        Relief = 0.008f;
        Roughness = 0.15f;
        Color = new(0.66f, 0.68f, 0.68f);
        SecondColor = new(0.52f, 0.56f, 0.57f);
        DetailColor = new(0.30f, 0.29f, 0.27f);
        Wear = 0.15f;
    }

    /// <inheritdoc/>
    public override string Family => "tiles";

    /// <summary>True lays bricks: twice as long as high, each row shifted by half.</summary>
    public bool Bricks { get; init; }

    /// <inheritdoc/>
    public override int Variant => Bricks ? 1 : 0;
}
