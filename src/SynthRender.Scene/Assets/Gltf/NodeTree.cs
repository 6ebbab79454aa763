using System.Numerics;
using System.Text.Json;
using SharpGLTF.Schema2;
using SynthRender.Graph;

namespace SynthRender.Assets.Gltf;

/// <summary>The nodes that a model consists of, parents before children, and where each glTF node went.</summary>
internal sealed class NodeTree
{
    private readonly GltfDocument _document;
    private readonly List<(int Gltf, int Parent, bool Hidden)> _nodes = [];
    private readonly int[] _index;

    private NodeTree(GltfDocument document)
    {
        _document = document;
        _index = new int[document.Root.LogicalNodes.Count];
        Array.Fill(_index, -1);
    }

    /// <summary>glTF index, parent in this list, and whether the node only serves as a joint because it is outside the scene.</summary>
    public IReadOnlyList<(int Gltf, int Parent, bool Hidden)> Nodes => _nodes;

    /// <summary>
    /// Collects the default scene (else scene 0, else all root nodes), and whatever joints its skins have outside of it.
    /// </summary>
    public static NodeTree Of(GltfDocument document)
    {
        var tree = new NodeTree(document);
        var json = document.Source.Json;
        var nodes = document.Source.Elements("nodes");
        var parent = new int[nodes.Length];
        Array.Fill(parent, -1);
        for (var i = 0; i < nodes.Length; i++)
            foreach (var child in GltfJson.Indices(nodes[i], "children")) parent[child] = i;
        var roots = json.TryGetProperty("scenes", out var scenes) && scenes.GetArrayLength() > 0
            ? GltfJson.Indices(scenes[(int)GltfJson.Whole(json, "scene")], "nodes")
            : [.. Enumerable.Range(0, nodes.Length).Where(i => parent[i] < 0)];
        foreach (var root in roots) tree.Add(root, nodes, hidden: false);
        tree.AddJointsOutsideScene(nodes, parent);
        return tree;
    }

    /// <summary>Index in the asset of a glTF node, −1 when it is not part of the model.</summary>
    public int IndexOf(int gltfNode) => _index[gltfNode];

    /// <summary>The node's name, or "nodes[i]".</summary>
    public string Name(int gltfNode) =>
        _document.Root.LogicalNodes[gltfNode].Name is { Length: > 0 } name ? name : $"nodes[{gltfNode}]";

    /// <summary>The node's rest transform.</summary>
    /// <exception cref="AssetException">It has a matrix that is no combination of scale, rotation and translation, or a rotation without length.</exception>
    public Graph.Transform Rest(int gltfNode)
    {
        var json = _document.Source.Element("nodes", gltfNode);
        var element = $"nodes[{gltfNode}]";
        if (json.TryGetProperty("matrix", out var matrix)) return Decompose(Numbers(matrix), $"{element}.matrix");
        var translation = json.TryGetProperty("translation", out var t) ? Numbers(t) : [0, 0, 0];
        var rotation = json.TryGetProperty("rotation", out var r) ? Numbers(r) : [0, 0, 0, 1];
        var scale = json.TryGetProperty("scale", out var s) ? Numbers(s) : [1, 1, 1];
        var quaternion = new Quaternion(rotation[0], rotation[1], rotation[2], rotation[3]);
        var length = quaternion.Length();
        if (!(length > 1e-6f) || !float.IsFinite(length))
            throw _document.Source.Fault($"{element}.rotation", $"found {quaternion}, expected a unit quaternion.");
        if (MathF.Abs(length - 1) > 0.02f)
            _document.Source.Warn($"{element}.rotation", $"has length {length}, expected 1; it is scaled to it.");
        return new Graph.Transform(
            new Vector3(translation[0], translation[1], translation[2]), Quaternion.Normalize(quaternion), new Vector3(scale[0], scale[1], scale[2]));
    }

    private Graph.Transform Decompose(float[] m, string element)
    {
        var matrix = new Matrix4x4(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9], m[10], m[11], m[12], m[13], m[14], m[15]);
        if (m[3] != 0 || m[7] != 0 || m[11] != 0 || m[15] != 1)
            throw _document.Source.Fault(element, $"found a fourth row of {m[3]}, {m[7]}, {m[11]}, {m[15]}, expected 0, 0, 0, 1.");
        if (Matrix4x4.Decompose(matrix, out var scale, out var rotation, out var translation))
        {
            var transform = new Graph.Transform(translation, Quaternion.Normalize(rotation), scale);
            // 1e-3 of the matrix' own size: matrices are written with few digits, and no more than that may be lost.
            var back = transform.ToMatrix() - matrix;
            var size = new Vector3(matrix.M11, matrix.M12, matrix.M13).Length() + new Vector3(matrix.M21, matrix.M22, matrix.M23).Length()
                + new Vector3(matrix.M31, matrix.M32, matrix.M33).Length();
            var lost = new Vector3(back.M11, back.M12, back.M13).Length() + new Vector3(back.M21, back.M22, back.M23).Length()
                + new Vector3(back.M31, back.M32, back.M33).Length();
            if (lost <= 1e-3f * size) return transform;
        }

        throw _document.Source.Fault(element,
            "is not made of a scale, a rotation and a translation (it shears), which glTF requires. "
            + "Apply the node's transform in the modelling program.");
    }

    private void Add(int root, JsonElement[] nodes, bool hidden)
    {
        var pending = new Stack<(int Node, int Parent)>([(root, -1)]);
        while (pending.TryPop(out var item))
        {
            _index[item.Node] = _nodes.Count;
            _nodes.Add((item.Node, item.Parent, hidden));
            var children = GltfJson.Indices(nodes[item.Node], "children");
            for (var i = children.Length - 1; i >= 0; i--) pending.Push((children[i], _index[item.Node]));
        }
    }

    private void AddJointsOutsideScene(JsonElement[] nodes, int[] parent)
    {
        for (var i = 0; i < _nodes.Count; i++)
        {
            var node = nodes[_nodes[i].Gltf];
            if (!node.TryGetProperty("skin", out _)) continue;
            var skin = GltfJson.Whole(node, "skin");
            foreach (var joint in GltfJson.Indices(_document.Source.Element("skins", (int)skin), "joints"))
            {
                if (_index[joint] >= 0) continue;
                var root = joint;
                while (parent[root] >= 0) root = parent[root];
                _document.Source.Warn($"skins[{skin}].joints", $"node {joint} is not in the scene; its tree is added without its meshes.");
                Add(root, nodes, hidden: true);
            }
        }
    }

    private static float[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(v => (float)v.GetDouble())];
}
