namespace SynthRender.Materials;

/// <summary>Stones or cells of irregular shape (Worley). Scale: stones across; the detail colour fills the joints, wear widens them.</summary>
public sealed record CellsTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public CellsTexture()
    {
        Scale = 6;
        Relief = 0.05f;
        Roughness = 0.7f;
        Wear = 0.3f;
        Color = new(0.42f, 0.36f, 0.30f);
        SecondColor = new(0.24f, 0.23f, 0.22f);
        DetailColor = new(0.16f, 0.14f, 0.12f);
    }

    /// <inheritdoc/>
    public override string Family => "cells";
}
