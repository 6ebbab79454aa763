using System.Numerics;
using SynthRender.Modeling.Fields;

namespace SynthRender.Modeling.Textures;

/// <summary>A mesh in an atlas, and the solid whose surface is baked onto it.</summary>
/// <param name="Positions">Vertices, metres in the model's rest frame.</param>
/// <param name="Normals">Unit vertex normals.</param>
/// <param name="Tangents">Unit vertex tangents along the texture's x; the bitangent is normal × tangent.</param>
/// <param name="Texels">Where each vertex lies in the atlas, texels.</param>
/// <param name="Indices">Three per triangle.</param>
/// <param name="Field">The fine surface.</param>
/// <param name="Look">Its colour and finish.</param>
/// <param name="Relief">Height in metres above the field, seen only in the normals; null for none.</param>
/// <param name="Reach">How far the fine surface may lie from the mesh, metres.</param>
/// <param name="WearScale">Size over which convexity is measured, metres.</param>
/// <param name="OcclusionReach">How far occlusion looks, metres.</param>
public sealed record BakeSurface(
    Vector3[] Positions, Vector3[] Normals, Vector3[] Tangents, Vector2[] Texels, int[] Indices, Field Field,
    Func<SurfacePoint, SurfaceLook> Look, Func<Vector3, float>? Relief, float Reach, float WearScale, float OcclusionReach);
