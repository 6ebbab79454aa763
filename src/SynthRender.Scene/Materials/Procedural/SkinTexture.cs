namespace SynthRender.Materials;

/// <summary>Human or animal skin. Scale: eighths of the plates; colours: pale, blood, freckles; wear: how many freckles.</summary>
public sealed record SkinTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public SkinTexture()
    {
        Scale = 8;
        Relief = 0.006f;
        Roughness = 0.5f;
        Wear = 0.45f;
        Color = new(0.62f, 0.38f, 0.28f);
        SecondColor = new(0.52f, 0.19f, 0.14f);
        DetailColor = new(0.22f, 0.09f, 0.045f);
    }

    /// <inheritdoc/>
    public override string Family => "skin";
}
