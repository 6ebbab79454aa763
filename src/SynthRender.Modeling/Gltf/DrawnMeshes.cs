using SynthRender.Assets;

namespace SynthRender.Modeling.Gltf;

/// <summary>What a reader makes of a file's meshes: vertices that it splits, where the mapping of the texture turns over, and levels of detail.</summary>
internal sealed class DrawnMeshes
{
    private readonly ModelAsset _model;

    private DrawnMeshes(ModelAsset model) => _model = model;

    /// <summary>Reads a file that has no levels of detail yet.</summary>
    public static DrawnMeshes Of(string name, byte[] glb) => new(GltfLoader.Load(name, glb));

    /// <summary>A mesh's levels of detail, without full detail.</summary>
    public IReadOnlyList<LevelOfDetail> Levels(string mesh) => [.. _model.DetailOf(IndexOf(mesh)).Levels.Skip(1)];

    /// <summary>A primitive's indices after the split, and which of its vertices were split: their copies come behind all others, in this order.</summary>
    /// <param name="mesh">The mesh' name.</param>
    /// <param name="primitive">The primitive's index in it.</param>
    /// <param name="indices">As the file has them.</param>
    /// <param name="vertices">Vertices in the file.</param>
    public (IReadOnlyList<int> Indices, int[] Copies) Split(string mesh, int primitive, IReadOnlyList<int> indices, int vertices)
    {
        var drawn = _model.Meshes[IndexOf(mesh)].Primitives[primitive];
        var copies = new int[drawn.VertexCount - vertices];
        int[] split = [.. drawn.Indices.ToArray().Select(i => (int)i)];
        for (var i = 0; i < split.Length; i++)
            if (split[i] >= vertices)
                copies[split[i] - vertices] = indices[i];
        return (split, copies);
    }

    private int IndexOf(string mesh) => Enumerable.Range(0, _model.Meshes.Length).Single(m => _model.Meshes[m].Name == mesh);
}
