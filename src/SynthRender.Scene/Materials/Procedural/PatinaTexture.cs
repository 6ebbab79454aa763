namespace SynthRender.Materials;

/// <summary>Old bronze or copper. Scale: forms; colours: metal, verdigris, its pale crust; wear: how much is green.</summary>
public sealed record PatinaTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public PatinaTexture()
    {
        Scale = 4;
        Relief = 0.018f;
        Roughness = 0.4f;
        Metallic = 1;
        Wear = 0.5f;
        Color = new(0.52f, 0.30f, 0.14f);
        SecondColor = new(0.09f, 0.24f, 0.18f);
        DetailColor = new(0.28f, 0.48f, 0.38f);
    }

    /// <inheritdoc/>
    public override string Family => "patina";
}
