using System.Numerics;
using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads EXT_mesh_gpu_instancing: where a node shows its mesh, in the node's own frame.</summary>
/// <param name="document">The file.</param>
internal sealed class InstanceReader(GltfDocument document)
{
    private const string Extension = "EXT_mesh_gpu_instancing";

    private readonly AccessorReader _accessors = new(document.Source);
    private readonly Dictionary<int, Graph.Transform[]> _read = [];

    /// <summary>One transform for each instance; empty for a node that shows its mesh once, in its own place.</summary>
    /// <param name="node">Index of the glTF node.</param>
    /// <exception cref="AssetException">The attributes have different lengths, or are not what they should be.</exception>
    public Graph.Transform[] Read(int node)
    {
        if (_read.TryGetValue(node, out var known)) return known;
        return _read[node] = ReadNode(document.Source.Element("nodes", node), $"nodes[{node}]");
    }

    private Graph.Transform[] ReadNode(JsonElement json, string element)
    {
        if (!json.TryGetProperty("extensions", out var extensions) || !extensions.TryGetProperty(Extension, out var extension)) return [];
        var attributes = extension.GetProperty("attributes");
        var path = $"{element}.extensions.{Extension}.attributes";
        var count = Count(attributes, path);
        if (count == 0) return [];
        if (!json.TryGetProperty("mesh", out _))
        {
            document.Source.LeaveOut(path, "places a mesh, but the node has none.");
            return [];
        }

        if (json.TryGetProperty("skin", out _))
        {
            document.Source.LeaveOut(path, $"places a mesh whose skin puts it where its joints are, not where the node is; of {count} instances that coincide one is drawn.");
            return [];
        }

        document.Source.Budget.Spend(path, count, 40);
        var translations = attributes.TryGetProperty("TRANSLATION", out var t) ? _accessors.Vector3s(Accessor(t), $"{path}.TRANSLATION") : null;
        var rotations = attributes.TryGetProperty("ROTATION", out var r) ? _accessors.Vector4s(Accessor(r), $"{path}.ROTATION") : null;
        var scales = attributes.TryGetProperty("SCALE", out var s) ? _accessors.Vector3s(Accessor(s), $"{path}.SCALE") : null;
        var instances = new Graph.Transform[count];
        for (var i = 0; i < instances.Length; i++)
            instances[i] = new Graph.Transform(
                translations?[i] ?? Vector3.Zero, rotations is null ? Quaternion.Identity : Rotation(rotations[i], i, $"{path}.ROTATION"), scales?[i] ?? Vector3.One);
        return instances;
    }

    private long Count(JsonElement attributes, string path)
    {
        var (count, first) = (0L, "");
        foreach (var attribute in attributes.EnumerateObject())
        {
            var here = GltfJson.Whole(document.Source.Element("accessors", (int)attribute.Value.GetDouble()), "count");
            if (first.Length > 0 && here != count)
                throw document.Source.Fault($"{path}.{attribute.Name}", $"has {here} elements, but {first} has {count}.");
            (count, first) = (here, attribute.Name);
            if (attribute.Name is not ("TRANSLATION" or "ROTATION" or "SCALE") && !attribute.Name.StartsWith('_'))
                document.Source.LeaveOut($"{path}.{attribute.Name}", "is not read; known are TRANSLATION, ROTATION and SCALE.");
        }

        return count;
    }

    private Quaternion Rotation(Vector4 value, int index, string element)
    {
        var rotation = new Quaternion(value.X, value.Y, value.Z, value.W);
        return rotation.Length() > 1e-6f
            ? Quaternion.Normalize(rotation)
            : throw document.Source.Fault(element, $"element {index} is {rotation}, expected a unit quaternion.");
    }

    private SharpGLTF.Schema2.Accessor Accessor(JsonElement index) => document.Root.LogicalAccessors[(int)index.GetDouble()];
}
