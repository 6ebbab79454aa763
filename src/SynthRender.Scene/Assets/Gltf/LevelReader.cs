using System.Collections.Immutable;
using System.Text.Json;
using SharpGLTF.Schema2;
using SynthRender.Assets.Geometry;
using SynthRender.Assets.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads the levels of detail that a mesh keeps under `synthrender` in its extras; docs/levels.md says how they are written.</summary>
/// <param name="document">The file.</param>
internal sealed class LevelReader(GltfDocument document)
{
    private const string Key = "synthrender";

    private readonly ShapeContext _context = new(document.Source.File, document.Source.Json);
    private readonly AccessorReader _accessors = new(document.Source);

    /// <summary>The levels without full detail; null when the mesh has none of its own, or none that fit.</summary>
    /// <param name="mesh">Index of the mesh in the file.</param>
    /// <param name="map">For each of its primitives in the file, the index among those that were read, or −1.</param>
    /// <param name="primitives">Those that were read.</param>
    /// <exception cref="AssetException">The levels are broken.</exception>
    public ImmutableArray<LevelOfDetail>? Read(int mesh, int[] map, IReadOnlyList<PrimitiveAsset> primitives)
    {
        if (Stored(mesh) is not { } stored) return null;
        var path = JsonPath.Root.Member("meshes").Item(mesh).Member("extras").Member(Key);
        LevelSchema.Versioned.Check(stored, path, _context);
        if (GltfJson.Whole(stored, "version") == 1) return Outdated(stored, path);
        LevelSchema.Levels.Check(stored, path, _context);
        var gltf = document.Root.LogicalMeshes[mesh].Primitives;
        var levels = ImmutableArray.CreateBuilder<LevelOfDetail>();
        var before = new LevelOfDetail([.. primitives.Select(p => p.Indices)], default);
        foreach (var level in stored.GetProperty("levels").EnumerateArray())
            levels.Add(before = Level(level, path.Member("levels").Item(levels.Count), gltf, map, primitives, before));
        if (levels.Count == 0 || !IsSplit(gltf, map, primitives)) return levels.DrainToImmutable();
        document.Source.Warn($"{path}.levels",
            "do not fit: some vertices need several normals or tangents and are drawn as several; the levels are made anew. "
            + "Write such vertices several times, or write NORMAL and TANGENT.");
        return null;
    }

    /// <summary>Whether a mesh has levels of its own, which name its vertices by their places in the file.</summary>
    public bool HasLevels(int mesh) => Stored(mesh) is not null;

    private JsonElement? Stored(int mesh) => document.Source.Element("meshes", mesh).TryGetProperty("extras", out var extras)
        && extras.ValueKind == JsonValueKind.Object && extras.TryGetProperty(Key, out var stored) ? stored : null;

    private LevelOfDetail Level(
        JsonElement json, JsonPath path, IReadOnlyList<MeshPrimitive> gltf, int[] map, IReadOnlyList<PrimitiveAsset> primitives, LevelOfDetail before)
    {
        var accessors = GltfJson.Indices(json, "indices");
        if (accessors.Length != gltf.Count)
            throw _context.Fault(path.Member("indices"), $"found {accessors.Length} lists, expected one for each of the mesh's {gltf.Count} primitives.");
        var lists = new ReadOnlyMemory<uint>[primitives.Count];
        for (var i = 0; i < accessors.Length; i++)
            if (map[i] >= 0) lists[map[i]] = List(accessors[i], path.Member("indices").Item(i), gltf[i], before.Indices[map[i]].Length);
        var level = new LevelOfDetail([.. lists], new LevelErrors
        {
            SurfaceMetres = json.GetProperty("error_m").GetSingle(),
            Slip0Metres = json.GetProperty("slip_m")[0].GetSingle(),
            Slip1Metres = json.GetProperty("slip_m")[1].GetSingle(),
            ColorMetres = json.GetProperty("color_m").GetSingle(),
            AlphaMetres = json.GetProperty("alpha_m").GetSingle(),
            ReliefMetres = json.GetProperty("relief_m").GetSingle(),
            WeightShift = json.GetProperty("weight_shift").GetSingle(),
        });
        var told = GltfJson.Whole(json, "triangles");
        if (level.IndexCount != 3 * told)
            throw _context.Fault(path.Member("triangles"),
                $"found {told}, but the lists hold {level.IndexCount / 3}. Were accessors changed by a program that does not know these extras? Remove them then.");
        if (level.IndexCount >= before.IndexCount)
            throw _context.Fault(path.Member("triangles"), $"found {told}, expected fewer than the {before.IndexCount / 3} of the level before.");
        var (errors, least) = (level.Errors, before.Errors);
        NeverFalls(path.Member("error_m"), errors.SurfaceMetres, least.SurfaceMetres);
        NeverFalls(path.Member("slip_m").Item(0), errors.Slip0Metres, least.Slip0Metres);
        NeverFalls(path.Member("slip_m").Item(1), errors.Slip1Metres, least.Slip1Metres);
        NeverFalls(path.Member("color_m"), errors.ColorMetres, least.ColorMetres);
        NeverFalls(path.Member("alpha_m"), errors.AlphaMetres, least.AlphaMetres);
        NeverFalls(path.Member("relief_m"), errors.ReliefMetres, least.ReliefMetres);
        NeverFalls(path.Member("weight_shift"), errors.WeightShift, least.WeightShift);
        return level;
    }

    private uint[] List(int index, JsonPath path, MeshPrimitive primitive, int most)
    {
        var accessor = document.Root.LogicalAccessors[index];
        if (Topology.Kind(primitive.DrawPrimitiveType) != PrimitiveTopologyKind.Triangles)
            throw _context.Fault(path, $"belongs to a primitive of mode {primitive.DrawPrimitiveType}, expected triangles: only they have levels.");
        if (accessor.Count % 3 != 0) throw _context.Fault(path, $"accessors[{index}] holds {accessor.Count} indices, expected three for each triangle.");
        // Before anything is read: many levels may name one large accessor.
        if (accessor.Count > most)
            throw _context.Fault(path, $"accessors[{index}] holds {accessor.Count} indices, expected at most the {most} of the level before.");
        return _accessors.Indices(accessor, path.ToString(), primitive.GetVertexAccessor("POSITION").Count);
    }

    // Whether the reader had to give a vertex several normals or tangents: what the lists say of its triangles is too little then.
    private static bool IsSplit(IReadOnlyList<MeshPrimitive> gltf, int[] map, IReadOnlyList<PrimitiveAsset> primitives)
    {
        for (var i = 0; i < map.Length; i++)
            if (map[i] >= 0 && primitives[map[i]].VertexCount != gltf[i].GetVertexAccessor("POSITION").Count) return true;
        return false;
    }

    private void NeverFalls(JsonPath path, float value, float before)
    {
        if (value < before) throw _context.Fault(path, FormattableString.Invariant($"found {value}, expected at least the {before} of the level before."));
    }

    private ImmutableArray<LevelOfDetail>? Outdated(JsonElement stored, JsonPath path)
    {
        LevelSchema.FirstLevels.Check(stored, path, _context);
        // An empty list says that nothing coarser is worth it, which holds whatever is measured.
        if (stored.GetProperty("levels").GetArrayLength() == 0) return [];
        document.Source.Warn($"{path}.version",
            "is 1, whose levels say nothing of colours, normals and joints; the levels are made anew. Make the file again (docs/levels.md), or remove the extras.");
        return null;
    }
}
