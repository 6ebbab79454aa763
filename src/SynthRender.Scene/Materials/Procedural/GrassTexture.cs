namespace SynthRender.Materials;

/// <summary>Blades of grass seen from above. Scale: a third of the blades; colours: two greens, dry; wear: how much is dry.</summary>
public sealed record GrassTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public GrassTexture()
    {
        Scale = 6;
        Relief = 0.04f;
        Roughness = 0.7f;
        Wear = 0.3f;
        Color = new(0.10f, 0.26f, 0.035f);
        SecondColor = new(0.26f, 0.42f, 0.075f);
        DetailColor = new(0.50f, 0.41f, 0.18f);
    }

    /// <inheritdoc/>
    public override string Family => "grass";
}
