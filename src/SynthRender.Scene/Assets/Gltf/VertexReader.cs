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
        "POSITION", "NORMAL", "TANGENT", "TEXCOORD_0", "TEXCOORD_1", "COLOR_0", "JOINTS_0", "JOINTS_1", "WEIGHTS_0", "WEIGHTS_1",
    };

    private readonly AccessorReader _accessors = new(source);

    /// <summary>Reads what the primitive has; normals of length 0 are left as they are.</summary>
    /// <exception cref="AssetException">An attribute has another length or type than it should, or a value that is not finite.</exception>
    public VertexData Read(MeshPrimitive primitive, string element)
    {
        var count = primitive.GetVertexAccessor("POSITION").Count;
        foreach (var (name, accessor) in primitive.VertexAccessors)
        {
            if (accessor.Count != count)
                throw source.Fault($"{element}.attributes.{name}", $"has {accessor.Count} elements, but POSITION has {count}.");
            if (!Known.Contains(name) && !name.StartsWith('_')) source.Warn($"{element}.attributes.{name}", "is not read.");
        }

        var data = new VertexData { Positions = _accessors.Vector3s(primitive.GetVertexAccessor("POSITION"), $"{element}.attributes.POSITION") };
        if (Find("NORMAL") is { } normal) data.Normals = Normals(_accessors.Vector3s(normal, Name("NORMAL")), Name("NORMAL"));
        if (Find("TANGENT") is { } tangent) data.Tangents = Tangents(_accessors.Vector4s(tangent, Name("TANGENT")), data.Normals, Name("TANGENT"));
        if (Find("TEXCOORD_0") is { } uv0) data.TexCoords0 = _accessors.Vector2s(uv0, Name("TEXCOORD_0"));
        if (Find("TEXCOORD_1") is { } uv1) data.TexCoords1 = _accessors.Vector2s(uv1, Name("TEXCOORD_1"));
        if (Find("COLOR_0") is { } color) data.Colors = _accessors.Colors(color, Name("COLOR_0"));
        ReadSkin(primitive, data, element);
        ReadTargets(primitive, data, element);
        return data;

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

    private void ReadSkin(MeshPrimitive primitive, VertexData data, string element)
    {
        var sets = primitive.GetVertexAccessor("JOINTS_1") is not null && primitive.GetVertexAccessor("WEIGHTS_1") is not null ? 2 : 1;
        for (var set = 0; set < sets; set++)
        {
            var (joints, weights) = (primitive.GetVertexAccessor($"JOINTS_{set}"), primitive.GetVertexAccessor($"WEIGHTS_{set}"));
            if (joints is null && weights is null) return;
            if (joints is null || weights is null)
                throw source.Fault($"{element}.attributes",
                    $"has {(joints is null ? "WEIGHTS" : "JOINTS")}_{set} without {(joints is null ? "JOINTS" : "WEIGHTS")}_{set}.");
            if (joints.Normalized || joints.Encoding is not (EncodingType.UNSIGNED_BYTE or EncodingType.UNSIGNED_SHORT))
                throw source.Fault($"{element}.attributes.JOINTS_{set}",
                    $"found components of type {joints.Encoding}, expected UNSIGNED_BYTE or UNSIGNED_SHORT.");
            Interleave(data, _accessors.Vector4s(joints, $"{element}.attributes.JOINTS_{set}"),
                _accessors.Vector4s(weights, $"{element}.attributes.WEIGHTS_{set}"), set, 4 * sets);
        }

        NormalizeWeights(data, $"{element}.attributes.WEIGHTS_0");
    }

    private static void Interleave(VertexData data, Vector4[] joints, Vector4[] weights, int set, int influences)
    {
        if (set == 0)
        {
            data.Influences = influences;
            data.Joints = new ushort[joints.Length * influences];
            data.Weights = new float[joints.Length * influences];
        }

        for (var v = 0; v < joints.Length; v++)
            for (var k = 0; k < 4; k++)
            {
                data.Joints[v * influences + 4 * set + k] = (ushort)joints[v][k];
                data.Weights[v * influences + 4 * set + k] = weights[v][k];
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

    private void ReadTargets(MeshPrimitive primitive, VertexData data, string element)
    {
        for (var t = 0; t < primitive.MorphTargetsCount; t++)
        {
            var accessors = primitive.GetMorphTargetAccessors(t);
            var target = $"{element}.targets[{t}]";
            foreach (var (name, accessor) in accessors)
            {
                if (accessor.Count != data.Positions.Length)
                    throw source.Fault($"{target}.{name}", $"has {accessor.Count} elements, but POSITION has {data.Positions.Length}.");
                if (name is not ("POSITION" or "NORMAL" or "TANGENT")) source.Warn($"{target}.{name}", "is not read.");
            }

            data.Targets.Add((Deltas("POSITION"), data.Normals.Length > 0 ? Deltas("NORMAL") : [], data.Tangents.Length > 0 ? Deltas("TANGENT") : []));

            Vector3[] Deltas(string name) => accessors.TryGetValue(name, out var accessor) ? _accessors.Vector3s(accessor, $"{target}.{name}") : [];
        }
    }
}
