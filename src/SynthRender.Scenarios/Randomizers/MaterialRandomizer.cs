using System.Numerics;
using SynthRender.Materials;
using SynthRender.Parameters;

namespace SynthRender.Randomizers;

/// <summary>Changes the materials of models: tint, roughness, metalness, or a named variant of the asset.</summary>
public sealed class MaterialRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>Only materials whose name contains this text, or null for all.</summary>
    public string? Material { get; init; }

    /// <summary>Chance that a model wears one of its named variants, each equally likely, before the other changes.</summary>
    public FloatParameter VariantChance { get; init; } = 0;

    /// <summary>Linear factor on the base colour, by hue, saturation and value; drawn once for each material.</summary>
    public ColorParameter? Tint { get; init; }

    /// <summary>Roughness in [0, 1]; replaces the factor.</summary>
    public FloatParameter? Roughness { get; init; }

    /// <summary>Metalness in [0, 1]; replaces the factor.</summary>
    public FloatParameter? Metallic { get; init; }

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenarios.Scenario scenario)
    {
        VariantChance.Within(0, 1, $"{Name}.VariantChance");
        Roughness?.Within(0, 1, $"{Name}.Roughness");
        Metallic?.Within(0, 1, $"{Name}.Metallic");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var model in Of.In(iteration.Scene))
        {
            var stream = iteration.Stream(model);
            var variants = model.Asset.Variants;
            if (variants.Length > 0 && stream.NextDouble() < VariantChance.Sample(stream, "variantChance"))
            {
                var variant = variants[stream.NextIndex(variants.Length)];
                stream.Record("variant", variant.Name);
                model.Materials = variant.Materials;
            }

            for (var slot = 0; slot < model.Materials.Length; slot++)
            {
                var material = model.Materials[slot];
                if (Material is not null && !material.Name.Contains(Material, StringComparison.Ordinal)) continue;
                model.Materials = model.Materials.SetItem(slot, Changed(material, iteration.Stream($"{model.Path} material {slot}")));
            }
        }
    }

    private Material Changed(Material material, Samplers.RandomStream stream)
    {
        if (Tint is not null)
            material = material with { BaseColorFactor = material.BaseColorFactor * new Vector4(Tint.Sample(stream, "tint"), 1) };
        if (Roughness is not null) material = material with { RoughnessFactor = Roughness.Sample(stream, "roughness") };
        if (Metallic is not null) material = material with { MetallicFactor = Metallic.Sample(stream, "metallic") };
        return material;
    }
}
