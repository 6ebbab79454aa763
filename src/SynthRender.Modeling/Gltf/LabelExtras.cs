using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Modeling.Building;

namespace SynthRender.Modeling.Gltf;

/// <summary>Writes the labels of a model as the "synthrender" object of the scene's extras.</summary>
internal static class LabelExtras
{
    public static JsonObject Write(
        ModelDescription model, IReadOnlyList<BuiltSurface> surfaces,
        IReadOnlyDictionary<string, (string Mesh, int Primitive, int FirstVertex)> where)
    {
        var low = surfaces.SelectMany(s => s.Positions).Aggregate(Vector3.Min);
        var high = surfaces.SelectMany(s => s.Positions).Aggregate(Vector3.Max);
        return new JsonObject
        {
            ["category"] = model.Category,
            ["supercategory"] = model.Supercategory,
            ["size_m"] = Triple(high - low),
            ["keypoints"] = Array(model.Keypoints.Select(k => Keypoint(k, surfaces, where))),
            ["skeleton"] = Array(model.Edges.Select(e => new JsonArray(e.From, e.To))),
            ["symmetric_pairs"] = Array(model.Pairs.Select(p => new JsonArray(p.Left, p.Right))),
            ["symmetries"] = new JsonObject
            {
                ["continuous"] = Array(model.ContinuousSymmetries.Select(s =>
                    new JsonObject { ["axis"] = Triple(s.Axis), ["offset"] = Triple(s.Offset) })),
                ["discrete"] = Array(model.DiscreteSymmetries.Select(RowMajor)),
            },
            ["joints"] = Array(model.Joints.Select(Joint)),
            ["parts"] = Array(model.Parts.Select(p => new JsonObject
            {
                ["name"] = p.Name,
                ["nodes"] = new JsonArray([.. p.Nodes.Select(n => (JsonNode)n)]),
            })),
            ["variants"] = Array(model.Variants.Select(Variant)),
        };
    }

    private static JsonObject Keypoint(
        ModelKeypoint keypoint, IReadOnlyList<BuiltSurface> surfaces,
        IReadOnlyDictionary<string, (string Mesh, int Primitive, int FirstVertex)> where)
    {
        var positions = surfaces.First(s => s.Solid.Name == keypoint.Solid).Positions;
        var nearest = 0;
        for (var v = 1; v < positions.Length; v++)
            if (Vector3.DistanceSquared(positions[v], keypoint.Near) < Vector3.DistanceSquared(positions[nearest], keypoint.Near))
                nearest = v;
        var (mesh, primitive, first) = where[keypoint.Solid];
        return new JsonObject
        {
            ["name"] = keypoint.Name,
            ["mesh"] = mesh,
            ["primitive"] = primitive,
            ["vertex"] = first + nearest,
            ["self_occlusion_m"] = Number(keypoint.SelfOcclusion),
        };
    }

    private static JsonObject Joint(ModelJoint joint)
    {
        var result = new JsonObject
        {
            ["node"] = joint.Node,
            ["type"] = joint.Kind switch
            {
                ModelJointKind.Revolute => "revolute",
                ModelJointKind.Prismatic => "prismatic",
                _ => "ball",
            },
        };
        var unit = joint.Kind == ModelJointKind.Prismatic ? "m" : "deg";
        if (joint.Kind == ModelJointKind.Ball)
        {
            result["lower_" + unit] = Triple(joint.Lower);
            result["upper_" + unit] = Triple(joint.Upper);
            return result;
        }

        result["axis"] = Triple(joint.Axis);
        result["lower_" + unit] = Number(joint.Lower.X);
        result["upper_" + unit] = Number(joint.Upper.X);
        return result;
    }

    private static JsonObject Variant(ModelVariant variant)
    {
        var materials = new JsonObject();
        foreach (var change in variant.Changes)
        {
            materials[change.Material] = new JsonObject
            {
                ["baseColorFactor"] = new JsonArray(Number(change.Color.X), Number(change.Color.Y), Number(change.Color.Z), Number(1f)),
                ["roughnessFactor"] = Number(change.Roughness),
                ["metallicFactor"] = Number(change.Metallic),
            };
        }

        return new JsonObject { ["name"] = variant.Name, ["materials"] = materials };
    }

    // System.Numerics acts on row vectors; what is written acts on columns.
    private static JsonArray RowMajor(Matrix4x4 m)
    {
        var t = Matrix4x4.Transpose(m);
        var result = new JsonArray();
        for (var row = 0; row < 4; row++)
            for (var column = 0; column < 4; column++)
                result.Add(Number(t[row, column]));
        return result;
    }

    private static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);

    private static JsonArray Triple(Vector3 v) => new(Number(v.X), Number(v.Y), Number(v.Z));

    // Six decimals say micrometres; more would be noise of the float.
    private static JsonNode Number(float value) => JsonValue.Create(Math.Round((double)value, 6));
}
