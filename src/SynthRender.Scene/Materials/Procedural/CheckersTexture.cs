namespace SynthRender.Materials;

/// <summary>Squares in two colours. Scale: pairs of squares; the detail colour is dirt in the seams, wear its amount elsewhere.</summary>
public sealed record CheckersTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public CheckersTexture()
    {
        Scale = 4;
        Relief = 0.004f;
        Roughness = 0.35f;
        Color = new(0.7f, 0.68f, 0.62f);
        SecondColor = new(0.05f, 0.05f, 0.055f);
        DetailColor = new(0.12f, 0.10f, 0.08f);
        Wear = 0.2f;
    }

    /// <inheritdoc/>
    public override string Family => "checkers";
}
