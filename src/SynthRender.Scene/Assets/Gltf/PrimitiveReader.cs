using System.Collections.Immutable;
using System.Numerics;
using SharpGLTF.Schema2;
using SynthRender.Assets.Geometry;
using SynthRender.Graph;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Turns glTF primitives into vertices and index lists, and makes what a file leaves out. Primitives that say the same share their
/// arrays; one that uses fewer than half of the vertices that it names keeps only those.
/// </summary>
/// <param name="source">For messages.</param>
/// <param name="materials">The material slots.</param>
internal sealed class PrimitiveReader(GltfSource source, MaterialSlots materials)
{
    private readonly AccessorReader _accessors = new(source);
    private readonly VertexReader _vertices = new(source);
    private readonly Dictionary<(string Vertices, int Indices, PrimitiveType Mode, int NormalUvs, bool Whole), PrimitiveGeometry?> _read = [];

    /// <summary>Reads a primitive; null when there is nothing in it to draw.</summary>
    /// <param name="primitive">SharpGLTF's primitive.</param>
    /// <param name="variants">Its material under each variant, −1 for its own; empty when no variant changes it.</param>
    /// <param name="whole">True keeps every vertex of the file, because lists other than its indices name them.</param>
    /// <param name="element">For messages.</param>
    /// <returns>The primitive, and where each vertex of the file went (−1 nowhere); null where they kept their places.</returns>
    /// <exception cref="AssetException">Its data are broken.</exception>
    public (PrimitiveAsset Primitive, int[]? VertexOfFile)? Read(MeshPrimitive primitive, int[] variants, bool whole, string element)
    {
        if (primitive.GetVertexAccessor("POSITION") is null)
        {
            source.LeaveOut($"{element}.attributes", "has no POSITION; the primitive is left out.");
            return null;
        }

        var material = materials.Mapped(primitive.Material?.LogicalIndex ?? materials.Default, variants);
        var sets = Sets(primitive, variants, element);
        var normalUvs = materials[material].NormalTexture?.TexCoord ?? 0;
        var key = (VertexReader.Key(primitive, sets), primitive.IndexAccessor?.LogicalIndex ?? -1, primitive.DrawPrimitiveType, normalUvs, whole);
        if (!_read.TryGetValue(key, out var geometry)) _read[key] = geometry = ReadNew(primitive, sets, normalUvs, whole, element);
        else if (geometry is not null) SpendAgain(geometry, element);
        return geometry is null ? null : (Build(geometry, geometry.HasNoNormals ? materials.Unlit(material) : material), geometry.VertexOfFile);
    }

    // The arrays are shared, but the renderer lays those of each primitive into its buffers by themselves.
    private void SpendAgain(PrimitiveGeometry geometry, string element)
    {
        source.Budget.Spend(element, geometry.Indices.Length, sizeof(uint));
        source.Budget.Spend(element, geometry.Vertices.Positions.Length, geometry.Vertices.BytesPerVertex);
    }

    private UvSets Sets(MeshPrimitive primitive, int[] variants, string element)
    {
        var sets = materials.UvSetsOf(primitive.Material?.LogicalIndex);
        foreach (var variant in variants)
            if (variant >= 0 && !materials.UvSetsOf(variant).Fits(ref sets))
                source.LeaveOut($"{element}.extensions.KHR_materials_variants",
                    $"materials[{variant}] shows other UV sets than the primitive's other materials; two are read of a primitive, and its textures lie wrong.");
        foreach (var set in sets.Shown)
            if (primitive.GetVertexAccessor($"TEXCOORD_{set}") is null)
                source.LeaveOut($"{element}.attributes", $"has no TEXCOORD_{set}, which its material shows; the texture's corner is shown all over.");
        return sets;
    }

    private PrimitiveGeometry? ReadNew(MeshPrimitive primitive, UvSets sets, int normalUvs, bool whole, string element)
    {
        var count = primitive.GetVertexAccessor("POSITION").Count;
        var indices = Indices(primitive, count, element);
        var topology = Topology.Kind(primitive.DrawPrimitiveType);
        source.Budget.Spend($"{element}.indices", 3L * indices.Length, sizeof(uint));
        var list = Topology.ToList(primitive.DrawPrimitiveType, indices);
        if (list.Length == 0)
        {
            source.LeaveOut(element, $"{indices.Length} indices make no {topology.ToString().ToLowerInvariant()}; the primitive is left out.");
            return null;
        }

        if (list.Length < indices.Length && primitive.DrawPrimitiveType is PrimitiveType.TRIANGLES or PrimitiveType.LINES)
            source.Warn(element,
                $"{indices.Length} indices do not make whole {topology.ToString().ToLowerInvariant()}; the last {indices.Length - list.Length} are ignored.");
        var vertices = _vertices.Read(primitive, sets, element);
        int[]? vertexOfFile = null;
        if (!whole && UsedVertices(list, count) is var used && 2 * used.Length < count)
        {
            vertices = vertices.Gather(used, source.Budget, element);
            vertexOfFile = new int[count];
            Array.Fill(vertexOfFile, -1);
            for (var i = 0; i < used.Length; i++) vertexOfFile[used[i]] = i;
            list = [.. list.Select(i => (uint)vertexOfFile[i])];
        }

        var hasNoNormals = topology != PrimitiveTopologyKind.Triangles && vertices.Normals.Length == 0;
        vertices = topology == PrimitiveTopologyKind.Triangles ? Complete(vertices, ref list, normalUvs, element) : Lit(vertices);
        return new PrimitiveGeometry(vertices, list, topology, vertexOfFile, hasNoNormals);
    }

