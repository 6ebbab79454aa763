using System.Collections.Immutable;
using SynthRender.Materials;

namespace SynthRender.Assets;

/// <summary>A named look of a model: a material for every slot.</summary>
/// <param name="Name">E.g. "winter_coat".</param>
/// <param name="Materials">As long as <see cref="ModelAsset.Materials"/>.</param>
public sealed record MaterialVariant(string Name, ImmutableArray<Material> Materials);
