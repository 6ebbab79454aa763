namespace SynthRender.Materials;

/// <summary>Furrowed bark along v. Scale: half the plates across; colours: heights, furrows, moss; wear: moss.</summary>
public sealed record BarkTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public BarkTexture()
    {
        Scale = 4;
        Relief = 0.06f;
        Roughness = 0.9f;
        Wear = 0.3f;
        Color = new(0.20f, 0.145f, 0.10f);
        SecondColor = new(0.03f, 0.02f, 0.014f);
        DetailColor = new(0.10f, 0.13f, 0.035f);
    }

    /// <inheritdoc/>
    public override string Family => "bark";
}
