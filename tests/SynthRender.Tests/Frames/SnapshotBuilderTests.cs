using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Tests.Assets;

namespace SynthRender.Tests.Frames;

/// <summary>What a frozen frame holds, and that it is frozen.</summary>
public sealed class SnapshotBuilderTests
{
    // Single precision, a few matrix products on values near 1.
    private const float Tolerance = 1e-5f;

    private static readonly ModelAsset Box = Shapes.Box(Vector3.One);

    [Fact]
    public void Ids_run_from_one_in_tree_order_over_labelled_models()
    {
        var scene = new Scene();
        var camera = scene.AddCamera(8, 8, 1);
        scene.AddModel(Box, name: "backdrop");
        var group = scene.Root.Add(new Node("group"));
        group.Add(new ModelNode("b", Box) { Labeling = new("b") });
        scene.AddModel(Box, labeling: new("a"), name: "a");
        var snapshot = Capture(scene);
        Assert.Equal([0u, 1u, 2u], snapshot.Models.Select(m => m.InstanceId));
        Assert.Equal([(1u, "scene/group/b", "b"), (2u, "scene/a", "a")], snapshot.Instances.Select(i => (i.Id, i.Name, i.Labeling.Category)));
        Assert.Equal("camera", snapshot.Camera.Name);
        Assert.Same(camera.Lens, snapshot.Camera.Lens);
    }

    [Fact]
    public void A_model_without_a_label_belongs_to_the_labelled_model_above_it()
    {
        var scene = new Scene();
        scene.AddCamera(8, 8, 1);
        var robot = scene.AddModel(Box, labeling: new("robot"), name: "robot");
        var hand = robot.Add(new Node("hand"));
        var tool = hand.Add(new ModelNode("tool", Box));
        tool.Add(new ModelNode("bit", Box));
        hand.Add(new ModelNode("ball", Box) { Labeling = new("ball") });
        scene.AddModel(Box, name: "floor");
        var snapshot = Capture(scene);
        Assert.Equal([1u, 1u, 1u, 2u, 0u], snapshot.Models.Select(m => m.InstanceId));
        Assert.Equal(["robot", "ball"], snapshot.Instances.Select(i => i.Labeling.Category));
        Assert.Equal([0u, 1u], snapshot.Instances.Select(i => i.ParentId));
    }

    [Fact]
    public void Whose_part_an_object_is_follows_from_the_tree_and_not_from_names()
    {
        var scene = new Scene();
        scene.AddCamera(8, 8, 1);
        var car = scene.AddModel(Box, labeling: new("car"), name: "car");
        scene.AddModel(Box, labeling: new("wall"), name: "car/wall");
        var wheel = car.Add(new Node("axle")).Add(new ModelNode("wheel", Box) { Labeling = new("wheel") });
        wheel.Add(new ModelNode("tyre", Box) { Labeling = new("tyre") });
        car.Add(new ModelNode("wall", Box) { Labeling = new("door") });
        scene.AddModel(Box, labeling: new("sign"), name: @"car\/wall");
        var instances = Capture(scene).Instances;
        Assert.Equal(
            [("car", 0u), ("wheel", 1u), ("tyre", 2u), ("door", 1u), ("wall", 0u), ("sign", 0u)], instances.Select(i => (i.Labeling.Category, i.ParentId)));
        Assert.Equal(6, instances.Select(i => i.Name).Distinct().Count());
    }

    [Fact]
    public void Disabled_nodes_and_all_below_them_are_left_out_without_a_gap()
    {
        var scene = new Scene();
        scene.AddCamera(8, 8, 1);
        var hidden = scene.AddModel(Box, labeling: new("hidden"), name: "hidden");
        hidden.Enabled = false;
        hidden.Add(new ModelNode("below", Box) { Labeling = new("below") });
        hidden.Add(new LightNode("lamp", new PointLight()));
        scene.AddModel(Box, labeling: new("shown"), name: "shown");
        var snapshot = Capture(scene);
        Assert.Equal((1u, "shown"), (Assert.Single(snapshot.Instances).Id, snapshot.Instances[0].Labeling.Category));
        Assert.Single(snapshot.Models);
        Assert.Empty(snapshot.Lights);
    }

