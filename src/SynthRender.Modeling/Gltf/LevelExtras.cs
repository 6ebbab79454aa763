using System.Text.Json.Nodes;
using SharpGLTF.Schema2;
using SynthRender.Assets;

namespace SynthRender.Modeling.Gltf;

/// <summary>Writes a mesh's levels of detail: index lists as accessors, and where they are as the "synthrender" object of the mesh' extras.</summary>
internal static class LevelExtras
{
    // docs/levels.md.
    private const int Version = 2;

    public static void Add(Mesh mesh, IReadOnlyList<LevelOfDetail> levels)
    {
        var extras = mesh.Extras as JsonObject ?? [];
        extras["synthrender"] = new JsonObject
        {
            ["version"] = Version,
            ["levels"] = new JsonArray([.. levels.Select(level => Level(mesh, level))]),
        };
        mesh.Extras = extras;
    }

    private static JsonObject Level(Mesh mesh, LevelOfDetail level) => new()
    {
        ["triangles"] = level.IndexCount / 3,
        ["error_m"] = level.Errors.SurfaceMetres,
        ["slip_m"] = new JsonArray(level.Errors.Slip0Metres, level.Errors.Slip1Metres),
        ["color_m"] = level.Errors.ColorMetres,
        ["alpha_m"] = level.Errors.AlphaMetres,
        ["relief_m"] = level.Errors.ReliefMetres,
        ["weight_shift"] = level.Errors.WeightShift,
        ["indices"] = new JsonArray([.. level.Indices.Select((list, p) => (JsonNode)List(mesh, list, p))]),
    };

    private static int List(Mesh mesh, ReadOnlyMemory<uint> list, int primitive) => Accessors.Indices(
        mesh.LogicalParent, [.. list.ToArray().Select(i => (int)i)], mesh.Primitives[primitive].GetVertexAccessor("POSITION").Count).LogicalIndex;
}
