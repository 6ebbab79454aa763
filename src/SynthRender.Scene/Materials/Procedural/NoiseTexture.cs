namespace SynthRender.Materials;

/// <summary>Plain noise between two colours; see <see cref="Kind"/>. Scale: lattice cells.</summary>
public sealed record NoiseTexture : ProceduralTexture
{
    /// <summary>With the family's own colours and sizes, to be changed with <c>with</c> or an initializer.</summary>
    public NoiseTexture()
    {
        Scale = 6;
        Relief = 0.02f;
    }

    /// <inheritdoc/>
    public override string Family => "noise";

    /// <summary>Which noise.</summary>
    public NoiseKind Kind { get; init; } = NoiseKind.Fractal;

    /// <inheritdoc/>
    public override int Variant => (int)Kind;
}
