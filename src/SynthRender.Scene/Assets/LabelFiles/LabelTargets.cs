using SynthRender.Assets.Gltf;
using SynthRender.Assets.Json;
using SynthRender.Labels;

namespace SynthRender.Assets.LabelFiles;

/// <summary>Finds the nodes, vertices and materials that labels speak of.</summary>
/// <param name="source">The model file.</param>
/// <param name="tree">Its nodes.</param>
/// <param name="meshes">Its meshes.</param>
/// <param name="context">The label document, for messages.</param>
internal sealed class LabelTargets(GltfSource source, NodeTree tree, MeshReader meshes, ShapeContext context)
{
    /// <summary>The asset node of a name.</summary>
    /// <exception cref="AssetException">No node has the name, or several do.</exception>
    public int Node(string name, JsonPath path)
    {
        var found = -1;
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            if (tree.Name(i) != name) continue;
            if (found >= 0) throw context.Fault(path, $"several nodes are called '{name}'; give the one that is meant a name of its own.");
            found = i;
        }

        return found >= 0 ? found : throw context.Fault(path,
            $"the model has no node '{name}'. Its nodes are {Listed(Enumerable.Range(0, tree.Nodes.Count).Select(tree.Name))}.");
    }

    /// <summary>A node and, where the file places its mesh several times, all its instances: what moves and shows together with it.</summary>
    public IEnumerable<int> WithInstances(int node) => tree.Nodes[node].Instance < 0 && tree.IsInstanced(tree.Nodes[node].Gltf)
        ? [node, .. tree.CarriersOf(tree.Nodes[node].Gltf)]
        : [node];

    /// <summary>The node that carries a mesh, by its own name or the mesh's, and a vertex of it by its index in the file.</summary>
    /// <exception cref="AssetException">There is no such mesh, primitive or vertex.</exception>
    public (int Node, KeypointVertex Vertex) Vertex(string mesh, int primitive, int vertex, JsonPath path)
    {
        var node = Carrier(mesh, path.Member("mesh"));
        var index = (int)GltfJson.Whole(source.Element("nodes", tree.Nodes[node].Gltf), "mesh");
        var primitives = source.Element("meshes", index).GetProperty("primitives");
        if (primitive >= primitives.GetArrayLength())
            throw context.Fault(path.Member("primitive"), $"found {primitive}, but the mesh has {primitives.GetArrayLength()} primitives.");
        var mapped = meshes.Read(index).Primitives[primitive];
        if (mapped < 0) throw context.Fault(path.Member("primitive"), $"primitive {primitive} has nothing to draw.");
        var positions = (int)GltfJson.Whole(primitives[primitive].GetProperty("attributes"), "POSITION");
        var count = GltfJson.Whole(source.Element("accessors", positions), "count");
        if (vertex >= count) throw context.Fault(path.Member("vertex"),
            $"found {vertex}, but the primitive has {count} vertices (0 to {count - 1}).");
        return meshes.VertexOf(index, primitive, vertex) is >= 0 and var read
            ? (node, new KeypointVertex(mapped, read))
            : throw context.Fault(path.Member("vertex"), $"nothing that is drawn uses vertex {vertex}; choose a vertex of a triangle.");
    }

    /// <summary>Names for a message: the first few.</summary>
    public static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "none" : all.Count <= 12 ? string.Join(", ", all) : $"{string.Join(", ", all.Take(12))} and {all.Count - 12} more";
    }

    private int Carrier(string name, JsonPath path)
    {
        var (byNode, byMesh) = (new List<int>(), new List<int>());
        var known = new List<string>();
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            var node = source.Element("nodes", tree.Nodes[i].Gltf);
            if (tree.Nodes[i].Hidden || !node.TryGetProperty("mesh", out _) || (tree.Nodes[i].Instance < 0 && tree.IsInstanced(tree.Nodes[i].Gltf))) continue;
            var mesh = source.Element("meshes", (int)GltfJson.Whole(node, "mesh"));
            known.Add(tree.Name(i));
            if (known[^1] == name) byNode.Add(i);
            if (mesh.TryGetProperty("name", out var text) && text.GetString() == name) byMesh.Add(i);
        }

        var found = byNode.Count > 0 ? byNode : byMesh;
        return found.Count switch
        {
            1 => found[0],
            0 => throw context.Fault(path,
                $"the model has no node with a mesh, and no mesh, called '{name}'. Nodes with a mesh are {Listed(known)}."),
            _ => throw context.Fault(path, $"{found.Count} nodes carry a mesh called '{name}'; name the node instead."),
        };
    }
}
