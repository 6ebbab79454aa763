namespace SynthRender.Materials;

/// <summary>
/// A printed label: a head, a bar code or a sign, lines that stand for text. Scale: lines of text; colours: paper, head and sign, print; wear:
/// how much has come off at the edges.
/// </summary>
public sealed record StickerDecal : DecalTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public StickerDecal()
    {
        Scale = 6;
        Relief = 0.004f;
        Roughness = 0.35f;
        Wear = 0.15f;
        Color = new(0.80f, 0.79f, 0.76f);
        SecondColor = new(0.70f, 0.10f, 0.04f);
        DetailColor = new(0.03f, 0.03f, 0.035f);
    }

    /// <inheritdoc/>
    public override string Family => "sticker";

    /// <summary>True makes it round, with one large sign.</summary>
    public bool Round { get; init; }

    /// <inheritdoc/>
    public override int Variant => Round ? 1 : 0;
}
