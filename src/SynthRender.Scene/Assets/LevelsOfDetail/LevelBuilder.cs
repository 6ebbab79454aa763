using System.Collections.Immutable;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>Makes a mesh's levels of detail: half of the triangles, half of those, and so on.</summary>
internal static class LevelBuilder
{
    // Below this many triangles a level gains nothing.
    private const int FewTriangles = 500;
    private const int FewestTriangles = 60;
    private const int MostLevels = 7;

    // A level that leaves more than this part of the triangles is not worth its indices.
    private const double WorthWhile = 0.7;

    /// <summary>Makes the levels, full detail first; the same ones every time.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="poses">How a skin may move it.</param>
    public static ImmutableArray<LevelOfDetail> Build(MeshAsset mesh, TestPoses poses) => Build(mesh, poses, shapeOnly: false);

    /// <summary>Makes levels without regard to normals and UVs, full detail first: for the shadows of a mesh without holes.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="full">The mesh in full detail.</param>
    /// <param name="poses">How a skin may move it.</param>
    public static ImmutableArray<LevelOfDetail> BuildForShadows(MeshAsset mesh, LevelOfDetail full, TestPoses poses) =>
        HasFewTriangles(mesh) ? [full] : [full, .. Build(WeldedMesh.Of(mesh, poses), poses, shapeOnly: true).Skip(1)];

    /// <summary>A mesh as it is.</summary>
    public static LevelOfDetail FullDetail(MeshAsset mesh) => new([.. mesh.Primitives.Select(p => p.Indices)], default);

    private static ImmutableArray<LevelOfDetail> Build(MeshAsset mesh, TestPoses poses, bool shapeOnly)
    {
        var levels = ImmutableArray.CreateBuilder<LevelOfDetail>(MostLevels);
        levels.Add(FullDetail(mesh));
        if (HasFewTriangles(mesh)) return levels.DrainToImmutable();
        var surface = MeshSurface.Of(mesh, poses);
        var collapse = new EdgeCollapse(surface, shapeOnly);
        var measure = new LevelError(surface, shapeOnly);
        while (levels.Count < MostLevels && collapse.TriangleCount / 2 >= FewestTriangles)
        {
            var before = collapse.TriangleCount;
            collapse.Reduce(before / 2);
            if (collapse.TriangleCount > before * WorthWhile) break;
            var errors = measure.Measure(collapse.Triangles(), collapse);
            // A finer level that errs no less would never be chosen.
            while (levels.Count > 1 && LevelErrors.Max(levels[^1].Errors, errors) == levels[^1].Errors) levels.RemoveAt(levels.Count - 1);
            levels.Add(new LevelOfDetail(Lists(mesh, surface, collapse), LevelErrors.Max(levels[^1].Errors, errors)));
        }

        return levels.DrainToImmutable();
    }

    private static bool HasFewTriangles(MeshAsset mesh) => mesh.Primitives.Sum(p => p.TriangleCount) < FewTriangles;

    private static ImmutableArray<ReadOnlyMemory<uint>> Lists(MeshAsset mesh, MeshSurface surface, EdgeCollapse collapse)
    {
        var lists = mesh.Primitives.Select(p => p.TriangleCount > 0 ? new List<uint>() : null).ToArray();
        for (var t = 0; t < surface.TriangleCount; t++)
        {
            if (!collapse.IsLeft(t)) continue;
            var primitive = surface.PrimitiveOf[t];
            foreach (var vertex in collapse.Triangle(t)) lists[primitive]!.Add((uint)(vertex - surface.FirstVertex[primitive]));
        }

        return [.. lists.Select((list, p) => list is null ? mesh.Primitives[p].Indices : new ReadOnlyMemory<uint>([.. list]))];
    }
}