    [Fact]
    public void Keypoints_on_nodes_follow_pose_and_place_and_their_depth_the_scale()
    {
        var asset = Labelled("""[ { "name": "tip", "node": "arm", "offset": [0, 1, 0], "self_occlusion_m": 0.1 } ]""");
        var scene = new Scene();
        scene.AddCamera(8, 8, 1);
        var node = scene.AddModel(asset, new Transform(new Vector3(10, 0, 0), Quaternion.Identity, new Vector3(2)));
        var arm = Array.FindIndex([.. asset.Nodes], n => n.Name == "arm");
        node.Pose = node.Pose.SetItem(arm, new Transform(new Vector3(1, 0, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitZ, MathF.PI / 2), Vector3.One));
        var instance = Assert.Single(Capture(scene).Instances);
        Assert.Equal(asset.Labels!.Template, instance.Template);
        // Offset +y turns to −x: (1−1, 0, 0) in the model, doubled and moved: (10, 0, 0).
        Near(new Vector3(10, 0, 0), Assert.Single(instance.Keypoints).World);
        Assert.Equal(0.2f, instance.Keypoints[0].SelfOcclusionDistance, Tolerance);
        Near(new Vector3(10, 2, 0), Vector3.Transform(Vector3.UnitY, instance.WorldFromObject));
    }

    [Fact]
    public void Keypoints_on_vertices_follow_morph_targets_and_place()
    {
        var asset = Labelled("""[ { "name": "corner", "mesh": "triangle", "vertex": 1 } ]""");
        var scene = new Scene();
        scene.AddCamera(8, 8, 1);
        var node = scene.AddModel(asset, Transform.At(new Vector3(0, 5, 0)));
        node.MorphWeights = node.MorphWeights.SetItem(0, [0.5f]);
        // Vertex (1,0,0) plus half of (0,0,2), moved up by 5.
        Near(new Vector3(1, 5, 1), Capture(scene).Instances[0].Keypoints[0].World);
    }

    [Fact]
    public void Skin_matrices_are_inverse_bind_times_joint()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["JOINTS_0"] = text.Accessor("VEC4", 5121, 3, new byte[12]);
        text.Primitive["attributes"]!["WEIGHTS_0"] = text.Floats("VEC4", 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
        text.Nodes[0]!["skin"] = 0;
        text.Nodes[0]!["translation"] = new JsonArray(100, 100, 100);
        text.Nodes.Add(new JsonObject { ["name"] = "bone", ["translation"] = new JsonArray(0, 3, 0) });
        text.Json["scenes"]![0]!["nodes"] = new JsonArray(0, 1);
        text.Json["skins"] = new JsonArray(new JsonObject
        {
            ["joints"] = new JsonArray(1), ["inverseBindMatrices"] = text.Floats("MAT4", 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -1, 0, 0, 1),
        });
        text.Json["extras"] = JsonNode.Parse("""{ "synthrender": { "category": "x", "keypoints": [ { "name": "k", "mesh": "triangle", "vertex": 2 } ] } }""");
        var scene = new Scene();
        scene.AddCamera(8, 8, 1);
        scene.AddModel(text.Load(), Transform.At(new Vector3(0, 0, 7)));
        var snapshot = Capture(scene);
        var model = snapshot.Models[0];
        // The vertex (0,1,0) goes to (−1,1,0) in the bone, (−1,4,0) in the model, (−1,4,7) in the world.
        Near(new Vector3(-1, 4, 7), Vector3.Transform(Vector3.UnitY, model.WorldFromBind[0][0]));
        Near(new Vector3(-1, 4, 7), snapshot.Instances[0].Keypoints[0].World);
        Assert.Equal(new BoundingBox(new Vector3(-1, 3, 7), new Vector3(0, 4, 7)), PosedGeometry.InWorld(model).Bounds());
    }

    [Fact]
    public void Lights_shine_along_minus_z_of_their_node()
    {
        var scene = new Scene();
        scene.AddCamera(8, 8, 1);
        var rig = scene.Root.Add(new Node("rig") { Local = new Transform(new Vector3(1, 2, 3), Quaternion.CreateFromAxisAngle(Vector3.UnitX, -MathF.PI / 2), new Vector3(3)) });
        rig.Add(new LightNode("sun", new DirectionalLight()));
        var light = Assert.Single(Capture(scene).Lights);
        Near(new Vector3(1, 2, 3), light.Position);
        Near(-Vector3.UnitY, light.Direction);
    }

    [Fact]
    public void Lights_inside_an_asset_light_nothing_by_themselves()
    {
        var text = GltfText.Triangle();
        text.Json["extensions"] = new JsonObject { ["KHR_lights_punctual"] = new JsonObject { ["lights"] = new JsonArray(new JsonObject { ["type"] = "point" }) } };
        text.Nodes[0]!["extensions"] = new JsonObject { ["KHR_lights_punctual"] = new JsonObject { ["light"] = 0 } };
        text.Used("KHR_lights_punctual");
        var scene = new Scene();
        scene.AddCamera(8, 8, 1);
        var asset = text.Load();
        scene.AddModel(asset);
        Assert.Single(asset.Lights);
        Assert.Empty(Capture(scene).Lights);
    }

