using System.Numerics;

namespace SynthRender.Modeling.Building;

/// <summary>A material slot; its factors multiply the model's baked textures.</summary>
/// <param name="Name">Unique in the model.</param>
/// <param name="Color">Base colour factor, linear.</param>
/// <param name="Roughness">Roughness factor.</param>
/// <param name="Metallic">Metallic factor.</param>
public sealed record ModelMaterial(string Name, Vector3 Color, float Roughness = 1f, float Metallic = 1f);
