namespace SynthRender.Materials;

/// <summary>Stripes along v. Scale: pairs of stripes; wear lets them waver.</summary>
public sealed record StripesTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public StripesTexture()
    {
        Scale = 6;
        Relief = 0.002f;
        Color = new(0.75f, 0.72f, 0.66f);
        SecondColor = new(0.08f, 0.14f, 0.32f);
    }

    /// <inheritdoc/>
    public override string Family => "stripes";
}
