using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Walks the node graph before anything else does, so that a cycle or an endless chain cannot lead later stages astray.
/// </summary>
internal static class NodeTreeCheck
{
    private const int MaxDepth = 1000;

    /// <summary>Checks that the nodes form trees.</summary>
    /// <exception cref="AssetException">A node has two parents, is above itself, or lies too deep.</exception>
    public static void Check(GltfSource source)
    {
        if (!source.Json.TryGetProperty("nodes", out var nodes)) return;
        var children = new int[nodes.GetArrayLength()][];
        var parent = new int[children.Length];
        Array.Fill(parent, -1);
        var index = 0;
        foreach (var node in nodes.EnumerateArray()) children[index++] = GltfJson.Indices(node, "children");
        for (var i = 0; i < children.Length; i++)
            for (var c = 0; c < children[i].Length; c++)
            {
                var child = children[i][c];
                if (child == i) throw source.Fault($"nodes[{i}].children[{c}]", $"node {i} is its own child.");
                if (parent[child] >= 0)
                    throw source.Fault($"nodes[{i}].children[{c}]",
                        $"node {child} already is a child of nodes[{parent[child]}]; a node has one parent at most.");
                parent[child] = i;
            }

        CheckDepth(source, parent);
    }

    // Every node has one parent at most, so following parents either ends at a root or goes round a cycle.
    private static void CheckDepth(GltfSource source, int[] parent)
    {
        var depth = new int[parent.Length];
        var chain = new Stack<int>();
        for (var i = 0; i < parent.Length; i++)
        {
            var at = i;
            while (at >= 0 && depth[at] == 0)
            {
                depth[at] = -1;
                chain.Push(at);
                at = parent[at];
            }

            if (at >= 0 && depth[at] == -1)
                throw source.Fault($"nodes[{at}].children", $"node {at} is among its own descendants; the nodes must form a tree.");
            var above = at < 0 ? 0 : depth[at];
            while (chain.TryPop(out var node)) depth[node] = ++above;
            if (depth[i] > MaxDepth)
                throw source.Fault($"nodes[{i}]", $"lies {depth[i]} levels deep; at most {MaxDepth} are accepted.");
        }
    }
}
