namespace SynthRender.Materials;

/// <summary>
/// A bundle of scratches that go about the same way, along u. Scale: how finely they are spread; colours: what they lay open, its other tone,
/// deep ones; wear: how many; metalness: of what they lay open.
/// </summary>
public sealed record ScratchDecal : DecalTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public ScratchDecal()
    {
        Scale = 6;
        Relief = 0.006f;
        Roughness = 0.45f;
        Wear = 0.6f;
        Metallic = 0.8f;
        Color = new(0.62f, 0.62f, 0.63f);
        SecondColor = new(0.45f, 0.45f, 0.46f);
        DetailColor = new(0.20f, 0.20f, 0.21f);
    }

    /// <inheritdoc/>
    public override string Family => "scratch";
}
