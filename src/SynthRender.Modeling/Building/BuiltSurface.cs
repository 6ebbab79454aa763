using System.Numerics;
using SynthRender.Modeling.Meshing;

namespace SynthRender.Modeling.Building;

/// <summary>A solid that has been meshed, laid into the atlas and skinned; vertices are in the model's rest frame.</summary>
/// <param name="Solid">What it was made from.</param>
/// <param name="Closed">The closed mesh before it was cut into charts.</param>
/// <param name="Source">For each vertex, the vertex of <paramref name="Closed"/> behind it.</param>
/// <param name="Positions">Vertices, metres.</param>
/// <param name="Normals">Unit normals.</param>
/// <param name="Tangents">Unit tangents.</param>
/// <param name="Texels">Places in the atlas, texels.</param>
/// <param name="Indices">Three per triangle.</param>
/// <param name="Weights">For each vertex, up to four (index in the flesh's nodes, weight) pairs; empty when rigid.</param>
public sealed record BuiltSurface(
    Solid Solid, TriangleMesh Closed, int[] Source, Vector3[] Positions, Vector3[] Normals, Vector3[] Tangents, Vector2[] Texels,
    int[] Indices, (int Node, float Weight)[][] Weights);
