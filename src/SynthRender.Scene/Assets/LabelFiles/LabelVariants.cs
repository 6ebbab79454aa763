using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using SynthRender.Materials;

namespace SynthRender.Assets.LabelFiles;

/// <summary>Reads the variants of a `synthrender` object whose shape has been checked.</summary>
internal static class LabelVariants
{
    /// <summary>The label's variants, after those of the file.</summary>
    /// <exception cref="AssetException">A name is taken, or a material is unknown.</exception>
    public static ImmutableArray<MaterialVariant> Append(ImmutableArray<MaterialVariant> variants, LabelSource labels, ImmutableArray<Material> materials)
    {
        if (!labels.Value.TryGetProperty("variants", out var list)) return variants;
        var index = 0;
        foreach (var variant in list.EnumerateArray())
        {
            var path = labels.Path.Member("variants").Item(index++);
            var name = variant.GetProperty("name").GetString()!;
            if (variants.Any(v => v.Name == name)) throw labels.Context.Fault(path.Member("name"), $"there already is a variant '{name}'.");
            var changed = materials.ToArray();
            foreach (var material in variant.GetProperty("materials").EnumerateObject())
            {
                var found = false;
                for (var slot = 0; slot < changed.Length; slot++)
                {
                    if (materials[slot].Name != material.Name) continue;
                    changed[slot] = Change(materials[slot], material.Value);
                    found = true;
                }

                if (!found)
                    throw labels.Context.Fault(path.Member("materials").Member(material.Name),
                        $"the model has no material '{material.Name}'. Its materials are {LabelTargets.Listed(materials.Select(m => m.Name).Distinct())}.");
            }

            variants = variants.Add(new MaterialVariant(name, [.. changed]));
        }

        return variants;
    }

    private static Material Change(Material material, JsonElement json)
    {
        if (json.TryGetProperty("baseColorFactor", out var color))
            material = material with { BaseColorFactor = new Vector4(Number(color[0]), Number(color[1]), Number(color[2]), Number(color[3])) };
        if (json.TryGetProperty("metallicFactor", out var metallic)) material = material with { MetallicFactor = Number(metallic) };
        if (json.TryGetProperty("roughnessFactor", out var roughness)) material = material with { RoughnessFactor = Number(roughness) };
        if (json.TryGetProperty("emissiveFactor", out var emissive))
            material = material with { EmissiveFactor = new Vector3(Number(emissive[0]), Number(emissive[1]), Number(emissive[2])) };
        return material;
    }

    private static float Number(JsonElement value) => (float)value.GetDouble();
}
