namespace SynthRender.Materials;

/// <summary>Pebbled hide. Scale: quarters of the pebbles; colours: heights, creases, worn patches.</summary>
public sealed record LeatherTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public LeatherTexture()
    {
        Scale = 6;
        Relief = 0.015f;
        Roughness = 0.42f;
        Color = new(0.22f, 0.085f, 0.035f);
        SecondColor = new(0.05f, 0.018f, 0.009f);
        DetailColor = new(0.42f, 0.24f, 0.13f);
        Wear = 0.2f;
    }

    /// <inheritdoc/>
    public override string Family => "leather";
}
