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
        Color = new(0.055f, 0.14f, 0.022f);
        SecondColor = new(0.13f, 0.22f, 0.04f);
        DetailColor = new(0.36f, 0.29f, 0.12f);
    }

    /// <inheritdoc/>
    public override string Family => "grass";
}
