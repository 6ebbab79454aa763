using System.Numerics;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Samplers;

namespace SynthRender.Randomizers;

/// <summary>Paints models: replaces the base colour of every material, and takes its base colour texture away.</summary>
public sealed class ColorRandomizer : MaterialSlotRandomizer
{
    /// <summary>The paint.</summary>
    public ColorParameter Color { get; init; } =
        Distributions.Hsv(Distributions.Uniform(0, 1), Distributions.Uniform(0.1, 0.9), Distributions.Uniform(0.2, 0.95));

    /// <inheritdoc/>
    protected override Material Change(Material material, RandomStream stream) => material with
    {
        BaseColorFactor = new Vector4(Color.Sample(stream, "color"), material.BaseColorFactor.W),
        BaseColorTexture = null,
    };
}
