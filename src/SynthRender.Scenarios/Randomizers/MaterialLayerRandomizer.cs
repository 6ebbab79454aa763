using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>
/// Changes what lies on and in materials: wetness and varnish (clear coat), fuzz (sheen), glassiness (transmission), strength of
/// reflection. What is not set stays as it is. docs/materials.md says what each layer costs to draw.
/// </summary>
public sealed class MaterialLayerRandomizer : MaterialSlotRandomizer
{
    /// <summary>Clear coat in [0, 1]; replaces the factor. A wet organ has 0.5 to 1.</summary>
    public FloatParameter? Clearcoat { get; init; }

    /// <summary>Roughness of the coat in [0, 1]; replaces the factor. A film of water has 0 to 0.15.</summary>
    public FloatParameter? ClearcoatRoughness { get; init; }

    /// <summary>Linear colour of the sheen; replaces the factor. Black is none.</summary>
    public ColorParameter? SheenColor { get; init; }

    /// <summary>Roughness of the sheen in [0, 1]; replaces the factor. Cloth has 0.3 to 1.</summary>
    public FloatParameter? SheenRoughness { get; init; }

    /// <summary>Share of light that passes through, in [0, 1]; replaces the factor.</summary>
    public FloatParameter? Transmission { get; init; }

    /// <summary>Thickness below the surface, in the mesh's units, 0 or more; replaces the factor.</summary>
    public FloatParameter? Thickness { get; init; }

    /// <summary>Index of refraction, 1 or more; replaces the value. Water has 1.33, plastics 1.4 to 1.6, glass 1.5 to 1.9.</summary>
    public FloatParameter? IndexOfRefraction { get; init; }

    /// <summary>Strength of the dielectric's reflection in [0, 1]; replaces the factor.</summary>
    public FloatParameter? Specular { get; init; }

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        Clearcoat?.Within(0, 1, $"{Name}.Clearcoat");
        ClearcoatRoughness?.Within(0, 1, $"{Name}.ClearcoatRoughness");
        SheenRoughness?.Within(0, 1, $"{Name}.SheenRoughness");
        Transmission?.Within(0, 1, $"{Name}.Transmission");
        Thickness?.Within(0, double.MaxValue, $"{Name}.Thickness");
        IndexOfRefraction?.Within(1, double.MaxValue, $"{Name}.IndexOfRefraction");
        Specular?.Within(0, 1, $"{Name}.Specular");
    }

    /// <inheritdoc/>
    protected override Material Change(Material material, RandomStream stream) => material with
    {
        ClearcoatFactor = Clearcoat?.Sample(stream, "clearcoat") ?? material.ClearcoatFactor,
        ClearcoatRoughnessFactor = ClearcoatRoughness?.Sample(stream, "clearcoatRoughness") ?? material.ClearcoatRoughnessFactor,
        SheenColorFactor = SheenColor?.Sample(stream, "sheenColor") ?? material.SheenColorFactor,
        SheenRoughnessFactor = SheenRoughness?.Sample(stream, "sheenRoughness") ?? material.SheenRoughnessFactor,
        TransmissionFactor = Transmission?.Sample(stream, "transmission") ?? material.TransmissionFactor,
        ThicknessFactor = Thickness?.Sample(stream, "thickness") ?? material.ThicknessFactor,
        IndexOfRefraction = IndexOfRefraction?.Sample(stream, "indexOfRefraction") ?? material.IndexOfRefraction,
        SpecularFactor = Specular?.Sample(stream, "specular") ?? material.SpecularFactor,
    };
}
