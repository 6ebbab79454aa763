namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>
/// A mesh as light sees it that is kept off: vertices at one place that move alike are one, whatever their normals and UVs. Its indices
/// are into the vertices of the mesh that it was made from, and so are those of its levels.
/// </summary>
internal static class WeldedMesh
{
    public static MeshAsset Of(MeshAsset mesh, TestPoses poses)
    {
        var surface = MeshSurface.Of(mesh, poses);
        return mesh with { Primitives = [.. mesh.Primitives.Select((primitive, p) => Welded(primitive, surface.CornerOf.AsSpan(surface.FirstVertex[p], primitive.VertexCount)))] };
    }

    private static PrimitiveAsset Welded(PrimitiveAsset primitive, ReadOnlySpan<int> corners)
    {
        if (primitive.TriangleCount == 0) return primitive;
        var vertexAt = new Dictionary<int, uint>();
        var indices = primitive.Indices.ToArray();
        foreach (ref var index in indices.AsSpan())
        {
            if (vertexAt.TryGetValue(corners[(int)index], out var first)) index = first;
            else vertexAt.Add(corners[(int)index], index);
        }

        return new PrimitiveAsset
        {
            Topology = primitive.Topology, Material = primitive.Material, Positions = primitive.Positions, Normals = primitive.Normals,
            Joints = primitive.Joints, Weights = primitive.Weights, InfluencesPerVertex = primitive.InfluencesPerVertex,
            MorphTargets = primitive.MorphTargets, Indices = indices, Bounds = primitive.Bounds,
        };
    }
}
