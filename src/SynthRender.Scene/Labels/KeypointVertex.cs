namespace SynthRender.Labels;

/// <summary>A vertex of an asset.</summary>
/// <param name="Primitive">Index of the primitive in the mesh of the binding's node.</param>
/// <param name="Vertex">Index of the vertex in that primitive.</param>
public readonly record struct KeypointVertex(int Primitive, int Vertex);
