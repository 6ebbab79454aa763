namespace SynthRender.Materials;

/// <summary>Wet mucous membrane. Scale: swellings; colours: pale, red, vessels; wear: how much of the vessels shows.</summary>
public sealed record TissueTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public TissueTexture()
    {
        Scale = 3;
        Relief = 0.03f;
        Roughness = 0.28f;
        Wear = 0.7f;
        Color = new(0.60f, 0.24f, 0.20f);
        SecondColor = new(0.42f, 0.09f, 0.075f);
        DetailColor = new(0.20f, 0.018f, 0.028f);
    }

    /// <inheritdoc/>
    public override string Family => "tissue";
}