    [Fact]
    public void A_scale_above_a_camera_does_not_change_how_it_sees()
    {
        var scene = new Scene();
        var camera = scene.AddCamera(100, 100, MathF.PI / 2);
        scene.Root.Remove(camera);
        scene.Root.Add(new Node("rig") { Local = new Transform(new Vector3(0, 0, 5), Quaternion.Identity, new Vector3(2)) }).Add(camera);
        camera.Local = Transform.At(new Vector3(0, 0, 1));
        var view = SnapshotBuilder.Capture(scene, camera, 0, []).Camera;
        Near(new Vector3(0, 0, 7), view.Position);
        // At 45° to the right, 7 in front: the right edge.
        Near(new Vector3(100, 50, 7), view.Project(new Vector3(7, 0, 0)));
    }

    [Fact]
    public void What_happens_to_the_scene_later_does_not_reach_the_snapshot()
    {
        var scene = new Scene();
        scene.AddCamera(8, 8, 1);
        var node = scene.AddModel(Box, labeling: new("box"));
        var snapshot = Capture(scene);
        node.Local = Transform.At(new Vector3(9, 9, 9));
        node.Materials = [node.Materials[0] with { MetallicFactor = 1 }];
        node.Labeling = null;
        scene.Surroundings = Surroundings.Uniform(Vector3.Zero);
        scene.Root.Remove(node);
        Assert.Equal(Vector3.Zero, snapshot.Models[0].WorldFromModel.Translation);
        Assert.Equal(0, snapshot.Models[0].Materials[0].MetallicFactor);
        Assert.Equal("box", snapshot.Instances[0].Labeling.Category);
        Assert.Equal(Surroundings.Default, snapshot.Surroundings);
    }

    [Fact]
    public void Sampled_values_and_the_index_are_passed_on()
    {
        var scene = new Scene();
        var value = new SampledValue("sun", "", "elevation", 0.5);
        var snapshot = SnapshotBuilder.Capture(scene, scene.AddCamera(8, 8, 1), 41, [value]);
        Assert.Equal((41, value), (snapshot.FrameIndex, Assert.Single(snapshot.SampledValues)));
    }

    [Fact]
    public void Misfits_name_the_node()
    {
        var scene = new Scene();
        var camera = scene.AddCamera(8, 8, 1);
        var node = scene.AddModel(Box, name: "crate");
        node.Pose = [];
        Assert.Contains("'scene/crate' has a pose of 0 transforms, its asset has 1 nodes", Assert.Throws<InvalidOperationException>(() => Capture(scene)).Message, StringComparison.Ordinal);
        node.Pose = Box.RestPose;
        node.Materials = [];
        Assert.Contains("has 0 materials", Assert.Throws<InvalidOperationException>(() => Capture(scene)).Message, StringComparison.Ordinal);
        node.Materials = Box.Materials;
        node.MorphWeights = [[1f]];
        Assert.Contains("has 1 morph weights at asset node 'box', which has 0", Assert.Throws<InvalidOperationException>(() => Capture(scene)).Message, StringComparison.Ordinal);
        node.MorphWeights = Box.RestMorphWeights;
        node.Local = Transform.At(new Vector3(float.NaN, 0, 0));
        Assert.Contains("not finite", Assert.Throws<InvalidOperationException>(() => Capture(scene)).Message, StringComparison.Ordinal);
        node.Local = Transform.Identity;
        camera.Local = Transform.Identity with { Scale = Vector3.Zero };
        Assert.Contains("'scene/camera'", Assert.Throws<InvalidOperationException>(() => Capture(scene)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SnapshotBuilder.Capture(new Scene(), camera, 0, []));
    }

    private static FrameSnapshot Capture(Scene scene) => SnapshotBuilder.Capture(scene, scene.Cameras.Single(), 0, []);

    private static ModelAsset Labelled(string keypoints)
    {
        var text = GltfText.Triangle();
        text.Primitive["targets"] = new JsonArray(new JsonObject { ["POSITION"] = text.Floats("VEC3", 0, 0, 0, 0, 0, 2, 0, 0, 0) });
        text.Nodes[0]!["children"] = new JsonArray(1);
        text.Nodes.Add(new JsonObject { ["name"] = "arm" });
        text.Json["extras"] = new JsonObject { ["synthrender"] = new JsonObject { ["category"] = "thing", ["keypoints"] = JsonNode.Parse(keypoints) } };
        return text.Load();
    }

    private static void Near(Vector3 expected, Vector3 actual) =>
        Assert.True(Vector3.Distance(expected, actual) <= Tolerance * MathF.Max(1, expected.Length()), $"expected {expected}, found {actual}");
}
