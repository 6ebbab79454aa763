using System.Numerics;
using System.Text.Json;
using SynthRender.Graph;

namespace SynthRender.Assets.Gltf;

/// <summary>The nodes that a model consists of, parents before children, and where each glTF node went.</summary>
internal sealed class NodeTree
{
    // Each takes some hundred bytes in the model and again in every frame that shows it.
    private const int MostNodes = 1 << 20;

    private readonly GltfDocument _document;
    private readonly InstanceReader _instances;
    private readonly List<TreeNode> _nodes = [];
    private readonly int[] _index;

    private NodeTree(GltfDocument document)
    {
        _document = document;
        _instances = new InstanceReader(document);
        _index = new int[document.Source.Elements("nodes").Length];
        Array.Fill(_index, -1);
    }

    /// <summary>The nodes; the instances of one (EXT_mesh_gpu_instancing) follow it and are its children.</summary>
    public IReadOnlyList<TreeNode> Nodes => _nodes;

    /// <summary>
    /// Collects the default scene (else scene 0, else all root nodes), and whatever joints its skins have outside of it.
    /// </summary>
    /// <exception cref="AssetException">Instances are broken, or there are too many nodes.</exception>
    public static NodeTree Of(GltfDocument document)
    {
        var tree = new NodeTree(document);
        var nodes = document.Source.Elements("nodes");
        var parent = new int[nodes.Length];
        Array.Fill(parent, -1);
        for (var i = 0; i < nodes.Length; i++)
            foreach (var child in GltfJson.Indices(nodes[i], "children")) parent[child] = i;
        foreach (var root in SceneRoots.Of(document.Source, parent)) tree.Add(root, nodes, hidden: false);
        tree.AddJointsOutsideScene(nodes, parent);
        return tree;
    }

    /// <summary>Index in the asset of a glTF node, −1 when it is not part of the model.</summary>
    public int IndexOf(int gltfNode) => _index[gltfNode];

    /// <summary>Whether a glTF node shows its mesh by its instances, not in its own place.</summary>
    public bool IsInstanced(int gltfNode) => _instances.Read(gltfNode).Length > 0;

    /// <summary>Indices in the asset of the nodes that carry the mesh of a glTF node of the model: itself, or its instances.</summary>
    public IReadOnlyList<int> CarriersOf(int gltfNode)
    {
        var first = _index[gltfNode] + 1;
        var carriers = new List<int>();
        for (var i = first; i < _nodes.Count && _nodes[i].Instance >= 0 && _nodes[i].Gltf == gltfNode; i++) carriers.Add(i);
        return carriers.Count > 0 ? carriers : [_index[gltfNode]];
    }

    /// <summary>The name of a node of the model: the file's, or "nodes[i]"; instances have their number behind it.</summary>
    public string Name(int node)
    {
        var name = GltfJson.Name(_document.Source.Element("nodes", _nodes[node].Gltf), $"nodes[{_nodes[node].Gltf}]");
        return _nodes[node].Instance < 0 ? name : $"{name}[{_nodes[node].Instance}]";
    }

    /// <summary>The rest transform of a node of the model.</summary>
    /// <exception cref="AssetException">It has a matrix that is no combination of scale, rotation and translation, or a rotation without length.</exception>
    public Graph.Transform Rest(int node)
    {
        var gltfNode = _nodes[node].Gltf;
        if (_nodes[node].Instance >= 0) return _instances.Read(gltfNode)[_nodes[node].Instance];
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
            // A tree that is added for its joints may hold a branch that the scene shows by itself.
            if (_index[item.Node] >= 0) continue;
            var instances = hidden ? 0 : _instances.Read(item.Node).Length;
            if (_nodes.Count + 1L + instances > MostNodes)
                throw _document.Source.Fault($"nodes[{item.Node}]", $"with it the scene has {_nodes.Count + 1L + instances} nodes and instances, at most {MostNodes} are accepted.");
            var index = _index[item.Node] = _nodes.Count;
            _nodes.Add(new TreeNode(item.Node, item.Parent, hidden, -1));
            for (var i = 0; i < instances; i++) _nodes.Add(new TreeNode(item.Node, index, hidden, i));
            var children = GltfJson.Indices(nodes[item.Node], "children");
            for (var i = children.Length - 1; i >= 0; i--) pending.Push((children[i], index));
        }
    }

    private void AddJointsOutsideScene(JsonElement[] nodes, int[] parent)
    {
        for (var i = 0; i < _nodes.Count; i++)
        {
            var node = nodes[_nodes[i].Gltf];
            if (_nodes[i].Instance >= 0 || !node.TryGetProperty("skin", out _)) continue;
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
