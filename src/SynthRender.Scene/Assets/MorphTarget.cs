using System.Numerics;

namespace SynthRender.Assets;

/// <summary>Differences that a morph target adds to each vertex, times its weight. Arrays are full length or empty.</summary>
public sealed record MorphTarget(ReadOnlyMemory<Vector3> Positions, ReadOnlyMemory<Vector3> Normals, ReadOnlyMemory<Vector3> Tangents);
