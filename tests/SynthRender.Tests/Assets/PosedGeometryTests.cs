using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Labels;

namespace SynthRender.Tests.Assets;

/// <summary>Skin and morph targets against answers worked out by hand.</summary>
public sealed class PosedGeometryTests
{
    // Single precision, a few operations on values near 1.
    private const float Tolerance = 1e-5f;

    [Fact]
    public void A_strip_bends_at_its_second_bone()
    {
        var model = Strip().Load();
        var elbow = Array.FindIndex([.. model.Nodes], n => n.Name == "elbow");
        var pose = model.RestPose.SetItem(elbow, model.RestPose[elbow] with { Rotation = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, MathF.PI / 2) });
        var posed = PosedGeometry.InModel(model, pose, model.RestMorphWeights);
        var strip = Array.FindIndex([.. model.Nodes], n => n.Name == "strip");
        // Heights 0, 1, 2: the first follows the root, the last the elbow, which stands at height 1 and turns +y into −x; the middle
        // half each, but there both agree for x = 0.
        Near(new Vector3(0, 0, 0), posed.Vertex(strip, new KeypointVertex(0, 0)));
        Near(new Vector3(0, 1, 0), posed.Vertex(strip, new KeypointVertex(0, 1)));
        Near(new Vector3(-1, 1, 0), posed.Vertex(strip, new KeypointVertex(0, 2)));
        // Off the axis the two bones disagree: (0.5, 1) stays under the root, and under the elbow (0.5, 0) from it turns to (0, 0.5).
        Near((new Vector3(0.5f, 1, 0) + new Vector3(0, 1.5f, 0)) / 2, posed.Vertex(strip, new KeypointVertex(0, 3)));
    }

    [Fact]
    public void A_single_vertex_agrees_with_the_whole_primitive()
    {
        var model = Strip().Load();
        var pose = model.RestPose.SetItem(1, new Transform(new Vector3(0.1f, 0.9f, 0.3f), Quaternion.CreateFromYawPitchRoll(0.3f, 0.2f, 0.1f), new Vector3(1, 2, 0.5f)));
        var posed = PosedGeometry.InModel(model, pose, model.RestMorphWeights);
        var positions = new Vector3[4];
        var node = Array.FindIndex([.. model.Nodes], n => n.Mesh >= 0);
        posed.Positions(node, 0, positions);
        for (var v = 0; v < 4; v++) Near(positions[v], posed.Vertex(node, new KeypointVertex(0, v)));
    }

    [Fact]
    public void The_node_that_carries_a_skinned_mesh_does_not_move_it()
    {
        var text = Strip();
        text.Nodes[0]!["translation"] = new JsonArray(7, 7, 7);
        Near(new Vector3(0, 2, 0), PosedGeometry.AtRest(text.Load()).Vertex(0, new KeypointVertex(0, 2)));
    }

    [Fact]
    public void Weights_are_scaled_to_sum_to_one_and_eight_joints_are_read()
    {
        var text = Strip();
        text.Primitive["attributes"]!["WEIGHTS_0"] = text.Floats("VEC4", 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0);
        text.Primitive["attributes"]!["JOINTS_1"] = text.Accessor("VEC4", 5121, 4, [0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0]);
        text.Primitive["attributes"]!["WEIGHTS_1"] = text.Floats("VEC4", 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        var model = text.Load();
        var primitive = model.Meshes[0].Primitives[0];
        Assert.Equal(8, primitive.InfluencesPerVertex);
        Assert.Equal([0.25f, 0.25f, 0, 0, 0, 0.5f, 0, 0], primitive.Weights.Span.Slice(8, 8).ToArray());
        Assert.Equal(1, primitive.Joints.Span[8 + 5]);
        Assert.Contains(model.Warnings, w => w.Contains("the weights of 2 vertices do not sum to 1", StringComparison.Ordinal));
        ModelChecks.AssertSound(model);
    }

    [Fact]
    public void A_joint_that_the_skin_does_not_have_is_refused()
    {
        var text = Strip();
        text.Primitive["attributes"]!["JOINTS_0"] = text.Accessor("VEC4", 5121, 4, [0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0]);
        var error = text.Refused();
        Assert.Equal("nodes[0].skin", error.Element);
        Assert.Contains("joint 2, but skins[0] has 2", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Joints_outside_the_scene_are_added_with_a_warning()
    {
        var text = Strip();
        text.Json["scenes"]![0]!["nodes"] = new JsonArray(0);
        var model = text.Load();
        Assert.Equal(3, model.Nodes.Length);
        Assert.Contains(model.Warnings, w => w.Contains("not in the scene", StringComparison.Ordinal));
        Near(new Vector3(0, 2, 0), PosedGeometry.AtRest(model).Vertex(0, new KeypointVertex(0, 2)));
    }

    [Fact]
    public void Morph_targets_add_up_by_weight_before_the_node_moves_them()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["NORMAL"] = text.Floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1);
        text.Primitive["targets"] = new JsonArray(
            new JsonObject { ["POSITION"] = text.Floats("VEC3", 0, 0, 1, 0, 0, 0, 0, 0, 0), ["NORMAL"] = text.Floats("VEC3", 1, 0, 0, 0, 0, 0, 0, 0, 0) },
            new JsonObject { ["POSITION"] = text.Floats("VEC3", 2, 0, 0, 0, 4, 0, 0, 0, 0) });
        text.Json["meshes"]![0]!["weights"] = new JsonArray(1, 0.25);
        text.Json["meshes"]![0]!["extras"] = new JsonObject { ["targetNames"] = new JsonArray("smile") };
        text.Nodes[0]!["translation"] = new JsonArray(10, 0, 0);
        var model = text.Load();
        Assert.Equal(["smile", "targets[1]"], model.Meshes[0].MorphTargetNames);
        Assert.Equal([1, 0.25f], model.Nodes[0].MorphWeights);
        var posed = PosedGeometry.AtRest(model);
        var positions = new Vector3[3];
        posed.Positions(0, 0, positions);
        Assert.Equal([new Vector3(10.5f, 0, 1), new Vector3(11, 1, 0), new Vector3(10, 1, 0)], positions);
        Assert.Equal(positions[0], posed.Vertex(0, new KeypointVertex(0, 0)));
        var normals = new Vector3[3];
        posed.Normals(0, 0, normals);
        Near(Vector3.Normalize(new Vector3(1, 0, 1)), normals[0]);
        Assert.Equal(new BoundingBox(new Vector3(10, 0, 0), new Vector3(11, 1, 1)), model.Bounds);
    }

    [Fact]
    public void Weights_of_the_node_go_before_those_of_the_mesh()
    {
        var text = GltfText.Triangle();
        text.Primitive["targets"] = new JsonArray(new JsonObject { ["POSITION"] = text.Floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1) });
        text.Json["meshes"]![0]!["weights"] = new JsonArray(1);
        text.Nodes[0]!["weights"] = new JsonArray(0.5);
        Assert.Equal([0.5f], text.Load().Nodes[0].MorphWeights);
    }

    [Fact]
    public void Normals_stay_at_right_angles_under_a_scale_that_is_not_uniform_and_under_a_mirror()
    {
        var box = Shapes.Cone(1, 1, 8);
        foreach (var scale in (Vector3[])[new(1, 3, 0.5f), new(-1, 3, 0.5f)])
        {
            ImmutableArray<Transform> pose = [Transform.Identity with { Scale = scale }];
            var posed = PosedGeometry.InModel(box, pose, box.RestMorphWeights);
            var primitive = box.Meshes[0].Primitives[0];
            var (positions, normals) = (new Vector3[primitive.VertexCount], new Vector3[primitive.VertexCount]);
            posed.Positions(0, 0, positions);
            posed.Normals(0, 0, normals);
            // On a cone the line to the tip, vertex i of the top ring, lies in the surface.
            for (var i = 0; i < 8; i++)
            {
                Assert.Equal(0, Vector3.Dot(normals[9 + i], Vector3.Normalize(positions[i] - positions[9 + i])), Tolerance);
                // Outwards still.
                Assert.True(Vector3.Dot(normals[9 + i], positions[9 + i]) > 0);
            }
        }
    }

    private static GltfText Strip()
    {
        var text = new GltfText();
        var positions = text.Floats("VEC3", 0, 0, 0, 0, 1, 0, 0, 2, 0, 0.5f, 1, 0);
        text.Mesh(
            new JsonObject
            {
                ["POSITION"] = positions,
                ["NORMAL"] = text.Floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1),
                ["JOINTS_0"] = text.Accessor("VEC4", 5121, 4, [0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0]),
                ["WEIGHTS_0"] = text.Floats("VEC4", 1, 0, 0, 0, 0.5f, 0.5f, 0, 0, 0, 1, 0, 0, 0.5f, 0.5f, 0, 0),
            },
            text.Accessor("SCALAR", 5121, 6, [0, 3, 1, 1, 3, 2]));
        text.Nodes.Add(new JsonObject { ["name"] = "strip", ["mesh"] = 0, ["skin"] = 0 });
        text.Nodes.Add(new JsonObject { ["name"] = "root", ["children"] = new JsonArray(2) });
        text.Nodes.Add(new JsonObject { ["name"] = "elbow", ["translation"] = new JsonArray(0, 1, 0) });
        text.Json["scenes"]![0]!["nodes"] = new JsonArray(0, 1);
        // The elbow's inverse bind matrix takes it down by its height.
        text.Json["skins"] = new JsonArray(new JsonObject
        {
            ["joints"] = new JsonArray(1, 2),
            ["inverseBindMatrices"] = text.Floats("MAT4", 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, -1, 0, 1),
        });
        return text;
    }

    private static void Near(Vector3 expected, Vector3 actual) =>
        Assert.True(Vector3.Distance(expected, actual) <= Tolerance, $"expected {expected}, found {actual}");
}
