namespace SynthRender.Materials;

/// <summary>Earth with clods and pebbles. Scale: half the clods; colours: low, high, pebbles; wear: dampness.</summary>
public sealed record SoilTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public SoilTexture()
    {
        Scale = 3;
        Relief = 0.05f;
        Roughness = 0.95f;
        Wear = 0.4f;
        Color = new(0.06f, 0.038f, 0.022f);
        SecondColor = new(0.20f, 0.135f, 0.08f);
        DetailColor = new(0.30f, 0.27f, 0.23f);
    }

    /// <inheritdoc/>
    public override string Family => "soil";
}