    private uint[] Indices(MeshPrimitive primitive, int count, string element)
    {
        if (primitive.IndexAccessor is { } accessor) return _accessors.Indices(accessor, $"{element}.indices", count);
        source.Budget.Spend($"{element}.attributes.POSITION", count, sizeof(uint));
        return [.. Enumerable.Range(0, count).Select(i => (uint)i)];
    }

    private static int[] UsedVertices(uint[] indices, int count)
    {
        var used = new bool[count];
        foreach (var index in indices) used[index] = true;
        return [.. Enumerable.Range(0, count).Where(i => used[i])];
    }

    private VertexData Complete(VertexData vertices, ref uint[] indices, int normalUvs, string element)
    {
        if (vertices.Normals.Length == 0)
        {
            // glTF: without normals the shading is flat, and the file's tangents mean nothing.
            vertices = vertices with { Tangents = [] };
            vertices = Split(vertices, indices, FlatNormals.Corners(vertices.Positions, indices), Vector3.UnitZ, element, out var normals) with { Normals = normals };
        }
        else
        {
            vertices = RepairNormals(vertices, indices, element);
        }

        vertices = vertices with { TangentTexCoord = normalUvs == 1 && vertices.TexCoords1.Length > 0 ? 1 : 0 };
        if (vertices.Tangents.Length > 0 || vertices.TexCoords0.Length == 0) return vertices;
        var uv = vertices.TangentTexCoord == 1 ? vertices.TexCoords1 : vertices.TexCoords0;
        var corners = TangentSpace.Corners(vertices.Positions, vertices.Normals, uv, indices);
        return Split(vertices, indices, corners, new Vector4(1, 0, 0, 1), element, out var tangents) with { Tangents = tangents };
    }

    private VertexData Split<T>(VertexData vertices, uint[] indices, T[] corners, T unused, string element, out T[] values)
        where T : struct, IEquatable<T>
    {
        var origin = CornerSplit.Split(indices, vertices.Positions.Length, corners, unused, out values);
        return origin.Length > vertices.Positions.Length ? vertices.Gather(origin, source.Budget, element) : vertices;
    }

    private VertexData RepairNormals(VertexData vertices, uint[] indices, string element)
    {
        var (bad, first) = (0, -1);
        for (var i = 0; i < vertices.Normals.Length; i++)
        {
            if (vertices.Normals[i].LengthSquared() > 0) continue;
            if (bad++ == 0) first = i;
        }

        if (bad == 0) return vertices;
        source.Warn($"{element}.attributes.NORMAL",
            $"{bad} normals have no length (the first at vertex {first}); they are computed from the triangles.");
        source.Budget.Spend(element, vertices.Normals.Length, 12);
        var smooth = FlatNormals.Smooth(vertices.Positions, indices);
        return vertices with { Normals = [.. vertices.Normals.Select((normal, i) => normal.LengthSquared() > 0 ? normal : smooth[i])] };
    }

    // Lines and points without normals are shown without light, as glTF asks; the renderer wants normals all the same.
    private static VertexData Lit(VertexData vertices)
    {
        if (vertices.Normals.Length > 0) return vertices with { Tangents = [], Normals = [.. vertices.Normals.Select(FlatNormals.Unit)] };
        var normals = new Vector3[vertices.Positions.Length];
        Array.Fill(normals, Vector3.UnitZ);
        return vertices with { Tangents = [], Normals = normals };
    }

    private static PrimitiveAsset Build(PrimitiveGeometry geometry, int material)
    {
        var vertices = geometry.Vertices;
        return new PrimitiveAsset
        {
            Topology = geometry.Topology,
            Material = material,
            Positions = vertices.Positions,
            Normals = vertices.Normals,
            Tangents = vertices.Tangents,
            TangentTexCoord = vertices.TangentTexCoord,
            TexCoords0 = vertices.TexCoords0,
            TexCoords1 = vertices.TexCoords1,
            Colors = vertices.Colors,
            Joints = vertices.Joints,
            Weights = vertices.Weights,
            InfluencesPerVertex = vertices.Influences,
            Indices = geometry.Indices,
            MorphTargets = geometry.Targets,
            Bounds = geometry.Bounds,
        };
    }

    // What a primitive draws, whatever its material.
    private sealed class PrimitiveGeometry
    {
        public PrimitiveGeometry(VertexData vertices, uint[] indices, PrimitiveTopologyKind topology, int[]? vertexOfFile, bool hasNoNormals)
        {
            (Vertices, Indices, Topology, VertexOfFile, HasNoNormals) = (vertices, indices, topology, vertexOfFile, hasNoNormals);
            Targets = [.. vertices.Targets.Select(t => new MorphTarget(t.Positions, t.Normals, t.Tangents))];
            Bounds = BoundingBox.Empty;
            foreach (var position in vertices.Positions) Bounds = Bounds.Include(position);
        }

        public VertexData Vertices { get; }

        public uint[] Indices { get; }

        public PrimitiveTopologyKind Topology { get; }

        public int[]? VertexOfFile { get; }

        public bool HasNoNormals { get; }

        public ImmutableArray<MorphTarget> Targets { get; }

        public BoundingBox Bounds { get; }
    }
}
