using System.Numerics;

namespace SynthRender.Modeling.Textures;

/// <summary>The baked maps, row by row from the top.</summary>
/// <param name="Size">Width and height in texels.</param>
/// <param name="Color">Base colour, linear.</param>
/// <param name="Normal">Tangent-space normals, unit, x right, y up.</param>
/// <param name="Surface">Occlusion, roughness, metallic in x, y, z, as glTF packs them.</param>
public sealed record BakedTextures(int Size, Vector3[] Color, Vector3[] Normal, Vector3[] Surface);
