using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Samplers;

namespace SynthRender.Randomizers;

/// <summary>
/// Paints models: replaces the base colour of every material. The texture that the model's file has there is painted over; one that the scene
/// or an earlier randomizer gave it stays and is tinted by the paint.
/// </summary>
public sealed class ColorRandomizer : MaterialSlotRandomizer
{
    /// <summary>The paint.</summary>
    public ColorParameter Color { get; init; } =
        Distributions.Hsv(Distributions.Uniform(0, 1), Distributions.Uniform(0.1, 0.9), Distributions.Uniform(0.2, 0.95));

    /// <inheritdoc/>
    protected override Material Change(Material material, RandomStream stream) => material with
    {
        BaseColorFactor = new Vector4(Color.Sample(stream, "color"), material.BaseColorFactor.W),
    };

    private protected override Material Change(ModelNode model, Material material, RandomStream stream)
    {
        var painted = Change(material, stream);
        return IsOfFile(model.Asset, material.BaseColorTexture) ? painted with { BaseColorTexture = null } : painted;
    }

    private static bool IsOfFile(ModelAsset asset, TextureSlot? texture) =>
        asset.Materials.Any(m => m.BaseColorTexture == texture) || asset.Variants.Any(v => v.Materials.Any(m => m.BaseColorTexture == texture));
}
