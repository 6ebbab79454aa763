using System.Globalization;

namespace SynthRender.Assets.Gltf;

/// <summary>Refuses a scene that shows far more than can be drawn: a small file may show one large mesh thousands of times.</summary>
internal static class DrawnSizeCheck
{
    // A frame of so many takes minutes, and every reader of the model walks over all of them.
    private const long MostTriangles = 300_000_000;

    private const int FirstTriangleMode = 4;

    /// <summary>Counts what the nodes show, by the file's own numbers.</summary>
    /// <exception cref="AssetException">It is too much.</exception>
    public static void Check(GltfSource source, NodeTree tree)
    {
        var perMesh = new long[source.Elements("meshes").Length];
        for (var m = 0; m < perMesh.Length; m++)
            foreach (var primitive in source.Element("meshes", m).GetProperty("primitives").EnumerateArray())
                perMesh[m] += Triangles(source, primitive);
        var (sum, shown) = (0L, 0);
        foreach (var node in tree.Nodes)
        {
            if (node.Hidden || (node.Instance < 0 && tree.IsInstanced(node.Gltf)) || !source.Element("nodes", node.Gltf).TryGetProperty("mesh", out var mesh)) continue;
            // Each term is below 2³¹ times the primitives of a mesh, and there are at most a million nodes.
            sum += perMesh[(int)mesh.GetDouble()];
            shown++;
        }

        if (sum > MostTriangles)
            throw source.Fault("scene", string.Create(CultureInfo.InvariantCulture,
                $"its {shown} nodes and instances with a mesh show {sum:N0} triangles in all, at most {MostTriangles:N0} are accepted. Use a simpler mesh, or show it less often."));
    }

    private static long Triangles(GltfSource source, System.Text.Json.JsonElement primitive)
    {
        var mode = GltfJson.Whole(primitive, "mode", FirstTriangleMode);
        var counted = primitive.TryGetProperty("indices", out var indices) ? indices
            : primitive.GetProperty("attributes").TryGetProperty("POSITION", out var positions) ? positions : default;
        if (mode < FirstTriangleMode || counted.ValueKind == System.Text.Json.JsonValueKind.Undefined) return 0;
        var count = GltfJson.Whole(source.Element("accessors", (int)counted.GetDouble()), "count");
        return mode == FirstTriangleMode ? count / 3 : Math.Max(0, count - 2);
    }
}
