using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>EXT_mesh_gpu_instancing: one node shows its mesh in many places.</summary>
public sealed class InstancingTests
{
    private const string Extension = "EXT_mesh_gpu_instancing";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_three_boxes_are_read_whether_the_extension_is_used_or_required(bool required)
    {
        using var folder = new TemporaryFolder();
        var glb = File.ReadAllBytes(FaultFiles.PathOf("silent_loader_warning", "inst_used.glb"));
        // "extensionsRequired" is longer; a name of the file's own makes room for it in neither, so the JSON is written anew.
        var json = JsonNode.Parse(glb.AsSpan(20, BitConverter.ToInt32(glb, 12)))!;
        if (required) json["extensionsRequired"] = new JsonArray(Extension);
        json["buffers"]![0]!["uri"] = $"data:application/octet-stream;base64,{Convert.ToBase64String(glb[(28 + BitConverter.ToInt32(glb, 12))..])}";
        var model = GltfLoader.Load(folder.Write("model.gltf", json.ToJsonString()));
        ModelChecks.AssertSound(model);
        Assert.Equal(36, model.TriangleCount);
        Assert.Equal(["i", "i[0]", "i[1]", "i[2]"], model.Nodes.Select(n => n.Name));
        Assert.Equal([-1, 0, 0, 0], model.Nodes.Select(n => n.Mesh));
        Assert.Equal([false, true, true, true], model.Nodes.Select(n => n.IsInstance));
        Assert.Empty(model.Warnings);
        Assert.Equal(2.4f, model.Bounds.Size.X, 1e-5f);
    }

    [Fact]
    public void An_instance_lies_where_the_node_and_its_own_scale_turn_and_place_put_it()
    {
        var text = GltfText.Triangle();
        text.Nodes[0]!["translation"] = new JsonArray(10, 0, 0);
        text.Nodes[0]!["children"] = new JsonArray(1);
        text.Nodes.Add(new JsonObject { ["name"] = "child", ["mesh"] = 0 });
        // Half a turn about z in normalised bytes, and none.
        var turns = text.Accessor("VEC4", 5120, 2, [0, 0, 0, 127, 0, 0, 127, 0], normalized: true);
        Instance(text, ("TRANSLATION", text.Floats("VEC3", 0, 0, 0, 1, 2, 3)), ("ROTATION", turns), ("SCALE", text.Floats("VEC3", 1, 1, 1, 2, 3, 4)), ("_ID", text.Floats("SCALAR", 7, 8)));
        var model = text.Load();
        ModelChecks.AssertSound(model);
        Assert.Empty(model.Warnings);
        // The child is no instance, and is there once.
        Assert.Equal(3, model.TriangleCount);
        var second = model.ModelFromNodes(model.RestPose)[2];
        Near(new Vector3(11, 2, 3), Vector3.Transform(Vector3.Zero, second));
        Near(new Vector3(9, 2, 3), Vector3.Transform(Vector3.UnitX, second));
        Near(new Vector3(11, -1, 3), Vector3.Transform(Vector3.UnitY, second));

        static void Near(Vector3 expected, Vector3 actual) => Assert.True(Vector3.Distance(expected, actual) < 1e-5f, $"expected {expected}, got {actual}");
    }

    [Fact]
    public void A_part_of_the_labels_that_names_the_node_holds_all_its_instances_and_a_keypoint_may_follow_one()
    {
        var text = GltfText.Triangle();
        Instance(text, ("TRANSLATION", text.Floats("VEC3", 0, 0, 0, 4, 0, 0)));
        text.Json["scenes"]![0]!["extras"] = new JsonObject
        {
            ["synthrender"] = new JsonObject
            {
                ["category"] = "fence",
                ["parts"] = new JsonArray(new JsonObject { ["name"] = "posts", ["nodes"] = new JsonArray("triangle") }),
                ["keypoints"] = new JsonArray(new JsonObject { ["name"] = "last", ["mesh"] = "triangle[1]", ["vertex"] = 1 }),
            },
        };
        var model = text.Load();
        Assert.Equal([0, 1, 2], model.Labels!.Parts[0].Nodes);
        var keypoint = model.Labels.Keypoints[0];
        Assert.Equal(new Vector3(5, 0, 0), PosedGeometry.AtRest(model).Vertex(keypoint.Node, keypoint.Vertex!.Value));
    }

