namespace SynthRender.Materials;

/// <summary>A patch of dried dirt with specks around it. Scale: lumps across; colours: dust, mud, specks; wear: how much is covered.</summary>
public sealed record DirtDecal : DecalTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public DirtDecal()
    {
        Scale = 5;
        Relief = 0.01f;
        Roughness = 0.92f;
        Wear = 0.6f;
        Color = new(0.22f, 0.16f, 0.10f);
        SecondColor = new(0.10f, 0.065f, 0.038f);
        DetailColor = new(0.05f, 0.035f, 0.022f);
    }

    /// <inheritdoc/>
    public override string Family => "dirt";
}
