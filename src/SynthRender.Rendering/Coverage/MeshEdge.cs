namespace SynthRender.Rendering.Coverage;

/// <summary>An edge of a mesh and the triangles that meet in it.</summary>
/// <param name="From">A vertex.</param>
/// <param name="To">Another vertex.</param>
/// <param name="Left">The triangle that runs along the edge from <paramref name="From"/> to <paramref name="To"/>.</param>
/// <param name="Right">The triangle that runs along it the other way, or −1 when there is not exactly one.</param>
/// <param name="IsCrease">The two triangles are shaded by normals that differ there, so light jumps across the edge.</param>
internal readonly record struct MeshEdge(int From, int To, int Left, int Right, bool IsCrease = false);
