using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using SynthRender.Assets.Json;
using SynthRender.Labels;

namespace SynthRender.Assets.LabelFiles;

/// <summary>Turns a `synthrender` object into <see cref="ModelLabels"/>.</summary>
/// <param name="labels">The object and its document.</param>
/// <param name="targets">What it may speak of.</param>
internal sealed class LabelReader(LabelSource labels, LabelTargets targets)
{
    private readonly ShapeContext _context = labels.Context;

    /// <summary>Reads everything but the variants.</summary>
    /// <exception cref="AssetException">A member is unknown, is not what it should be, or names what the model does not have.</exception>
    public ModelLabels Read()
    {
        var (json, path) = (labels.Value, labels.Path);
        LabelSchema.Labels.Check(json, path, _context);
        var keypoints = Keypoints(json, path.Member("keypoints"));
        var names = keypoints.Select(k => k.Name).ToList();
        var edges = Pairs(json, path, "skeleton", names);
        var mirrored = Pairs(json, path, "symmetric_pairs", names);
        var paired = new HashSet<int>();
        for (var i = 0; i < mirrored.Length; i++)
            if (!paired.Add(mirrored[i].From) || !paired.Add(mirrored[i].To))
                throw _context.Fault(path.Member("symmetric_pairs").Item(i), "a keypoint is in one pair at most.");
        return new ModelLabels
        {
            Category = json.GetProperty("category").GetString()!,
            Supercategory = json.TryGetProperty("supercategory", out var group) ? group.GetString()! : "",
            SizeMetres = json.TryGetProperty("size_m", out var size) ? Triple(size) : null,
            Keypoints = keypoints,
            Template = keypoints.Length == 0 ? null : new KeypointTemplate([.. names], edges, mirrored),
            Joints = [.. Each(json, path, "joints").Select(j => Joint(j.Value, j.Path)).Select(Unique<JointLimit, int>(j => j.Node, path.Member("joints"), "node"))],
            Parts = [.. Each(json, path, "parts").Select(p => Part(p.Value, p.Path)).Select(Unique<ModelPart, string>(p => p.Name, path.Member("parts"), "name"))],
            Symmetries = Symmetries(json, path.Member("symmetries")),
        };
    }

    private ImmutableArray<KeypointBinding> Keypoints(JsonElement json, JsonPath path)
    {
        var unique = Unique<KeypointBinding, string>(k => k.Name, path, "name");
        return [.. Each(json, labels.Path, "keypoints").Select(k => Keypoint(k.Value, k.Path)).Select(unique)];
    }

    private KeypointBinding Keypoint(JsonElement json, JsonPath path)
    {
        var name = json.GetProperty("name").GetString()!;
        var depth = json.TryGetProperty("self_occlusion_m", out var d) ? (float)d.GetDouble() : KeypointBinding.DefaultSelfOcclusionDistance;
        if (json.TryGetProperty("node", out var node))
        {
            foreach (var member in (string[])["mesh", "primitive", "vertex"])
                if (json.TryGetProperty(member, out _))
                    throw _context.Fault(path.Member(member),
                        "does not go with \"node\"; a keypoint follows either a node or a vertex of a mesh.");
            return new KeypointBinding(
                name, targets.Node(node.GetString()!, path.Member("node")), json.TryGetProperty("offset", out var offset) ? Triple(offset) : default, null, depth);
        }

        if (!json.TryGetProperty("mesh", out var mesh) || !json.TryGetProperty("vertex", out var vertex))
            throw _context.Fault(path,
                "has neither \"node\" nor \"mesh\" and \"vertex\"; a keypoint follows a node or a vertex of a mesh.");
        if (json.TryGetProperty("offset", out _)) throw _context.Fault(path.Member("offset"), "goes with \"node\" only.");
        var primitive = json.TryGetProperty("primitive", out var p) ? (int)p.GetDouble() : 0;
        var (carrier, bound) = targets.Vertex(mesh.GetString()!, primitive, (int)vertex.GetDouble(), path);
        return new KeypointBinding(name, carrier, default, bound, depth);
    }

    private ImmutableArray<(int From, int To)> Pairs(JsonElement json, JsonPath path, string member, List<string> names)
    {
        var pairs = new List<(int From, int To)>();
        foreach (var (value, at) in Each(json, path, member))
        {
            var pair = (From: Index(value[0], at.Item(0)), To: Index(value[1], at.Item(1)));
            if (pair.From == pair.To) throw _context.Fault(at, "joins a keypoint with itself.");
            if (pairs.Contains(pair) || pairs.Contains((pair.To, pair.From))) throw _context.Fault(at, "is listed twice.");
            pairs.Add(pair);
        }

        return [.. pairs];

        int Index(JsonElement value, JsonPath at) => names.IndexOf(value.GetString()!) is >= 0 and var index
            ? index
            : throw _context.Fault(at, $"there is no keypoint '{value.GetString()}'. The keypoints are {LabelTargets.Listed(names)}.");
    }

