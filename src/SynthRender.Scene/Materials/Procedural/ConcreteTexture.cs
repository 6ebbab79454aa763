namespace SynthRender.Materials;

/// <summary>Cement with air holes. Scale: stains; colours: two greys, holes and cracks; wear: cracks.</summary>
public sealed record ConcreteTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public ConcreteTexture()
    {
        Scale = 4;
        Relief = 0.012f;
        Roughness = 0.85f;
        Wear = 0.5f;
        Color = new(0.42f, 0.41f, 0.39f);
        SecondColor = new(0.28f, 0.275f, 0.27f);
        DetailColor = new(0.08f, 0.078f, 0.075f);
    }

    /// <inheritdoc/>
    public override string Family => "concrete";
}