    [Fact]
    public void Animated_weights_shape_all_instances()
    {
        var text = GltfText.Triangle();
        text.Primitive["targets"] = new JsonArray(new JsonObject { ["POSITION"] = text.Floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1) });
        Instance(text, ("TRANSLATION", text.Floats("VEC3", 0, 0, 0, 4, 0, 0)));
        text.Json["animations"] = new JsonArray(new JsonObject
        {
            ["samplers"] = new JsonArray(new JsonObject { ["input"] = text.Floats("SCALAR", 0, 1), ["output"] = text.Floats("SCALAR", 0, 1) }),
            ["channels"] = new JsonArray(new JsonObject { ["sampler"] = 0, ["target"] = new JsonObject { ["node"] = 0, ["path"] = "weights" } }),
        });
        var model = text.Load();
        ModelChecks.AssertSound(model);
        var (_, weights) = AnimationPlayer.PoseAt(model, model.Animations[0], 0.5f);
        Assert.Equal([0, 0.5f, 0.5f], weights.Select(w => w.Length == 0 ? 0 : w[0]));
    }

    [Fact]
    public void Nodes_that_share_a_mesh_have_instances_of_their_own()
    {
        var text = GltfText.Triangle();
        Instance(text, ("TRANSLATION", text.Floats("VEC3", 0, 0, 0, 4, 0, 0)), ("_BATCHID", text.Floats("SCALAR", 10, 11)));
        text.Nodes.Add(text.Nodes[0]!.DeepClone());
        text.Nodes[1]!["extensions"]![Extension]!["attributes"] = new JsonObject { ["TRANSLATION"] = text.Floats("VEC3", 0, 7, 0, 0, 8, 0, 0, 9, 0) };
        text.Json["scenes"]![0]!["nodes"] = new JsonArray(0, 1);
        var model = text.Load();
        Assert.Equal([new(0, 0, 0), new(4, 0, 0), new(0, 7, 0), new(0, 8, 0), new(0, 9, 0)], model.Nodes.Where(n => n.IsInstance).Select(n => n.Rest.Translation));
        Assert.Single(model.Meshes);
    }

    [Fact]
    public void Attributes_of_different_lengths_are_refused_and_unknown_ones_named()
    {
        var text = GltfText.Triangle();
        Instance(text, ("TRANSLATION", text.Floats("VEC3", 0, 0, 0, 4, 0, 0)), ("SCALE", text.Floats("VEC3", 1, 1, 1)));
        Assert.Equal("nodes[0].extensions.EXT_mesh_gpu_instancing.attributes.SCALE", text.Refused().Element);
        text = GltfText.Triangle();
        Instance(text, ("COLOR", text.Floats("VEC3", 0, 0, 0, 4, 0, 0)));
        Assert.StartsWith("nodes[0].extensions.EXT_mesh_gpu_instancing.attributes.COLOR: is not read", Assert.Single(text.Load().Omissions), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4_000_000, "nodes and instances, at most")]
    [InlineData(500_000, "triangles in all, at most")]
    public void Instances_that_cost_the_file_nothing_are_refused_before_they_are_made(int count, string words)
    {
        var text = GltfText.Triangle();
        var fan = new float[3 * 1000];
        for (var i = 0; i < fan.Length; i++) fan[i] = i % 7;
        text.Json["meshes"] = new JsonArray();
        text.Mesh(new JsonObject { ["POSITION"] = text.Floats("VEC3", fan) })["mode"] = 6;
        text.Json["accessors"]!.AsArray().Add(new JsonObject { ["componentType"] = 5126, ["count"] = count, ["type"] = "VEC3" });
        Instance(text, ("TRANSLATION", text.Json["accessors"]!.AsArray().Count - 1));
        Assert.Contains(words, text.Refused().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Instances_of_a_skinned_mesh_coincide_and_are_said_to()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["JOINTS_0"] = text.Accessor("VEC4", 5121, 3, new byte[12]);
        text.Primitive["attributes"]!["WEIGHTS_0"] = text.Floats("VEC4", 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
        text.Nodes[0]!["skin"] = 0;
        text.Json["skins"] = new JsonArray(new JsonObject { ["joints"] = new JsonArray(0) });
        Instance(text, ("TRANSLATION", text.Floats("VEC3", 0, 0, 0, 4, 0, 0)));
        var model = text.Load();
        Assert.Equal(1, model.TriangleCount);
        Assert.Contains("skin", Assert.Single(model.Omissions), StringComparison.Ordinal);
    }

    [Fact]
    public void The_description_counts_them()
    {
        var lines = ModelDescription.Of(GltfLoader.Load(FaultFiles.PathOf("silent_loader_warning", "inst_used.glb")));
        Assert.Contains("  i  3 instances of mesh meshes[0], 12 triangles each", lines);
        Assert.DoesNotContain(lines, l => l.Contains("i[0]", StringComparison.Ordinal));
    }

    private static void Instance(GltfText text, params (string Name, int Accessor)[] attributes)
    {
        text.Used(Extension);
        var json = new JsonObject();
        foreach (var (name, accessor) in attributes) json[name] = accessor;
        text.Nodes[0]!["extensions"] = new JsonObject { [Extension] = new JsonObject { ["attributes"] = json } };
    }
}
