using System.Numerics;

namespace SynthRender.Modeling.Building;

/// <summary>A vertex as a morph sees it.</summary>
/// <param name="Position">Metres in the rest frame.</param>
/// <param name="Normal">Unit outward normal.</param>
/// <param name="Solid">Name of the solid it belongs to.</param>
public readonly record struct MorphPoint(Vector3 Position, Vector3 Normal, string Solid);
