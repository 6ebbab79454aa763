using System.Numerics;

namespace SynthRender.Modeling.Building;

/// <summary>What a variant does to one material slot.</summary>
/// <param name="Material">The slot.</param>
/// <param name="Color">Base colour factor, linear; it multiplies the baked texture.</param>
/// <param name="Roughness">Roughness factor, 0 to 1; it multiplies the baked texture.</param>
/// <param name="Metallic">Metallic factor, 0 to 1; likewise.</param>
public sealed record MaterialChange(string Material, Vector3 Color, float Roughness = 1f, float Metallic = 1f);