    private JointLimit Joint(JsonElement json, JsonPath path)
    {
        var node = targets.Node(json.GetProperty("node").GetString()!, path.Member("node"));
        var type = json.GetProperty("type").GetString()!;
        var unit = type == "prismatic" ? "m" : "deg";
        var other = type == "prismatic" ? "deg" : "m";
        foreach (var member in (string[])[$"lower_{other}", $"upper_{other}", .. (string[])(type == "ball" ? ["axis"] : [])])
            if (json.TryGetProperty(member, out _)) throw _context.Fault(path.Member(member), $"does not go with a {type} joint.");
        var (lower, upper) = (Limit(json, path, $"lower_{unit}", type), Limit(json, path, $"upper_{unit}", type));
        if (lower.X > upper.X || lower.Y > upper.Y || lower.Z > upper.Z)
            throw _context.Fault(path.Member($"lower_{unit}"),
                $"found {Shape.Describe(json.GetProperty($"lower_{unit}"))}, which is above upper_{unit}, "
                + $"{Shape.Describe(json.GetProperty($"upper_{unit}"))}.");
        if (type == "ball") return new JointLimit(node, JointKind.Ball, Vector3.Zero, lower, upper);
        var axis = json.TryGetProperty("axis", out var value) ? Axis(value, path.Member("axis")) : throw _context.Fault(path.Member("axis"),
            "is missing; it is required.");
        return new JointLimit(node, type == "revolute" ? JointKind.Revolute : JointKind.Prismatic, axis, lower, upper);
    }

    private Vector3 Limit(JsonElement json, JsonPath path, string member, string type)
    {
        if (!json.TryGetProperty(member, out var value)) throw _context.Fault(path.Member(member), "is missing; it is required.");
        if (type == "ball")
        {
            Shape.Numbers(3).Check(value, path.Member(member), _context);
            return Triple(value) * (MathF.PI / 180);
        }

        Shape.Number().Check(value, path.Member(member), _context);
        return new Vector3((float)value.GetDouble() * (type == "revolute" ? MathF.PI / 180 : 1), 0, 0);
    }

    private ModelPart Part(JsonElement json, JsonPath path)
    {
        var nodes = Each(json, path, "nodes").Select(n => targets.Node(n.Value.GetString()!, n.Path)).Select(Unique<int, int>(n => n, path.Member("nodes"), null));
        return new ModelPart(json.GetProperty("name").GetString()!, [.. nodes.SelectMany(targets.WithInstances).Distinct()]);
    }

    private ImmutableArray<ModelSymmetry> Symmetries(JsonElement json, JsonPath path)
    {
        if (!json.TryGetProperty("symmetries", out var symmetries)) return [];
        var continuous = Each(symmetries, path, "continuous").Select(s => new ModelSymmetry(
            null, Axis(s.Value.GetProperty("axis"), s.Path.Member("axis")), s.Value.TryGetProperty("offset", out var offset) ? Triple(offset) : default));
        var discrete = Each(symmetries, path, "discrete").Select(s => new ModelSymmetry(Rigid(s.Value, s.Path), default, default));
        return [.. continuous, .. discrete];
    }

    private Matrix4x4 Rigid(JsonElement value, JsonPath path)
    {
        var m = value.EnumerateArray().Select(v => (float)v.GetDouble()).ToArray();
        var (x, y, z) = (new Vector3(m[0], m[4], m[8]), new Vector3(m[1], m[5], m[9]), new Vector3(m[2], m[6], m[10]));
        // Matrices are written with a few digits.
        const float Tolerance = 1e-3f;
        var rigid = Near(x.Length(), 1) && Near(y.Length(), 1) && Near(z.Length(), 1) && Near(Vector3.Dot(x, y), 0) && Near(Vector3.Dot(y, z), 0)
            && Near(Vector3.Dot(z, x), 0) && Vector3.Dot(Vector3.Cross(x, y), z) > 0 && m[12] == 0 && m[13] == 0 && m[14] == 0 && m[15] == 1;
        if (!rigid) throw _context.Fault(path,
            "is not a rigid motion; expected 16 numbers, row by row, of a rotation, a translation in metres in the last column, "
            + "and 0 0 0 1.");
        return new Matrix4x4(m[0], m[4], m[8], 0, m[1], m[5], m[9], 0, m[2], m[6], m[10], 0, m[3], m[7], m[11], 1);

        static bool Near(float value, float expected) => MathF.Abs(value - expected) <= Tolerance;
    }

    private Vector3 Axis(JsonElement value, JsonPath path)
    {
        var axis = Triple(value);
        return axis.Length() > 1e-6f ? Vector3.Normalize(axis) : throw _context.Fault(path, "has no length; expected a direction.");
    }

    private Func<T, int, T> Unique<T, TKey>(Func<T, TKey> key, JsonPath list, string? member) where TKey : notnull
    {
        var seen = new Dictionary<TKey, int>();
        return (item, index) => seen.TryAdd(key(item), index)
            ? item
            : throw _context.Fault(member is null ? list.Item(index) : list.Item(index).Member(member),
                $"repeats {list.Item(seen[key(item)])}.");
    }

    private static IEnumerable<(JsonElement Value, JsonPath Path)> Each(JsonElement owner, JsonPath path, string member) =>
        owner.TryGetProperty(member, out var list) ? list.EnumerateArray().Select((value, i) => (value, path.Member(member).Item(i))) : [];

    private static Vector3 Triple(JsonElement value) => new((float)value[0].GetDouble(), (float)value[1].GetDouble(), (float)value[2].GetDouble());
}
