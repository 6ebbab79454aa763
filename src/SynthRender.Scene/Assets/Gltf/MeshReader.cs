using System.Collections.Immutable;
using System.Text.Json;
using SharpGLTF.Schema2;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads meshes, and remembers where each of the file's meshes and primitives went.</summary>
/// <param name="document">The file.</param>
/// <param name="materials">The material slots.</param>
internal sealed class MeshReader(GltfDocument document, MaterialSlots materials)
{
    private readonly PrimitiveReader _primitives = new(document.Source, materials);
    private readonly LevelReader _levels = new(document);
    private readonly List<MeshAsset> _meshes = [];
    private readonly Dictionary<int, (int Mesh, int[] Primitives)> _read = [];
    private readonly Dictionary<(int Mesh, int Primitive), int[]> _vertexOfFile = [];

    /// <summary>The meshes read so far.</summary>
    public IReadOnlyList<MeshAsset> Meshes => _meshes;

    /// <summary>Reads a mesh once. Returns its index, −1 when it has nothing to draw, and for each primitive of the file its index or −1.</summary>
    /// <exception cref="AssetException">Its data are broken.</exception>
    public (int Mesh, int[] Primitives) Read(int index)
    {
        if (_read.TryGetValue(index, out var known)) return known;
        var mesh = document.Root.LogicalMeshes[index];
        var json = document.Source.Element("meshes", index).GetProperty("primitives").EnumerateArray().ToArray();
        var primitives = new List<PrimitiveAsset>();
        var map = new int[mesh.Primitives.Count];
        var targets = map.Length == 0 ? 0 : mesh.Primitives[0].MorphTargetsCount;
        for (var i = 0; i < map.Length; i++)
        {
            var element = $"meshes[{index}].primitives[{i}]";
            if (mesh.Primitives[i].MorphTargetsCount != targets)
                throw document.Source.Fault($"{element}.targets",
                    $"has {mesh.Primitives[i].MorphTargetsCount} targets, but the mesh's first primitive has {targets}.");
            map[i] = -1;
            if (_primitives.Read(mesh.Primitives[i], VariantMapping(json[i]), _levels.HasLevels(index), element) is not { } read) continue;
            map[i] = primitives.Count;
            primitives.Add(read.Primitive);
            if (read.VertexOfFile is not null) _vertexOfFile[(index, i)] = read.VertexOfFile;
        }

        if (map.Length == 0) document.Source.LeaveOut($"meshes[{index}].primitives", "is empty; the mesh is left out.");
        if (primitives.Count == 0) return _read[index] = (-1, map);
        var name = GltfJson.Name(document.Source.Element("meshes", index), $"meshes[{index}]");
        _meshes.Add(new MeshAsset(name, [.. primitives], TargetNames(index, targets)) { StoredLevels = _levels.Read(index, map, primitives) });
        return _read[index] = (_meshes.Count - 1, map);
    }

    /// <summary>Where a vertex of the file went in the primitive that was read from it; −1 when no triangle, line or point uses it and it was left out.</summary>
    public int VertexOf(int mesh, int primitive, int vertex) => _vertexOfFile.TryGetValue((mesh, primitive), out var map) ? map[vertex] : vertex;

    private ImmutableArray<string> TargetNames(int mesh, int count)
    {
        // Not in the specification, but what exporters agree on: mesh.extras.targetNames.
        var json = document.Source.Element("meshes", mesh);
        string[] names = json.TryGetProperty("extras", out var extras) && extras.ValueKind == JsonValueKind.Object
            && extras.TryGetProperty("targetNames", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.String ? n.GetString()! : "")]
            : [];
        return [.. Enumerable.Range(0, count).Select(i => i < names.Length && names[i].Length > 0 ? names[i] : $"targets[{i}]")];
    }

    private int[] VariantMapping(JsonElement primitive)
    {
        if (!primitive.TryGetProperty("extensions", out var extensions)
            || !extensions.TryGetProperty("KHR_materials_variants", out var extension)) return [];
        var mapping = new int[VariantReader.Names(document.Source).Length];
        Array.Fill(mapping, -1);
        foreach (var entry in extension.GetProperty("mappings").EnumerateArray())
            foreach (var variant in GltfJson.Indices(entry, "variants"))
                mapping[variant] = (int)GltfJson.Whole(entry, "material");
        return mapping;
    }
}
