using System.Numerics;

namespace SynthRender.Modeling.Building;

/// <summary>A named place on the surface; it is bound to the nearest vertex of a solid, and so follows skin and morphs.</summary>
/// <param name="Name">Unique in the model.</param>
/// <param name="Solid">The solid it lies on.</param>
/// <param name="Near">Where to look for the vertex, metres in the rest frame.</param>
/// <param name="SelfOcclusion">How deep behind the model's own surface it still counts as visible, metres.</param>
public sealed record ModelKeypoint(string Name, string Solid, Vector3 Near, float SelfOcclusion);
