namespace SynthRender.Materials;

/// <summary>Metal eaten by rust. Scale: spots; colours: bare metal or paint, light rust, dark rust; wear: how much is eaten.</summary>
public sealed record RustTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public RustTexture()
    {
        Scale = 4;
        Relief = 0.012f;
        Roughness = 0.35f;
        Metallic = 1;
        Wear = 0.5f;
        Color = new(0.52f, 0.52f, 0.52f);
        SecondColor = new(0.36f, 0.13f, 0.035f);
        DetailColor = new(0.10f, 0.032f, 0.014f);
    }

    /// <inheritdoc/>
    public override string Family => "rust";
}
