namespace SynthRender.Materials;

/// <summary>
/// A splash of blood: a pool with fingers, drops around it. Scale: fingers, about; colours: thin, thick, dried rim; wear: how far drops fly;
/// low roughness is wet.
/// </summary>
public sealed record BloodDecal : DecalTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public BloodDecal()
    {
        Scale = 9;
        Relief = 0.012f;
        Roughness = 0.14f;
        Wear = 0.6f;
        Color = new(0.30f, 0.012f, 0.010f);
        SecondColor = new(0.13f, 0.004f, 0.004f);
        DetailColor = new(0.07f, 0.006f, 0.004f);
    }

    /// <inheritdoc/>
    public override string Family => "blood";
}
