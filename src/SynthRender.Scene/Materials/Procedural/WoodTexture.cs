namespace SynthRender.Materials;

/// <summary>Sawn boards along u: rings, fibres, pores, knots. Scale: rings; colours: early wood, late wood, pores; wear: knots.</summary>
public sealed record WoodTexture : ProceduralTexture
{
    private readonly int _planks = 1;

    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public WoodTexture()
    {
        Scale = 8;
        Relief = 0.004f;
        Roughness = 0.5f;
        Color = new(0.48f, 0.28f, 0.13f);
        SecondColor = new(0.22f, 0.095f, 0.035f);
        DetailColor = new(0.07f, 0.03f, 0.012f);
        Wear = 0.4f;
    }

    /// <inheritdoc/>
    public override string Family => "wood";

    /// <summary>Boards across the tile, 1 to 16, with gaps between them where there are several.</summary>
    public int Planks { get => _planks; init => _planks = Within(value, 1, 16, nameof(Planks)); }

    /// <inheritdoc/>
    public override int Variant => Planks;
}
