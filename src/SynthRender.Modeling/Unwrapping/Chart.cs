using System.Numerics;

namespace SynthRender.Modeling.Unwrapping;

/// <summary>A piece of a mesh laid flat without overlap and without mirroring.</summary>
/// <param name="Triangles">Indices of the mesh's triangles.</param>
/// <param name="Vertices">The mesh vertex behind each local vertex.</param>
/// <param name="Corners">Local vertices, three per triangle, in the order of <paramref name="Triangles"/>.</param>
/// <param name="Places">Where each local vertex lies, metres: x to the right, y down, the least of both 0.</param>
public sealed record Chart(int[] Triangles, int[] Vertices, int[] Corners, Vector2[] Places)
{
    /// <summary>Width and height of the chart in metres.</summary>
    public Vector2 Size => Places.Aggregate(Vector2.Zero, Vector2.Max);
}
