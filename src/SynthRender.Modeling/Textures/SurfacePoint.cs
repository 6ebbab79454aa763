using System.Numerics;

namespace SynthRender.Modeling.Textures;

/// <summary>A place on a solid, as a look sees it.</summary>
/// <param name="Position">Metres in the model's rest frame, on the surface.</param>
/// <param name="Normal">Unit outward normal without relief.</param>
/// <param name="Occlusion">How open the place is: 1 free, 0 buried.</param>
/// <param name="Convexity">Mean bend over the solid's wear scale: above 0 on ridges and edges, below 0 in grooves.</param>
public readonly record struct SurfacePoint(Vector3 Position, Vector3 Normal, float Occlusion, float Convexity);
