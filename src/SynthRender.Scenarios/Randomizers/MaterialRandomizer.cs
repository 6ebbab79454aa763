using System.Numerics;
using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Samplers;

namespace SynthRender.Randomizers;

/// <summary>Changes the materials of models: a named variant of the asset first, then shade, tint, roughness and metalness.</summary>
public sealed class MaterialRandomizer : MaterialSlotRandomizer
{
    /// <summary>Chance that a model wears one of its named variants, each equally likely; within [0, 1].</summary>
    public FloatParameter VariantChance { get; init; } = 0;

    /// <summary>Turns of the colour circle added to the hue of the base colour's factor (the texture keeps its own).</summary>
    public FloatParameter? HueOffset { get; init; }

    /// <summary>Factor on the saturation of the base colour's factor, 0 or more; what exceeds pure colour is pure.</summary>
    public FloatParameter? SaturationFactor { get; init; }

    /// <summary>Factor on the value (brightness, sRGB) of the base colour's factor, 0 or more; what exceeds 1 is 1.</summary>
    public FloatParameter? ValueFactor { get; init; }

    /// <summary>Linear factor on the base colour, texture included.</summary>
    public ColorParameter? Tint { get; init; }

    /// <summary>Roughness in [0, 1]; replaces the factor.</summary>
    public FloatParameter? Roughness { get; init; }

    /// <summary>Metalness in [0, 1]; replaces the factor.</summary>
    public FloatParameter? Metallic { get; init; }

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenarios.Scenario scenario)
    {
        VariantChance.Within(0, 1, $"{Name}.VariantChance");
        SaturationFactor?.Within(0, double.MaxValue, $"{Name}.SaturationFactor");
        ValueFactor?.Within(0, double.MaxValue, $"{Name}.ValueFactor");
        Roughness?.Within(0, 1, $"{Name}.Roughness");
        Metallic?.Within(0, 1, $"{Name}.Metallic");
    }

    /// <inheritdoc/>
    protected override void ChangeModel(ModelNode model, RandomStream stream)
    {
        var variants = model.Asset.Variants;
        if (variants.Length == 0 || VariantChance.Sampler.Maximum <= 0) return;
        var variant = stream.NextDouble() < VariantChance.Draw(stream) ? variants[stream.NextIndex(variants.Length)] : null;
        stream.Record("variant", variant?.Name ?? "none");
        if (variant is not null) model.Materials = variant.Materials;
    }

    /// <inheritdoc/>
    protected override Material Change(Material material, RandomStream stream)
    {
        var color = new Vector3(material.BaseColorFactor.X, material.BaseColorFactor.Y, material.BaseColorFactor.Z);
        if (HueOffset is not null || SaturationFactor is not null || ValueFactor is not null)
        {
            var (hue, saturation, value) = ColorSpace.HsvFromLinear(color);
            hue += HueOffset?.Sample(stream, "hueOffset") ?? 0;
            saturation *= SaturationFactor?.Sample(stream, "saturationFactor") ?? 1;
            value *= ValueFactor?.Sample(stream, "valueFactor") ?? 1;
            color = ColorSpace.LinearFromHsv(hue, Math.Min(1, saturation), Math.Min(1, value));
        }

        if (Tint is not null) color *= Tint.Sample(stream, "tint");
        return material with
        {
            BaseColorFactor = new Vector4(color, material.BaseColorFactor.W),
            RoughnessFactor = Roughness?.Sample(stream, "roughness") ?? material.RoughnessFactor,
            MetallicFactor = Metallic?.Sample(stream, "metallic") ?? material.MetallicFactor,
        };
    }
}
