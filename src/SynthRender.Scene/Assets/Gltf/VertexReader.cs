using System.Globalization;
using System.Numerics;
using SharpGLTF.Schema2;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads and checks the vertex attributes and morph targets of a primitive.</summary>
/// <param name="source">For messages.</param>
internal sealed class VertexReader(GltfSource source)
{
    // Exporters write unit vectors in 8 or 16 bits, which are up to about 1 % off.
    private const float UnitTolerance = 0.02f;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "POSITION", "NORMAL", "TANGENT", "COLOR_0", "JOINTS_0", "JOINTS_1", "WEIGHTS_0", "WEIGHTS_1",
    };

    private readonly AccessorReader _accessors = new(source);
    private readonly Dictionary<string, VertexData> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Vector3[]> _deltas = [];

    /// <summary>
    /// Reads what the primitive has; normals of length 0 are left as they are. Primitives with the same accessors get the same arrays.
    /// </summary>
    /// <param name="primitive">SharpGLTF's primitive.</param>
    /// <param name="sets">The UV sets that its materials show.</param>
    /// <param name="element">For messages.</param>
    /// <exception cref="AssetException">An attribute has another length or type than it should, or a value that is not finite.</exception>
    public VertexData Read(MeshPrimitive primitive, UvSets sets, string element)
    {
        var key = Key(primitive, sets);
        if (!_read.TryGetValue(key, out var data)) _read[key] = data = ReadNew(primitive, sets, element);
        return data;
    }

    /// <summary>Tells the vertices of primitives apart.</summary>
    public static string Key(MeshPrimitive primitive, UvSets sets) => string.Create(CultureInfo.InvariantCulture,
        $"{sets.First},{sets.Second}|{Accessors(primitive.VertexAccessors)}|{string.Join('|', Enumerable.Range(0, primitive.MorphTargetsCount).Select(t => Accessors(primitive.GetMorphTargetAccessors(t))))}");

    private static string Accessors(IReadOnlyDictionary<string, Accessor> accessors) =>
        string.Join(',', accessors.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value.LogicalIndex}"));

    private VertexData ReadNew(MeshPrimitive primitive, UvSets sets, string element)
    {
        var count = primitive.GetVertexAccessor("POSITION").Count;
        foreach (var (name, accessor) in primitive.VertexAccessors)
        {
            if (accessor.Count != count)
                throw source.Fault($"{element}.attributes.{name}", $"has {accessor.Count} elements, but POSITION has {count}.");
            // A UV set that no material shows is no loss.
            if (!Known.Contains(name) && !name.StartsWith('_') && !name.StartsWith("TEXCOORD_", StringComparison.Ordinal))
                source.LeaveOut($"{element}.attributes.{name}", "is not read.");
        }

        var data = new VertexData { Positions = _accessors.Vector3s(primitive.GetVertexAccessor("POSITION"), $"{element}.attributes.POSITION") };
        if (Find("NORMAL") is { } normal) data = data with { Normals = Normals(_accessors.Vector3s(normal, Name("NORMAL")), Name("NORMAL")) };
        if (Find("TANGENT") is { } tangent)
            data = data with { Tangents = Tangents(_accessors.Vector4s(tangent, Name("TANGENT")), data.Normals, Name("TANGENT")) };
        var (first, second) = ($"TEXCOORD_{sets.First}", $"TEXCOORD_{sets.Second}");
        if (Find(first) is { } uv0) data = data with { TexCoords0 = _accessors.Vector2s(uv0, Name(first)) };
        if (Find(second) is { } uv1) data = data with { TexCoords1 = _accessors.Vector2s(uv1, Name(second)) };
        if (Find("COLOR_0") is { } color) data = data with { Colors = _accessors.Colors(color, Name("COLOR_0")) };
        data = ReadSkin(primitive, data, element);
        return ReadTargets(primitive, data, element);

        Accessor? Find(string name) => primitive.GetVertexAccessor(name);
        string Name(string name) => $"{element}.attributes.{name}";
    }

    private Vector3[] Normals(Vector3[] normals, string element)
    {
        var (off, first) = (0, -1);
        for (var i = 0; i < normals.Length; i++)
        {
            var squared = normals[i].LengthSquared();
            if (squared == 0) continue;
            var length = MathF.Sqrt(squared);
            if (MathF.Abs(length - 1) > UnitTolerance && off++ == 0) first = i;
            normals[i] = Geometry.FlatNormals.Unit(normals[i]);
        }

        if (off > 0) source.Warn(element, $"{off} normals are not of length 1 (the first at vertex {first}); they are scaled to it.");
        return normals;
    }

    private Vector4[] Tangents(Vector4[] tangents, Vector3[] normals, string element)
    {
        if (normals.Length == 0) return [];
        for (var i = 0; i < tangents.Length; i++)
        {
            var tangent = new Vector3(tangents[i].X, tangents[i].Y, tangents[i].Z);
            if (!(tangent.LengthSquared() > 1e-12f) || MathF.Abs(MathF.Abs(tangents[i].W) - 1) > UnitTolerance)
            {
                source.Warn(element,
                    $"tangent {i} is {tangents[i]}, expected a unit vector and a sign of ±1; all tangents are computed instead.");
                return [];
            }

            tangents[i] = new Vector4(Vector3.Normalize(tangent), MathF.Sign(tangents[i].W));
        }

        return tangents;
    }

    private VertexData ReadSkin(MeshPrimitive primitive, VertexData data, string element)
    {
        var sets = primitive.GetVertexAccessor("JOINTS_1") is not null && primitive.GetVertexAccessor("WEIGHTS_1") is not null ? 2 : 1;
        for (var set = 0; set < sets; set++)
        {
            var (joints, weights) = (primitive.GetVertexAccessor($"JOINTS_{set}"), primitive.GetVertexAccessor($"WEIGHTS_{set}"));
            if (joints is null && weights is null) return data;
            if (joints is null || weights is null)
                throw source.Fault($"{element}.attributes",
                    $"has {(joints is null ? "WEIGHTS" : "JOINTS")}_{set} without {(joints is null ? "JOINTS" : "WEIGHTS")}_{set}.");
            if (joints.Normalized || joints.Encoding is not (EncodingType.UNSIGNED_BYTE or EncodingType.UNSIGNED_SHORT))
                throw source.Fault($"{element}.attributes.JOINTS_{set}",
                    $"found components of type {joints.Encoding}, expected UNSIGNED_BYTE or UNSIGNED_SHORT.");
            if (set == 0)
            {
                source.Budget.Spend($"{element}.attributes.JOINTS_0", joints.Count * 4L * sets, sizeof(ushort) + sizeof(float));
                data = data with { Influences = 4 * sets, Joints = new ushort[joints.Count * 4 * sets], Weights = new float[joints.Count * 4 * sets] };
            }

            Interleave(data, _accessors.Vector4s(joints, $"{element}.attributes.JOINTS_{set}"),
                _accessors.Vector4s(weights, $"{element}.attributes.WEIGHTS_{set}"), set);
        }

        NormalizeWeights(data, $"{element}.attributes.WEIGHTS_0");
        return data;
    }

    private static void Interleave(VertexData data, Vector4[] joints, Vector4[] weights, int set)
    {
        for (var v = 0; v < joints.Length; v++)
            for (var k = 0; k < 4; k++)
            {
                data.Joints[v * data.Influences + 4 * set + k] = (ushort)joints[v][k];
                data.Weights[v * data.Influences + 4 * set + k] = weights[v][k];
            }
    }

    private void NormalizeWeights(VertexData data, string element)
    {
        var (unbound, firstUnbound, off) = (0, -1, 0);
        for (var v = 0; v < data.Positions.Length; v++)
        {
            var weights = data.Weights.AsSpan(v * data.Influences, data.Influences);
            var joints = data.Joints.AsSpan(v * data.Influences, data.Influences);
            var sum = 0.0;
            for (var k = 0; k < weights.Length; k++)
            {
                if (weights[k] < 0) throw source.Fault(element, $"element {v} has the weight {weights[k]}, expected 0 or more.");
                sum += weights[k];
            }

            if (!(sum > 1e-12))
            {
                if (unbound++ == 0) firstUnbound = v;
                (weights[0], sum) = (1, 1);
            }

            if (Math.Abs(sum - 1) > UnitTolerance) off++;
            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] = (float)(weights[k] / sum);
                if (weights[k] == 0) joints[k] = 0;
            }
        }

        if (unbound > 0) source.Warn(element,
            $"{unbound} vertices have no weight (the first is {firstUnbound}); they follow their first joint.");
        if (off > 0) source.Warn(element, $"the weights of {off} vertices do not sum to 1; they are scaled to it.");
    }

    private VertexData ReadTargets(MeshPrimitive primitive, VertexData data, string element)
    {
        var targets = new (Vector3[] Positions, Vector3[] Normals, Vector3[] Tangents)[primitive.MorphTargetsCount];
        for (var t = 0; t < targets.Length; t++)
        {
            var accessors = primitive.GetMorphTargetAccessors(t);
            var target = $"{element}.targets[{t}]";
            foreach (var (name, accessor) in accessors)
            {
                if (accessor.Count != data.Positions.Length)
                    throw source.Fault($"{target}.{name}", $"has {accessor.Count} elements, but POSITION has {data.Positions.Length}.");
                if (name is not ("POSITION" or "NORMAL" or "TANGENT")) source.LeaveOut($"{target}.{name}", "is not read.");
            }

            targets[t] = (Deltas("POSITION"), data.Normals.Length > 0 ? Deltas("NORMAL") : [], data.Tangents.Length > 0 ? Deltas("TANGENT") : []);

            // Many targets may name one accessor.
            Vector3[] Deltas(string name)
            {
                if (!accessors.TryGetValue(name, out var accessor)) return [];
                if (!_deltas.TryGetValue(accessor.LogicalIndex, out var deltas))
                    _deltas[accessor.LogicalIndex] = deltas = _accessors.Vector3s(accessor, $"{target}.{name}");
                return deltas;
            }
        }

        return data with { Targets = targets };
    }
}
