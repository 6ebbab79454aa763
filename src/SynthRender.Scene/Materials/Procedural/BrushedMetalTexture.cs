namespace SynthRender.Materials;

/// <summary>Metal brushed along u. Scale: twelfths of the broadest lines; colours: dark and bright lines, dirt.</summary>
public sealed record BrushedMetalTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public BrushedMetalTexture()
    {
        Scale = 4;
        Relief = 0.0006f;
        Roughness = 0.34f;
        Metallic = 1;
        Color = new(0.50f, 0.50f, 0.51f);
        SecondColor = new(0.68f, 0.68f, 0.69f);
        DetailColor = new(0.20f, 0.18f, 0.16f);
        Wear = 0.2f;
    }

    /// <inheritdoc/>
    public override string Family => "brushed_metal";
}
