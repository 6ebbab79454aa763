namespace SynthRender.Materials;

/// <summary>Clouded stone with veins. Scale: bends of a vein; colours: ground, clouds, veins; wear dulls the veins.</summary>
public sealed record MarbleTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public MarbleTexture()
    {
        Scale = 3;
        Relief = 0.001f;
        Roughness = 0.18f;
        Color = new(0.78f, 0.77f, 0.74f);
        SecondColor = new(0.56f, 0.56f, 0.57f);
        DetailColor = new(0.10f, 0.105f, 0.12f);
    }

    /// <inheritdoc/>
    public override string Family => "marble";
}
