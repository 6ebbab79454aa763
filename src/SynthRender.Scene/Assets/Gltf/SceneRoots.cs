namespace SynthRender.Assets.Gltf;

/// <summary>Which nodes a file shows. A scene should list root nodes, each once; what it means otherwise is plain, so it is noted and drawn.</summary>
internal static class SceneRoots
{
    /// <summary>The roots of the default scene, else of scene 0, else all roots; in the scene's order, none of them below another.</summary>
    /// <param name="source">The file.</param>
    /// <param name="parent">Each node's parent, −1 for roots; there are no cycles.</param>
    public static List<int> Of(GltfSource source, int[] parent)
    {
        var scenes = source.Elements("scenes");
        if (scenes.Length == 0) return [.. Enumerable.Range(0, parent.Length).Where(i => parent[i] < 0)];
        var scene = (int)GltfJson.Whole(source.Json, "scene");
        var listed = GltfJson.Indices(scenes[scene], "nodes");
        var all = listed.ToHashSet();
        var seen = new HashSet<int>();
        var roots = new List<int>();
        for (var i = 0; i < listed.Length; i++)
        {
            var (node, element) = (listed[i], $"scenes[{scene}].nodes[{i}]");
            if (!seen.Add(node))
            {
                source.Warn(element, $"node {node} is listed twice; it is drawn once.");
                continue;
            }

            if (parent[node] < 0)
            {
                roots.Add(node);
            }
            else if (IsBelowAny(node, parent, all))
            {
                source.Warn(element, $"node {node} is a child of nodes[{parent[node]}], which the scene shows too; it is drawn once, in its parent.");
            }
            else
            {
                source.LeaveOut(element, $"node {node} is a child of nodes[{parent[node]}], which the scene does not show; it is drawn without its parent's transform.");
                roots.Add(node);
            }
        }

        return roots;
    }

    private static bool IsBelowAny(int node, int[] parent, HashSet<int> nodes)
    {
        for (var above = parent[node]; above >= 0; above = parent[above])
            if (nodes.Contains(above)) return true;
        return false;
    }
}
