using System.Numerics;
using System.Text.Json.Nodes;
using SharpGLTF.Schema2;
using SynthRender.Modeling;
using SynthRender.Modeling.Fields;

namespace SynthRender.Tests.Modeling;

/// <summary>Moves every joint of the skinned models between its limits and looks for tears.</summary>
public sealed class PosedModelTests
{
    public static TheoryData<string> Jointed =>
        [.. ModelCollection.All.Where(m => m.Family is "robots" or "organs").Select(m => m.Name)];

    public static TheoryData<string> Skinned =>
        [.. ModelCollection.All.Where(m => m.Family == "wildlife").Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Skinned))]
    public void Random_poses_stretch_no_edge_beyond_reason(string name)
    {
        var root = ModelRoot.Load(CommittedModelTests.PathOf(name));
        var labels = root.DefaultScene.Extras!["synthrender"]!;
        var size = labels["size_m"]!.AsArray().Max(v => (double)v!);
        var body = root.LogicalNodes.Single(n => n.Skin is not null);
        for (var pose = 0u; pose < 6u; pose++)
        {
            foreach (var joint in labels["joints"]!.AsArray())
                Turn(root.LogicalNodes.Single(n => n.Name == (string)joint!["node"]!), joint!, pose);
            var matrices = Enumerable.Range(0, body.Skin.JointsCount)
                .Select(j => body.Skin.GetJoint(j).InverseBindMatrix * body.Skin.GetJoint(j).Joint.WorldMatrix).ToArray();
            foreach (var primitive in body.Mesh.Primitives)
            {
                var rest = primitive.GetVertexAccessor("POSITION").AsVector3Array();
                var joints = primitive.GetVertexAccessor("JOINTS_0").AsVector4Array();
                var weights = primitive.GetVertexAccessor("WEIGHTS_0").AsVector4Array();
                var posed = new Vector3[rest.Count];
                for (var v = 0; v < posed.Length; v++)
                    for (var k = 0; k < 4; k++)
                        posed[v] += Vector3.Transform(rest[v], matrices[(int)joints[v][k]]) * weights[v][k];
                foreach (var (a, b, c) in primitive.GetTriangleIndices())
                {
                    foreach (var (i, k) in ((int, int)[])[(a, b), (b, c), (c, a)])
                    {
                        // A spike or a tear stretches an edge to a good part of the animal; skin at a joint may double or treble.
                        var stretched = Vector3.Distance(posed[i], posed[k]) - 4f * Vector3.Distance(rest[i], rest[k]);
                        Assert.True(stretched < 0.015 * size, $"pose {pose}: an edge at {rest[i]} grows to {Vector3.Distance(posed[i], posed[k])} m");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Jointed))]
    public void Morphs_move_no_link_off_its_joint(string name)
    {
        // A morph acts before the joint turns: an offset of all that lies around the pivot would turn with the link. Along the axis it may.
        var root = ModelRoot.Load(CommittedModelTests.PathOf(name));
        foreach (var joint in root.DefaultScene.Extras!["synthrender"]!["joints"]?.AsArray() ?? [])
        {
            var node = root.LogicalNodes.Single(n => n.Name == (string)joint!["node"]!);
            if ((string)joint!["type"]! == "prismatic" || node.Mesh is null) continue;
            var axis = joint["axis"] is { } a ? new Vector3((float)a[0]!, (float)a[1]!, (float)a[2]!) : Vector3.Zero;
            var vertices = node.Mesh.Primitives.SelectMany(p => p.GetVertexAccessor("POSITION").AsVector3Array()).ToArray();
            var size = vertices.Max(v => v.Length());
            var near = vertices.Select(v => v.Length() < 0.3f * size).ToArray();
            for (var target = 0; target < node.Mesh.Primitives[0].MorphTargetsCount; target++)
            {
                var moves = node.Mesh.Primitives.SelectMany(p => p.GetMorphTargetAccessors(target)["POSITION"].AsVector3Array()).ToArray();
                var mean = near.Zip(moves).Where(v => v.First).Aggregate(Vector3.Zero, (sum, v) => sum + v.Second) / MathF.Max(near.Count(n => n), 1);
                var across = mean - axis * Vector3.Dot(mean, axis);
                Assert.True(across.Length() < 0.02f * size, $"{node.Name}, target {target}: what lies around the joint moves by {1000 * across.Length():0.#} mm");
            }
        }
    }

    // glTF's rotation acts on columns as X·Y·Z; a quaternion product does the same.
    private static void Turn(Node node, JsonNode joint, uint pose)
    {
        float At(int axis, double low, double high) =>
            (float)(low + (high - low) * (Noise.Hash(node.LogicalIndex, axis, 3, pose) & 0xFFFF) / 65535.0) * MathF.PI / 180f;
        var rest = node.LocalTransform;
        Quaternion turn;
        if ((string)joint["type"]! == "ball")
        {
            var low = joint["lower_deg"]!.AsArray().Select(v => (double)v!).ToArray();
            var high = joint["upper_deg"]!.AsArray().Select(v => (double)v!).ToArray();
            turn = Quaternion.CreateFromAxisAngle(Vector3.UnitX, At(0, low[0], high[0]))
                * Quaternion.CreateFromAxisAngle(Vector3.UnitY, At(1, low[1], high[1]))
                * Quaternion.CreateFromAxisAngle(Vector3.UnitZ, At(2, low[2], high[2]));
        }
        else
        {
            var axis = joint["axis"]!.AsArray().Select(v => (float)v!).ToArray();
            turn = Quaternion.CreateFromAxisAngle(new Vector3(axis[0], axis[1], axis[2]), At(0, (double)joint["lower_deg"]!, (double)joint["upper_deg"]!));
        }

        node.LocalTransform = new SharpGLTF.Transforms.AffineTransform(null, turn, rest.Translation);
    }
}
