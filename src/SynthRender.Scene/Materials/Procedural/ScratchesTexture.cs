namespace SynthRender.Materials;

/// <summary>A smooth coat with scratches. Scale: the longest scratches; colours: coat, smears, scratches; wear: how many.</summary>
public sealed record ScratchesTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public ScratchesTexture()
    {
        Scale = 4;
        Relief = 0.002f;
        Roughness = 0.3f;
        Wear = 0.7f;
        Color = new(0.08f, 0.10f, 0.13f);
        SecondColor = new(0.11f, 0.13f, 0.15f);
        DetailColor = new(0.45f, 0.46f, 0.48f);
    }

    /// <inheritdoc/>
    public override string Family => "scratches";
}
