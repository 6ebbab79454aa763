using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;
using SynthRender.Frames;

namespace SynthRender.Export;

/// <summary>The meshes of a frame's models, as they are posed in the world. Tangents are left to the reader, which finds them as glTF prescribes.</summary>
internal sealed class GlbMeshes(GlbBuffer buffer, GlbMaterials materials)
{
    public JsonArray Meshes { get; } = [];

    /// <summary>Adds the mesh of an asset's node and returns its index.</summary>
    public int Add(FrameModel model, PosedGeometry posed, int node)
    {
        var mesh = model.Asset.Meshes[model.Asset.Nodes[node].Mesh];
        var primitives = new JsonArray();
        for (var i = 0; i < mesh.Primitives.Length; i++) primitives.Add(Primitive(model, posed, node, i));
        Meshes.Add(new JsonObject { ["name"] = mesh.Name, ["primitives"] = primitives });
        return Meshes.Count - 1;
    }

    private JsonObject Primitive(FrameModel model, PosedGeometry posed, int node, int index)
    {
        var primitive = model.Asset.Meshes[model.Asset.Nodes[node].Mesh].Primitives[index];
        var vectors = new Vector3[primitive.VertexCount];
        posed.Positions(node, index, vectors);
        var attributes = new JsonObject { ["POSITION"] = buffer.Positions(vectors) };
        if (primitive.Normals.Length > 0)
        {
            posed.Normals(node, index, vectors);
            attributes["NORMAL"] = buffer.Vectors(vectors);
        }

        if (primitive.TexCoords0.Length > 0) attributes["TEXCOORD_0"] = buffer.Pairs(primitive.TexCoords0.Span);
        if (primitive.TexCoords1.Length > 0) attributes["TEXCOORD_1"] = buffer.Pairs(primitive.TexCoords1.Span);
        if (primitive.Colors.Length > 0) attributes["COLOR_0"] = buffer.Colors(primitive.Colors.Span);
        var indices = primitive.Indices.ToArray();
        for (var i = 0; primitive.Topology == PrimitiveTopologyKind.Triangles && i + 2 < indices.Length; i += 3)
            if (posed.IsMirrored(node, index, (int)indices[i])) (indices[i], indices[i + 1]) = (indices[i + 1], indices[i]);
        return new JsonObject
        {
            ["attributes"] = attributes,
            ["indices"] = buffer.Indices(indices),
            ["material"] = materials.Add(model.Materials[primitive.Material]),
            ["mode"] = primitive.Topology switch
            {
                PrimitiveTopologyKind.Points => 0,
                PrimitiveTopologyKind.Lines => 1,
                _ => 4,
            },
        };
    }
}
