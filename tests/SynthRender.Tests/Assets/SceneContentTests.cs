using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Graph;
using SynthRender.Lights;

namespace SynthRender.Tests.Assets;

/// <summary>Nodes, lights and cameras as they come out of files.</summary>
public sealed class SceneContentTests
{
    [Fact]
    public void Parents_come_before_children_whatever_the_file_s_order()
    {
        var text = GltfText.Triangle();
        text.Nodes.Add(new JsonObject { ["name"] = "middle", ["children"] = new JsonArray(0) });
        text.Nodes.Add(new JsonObject { ["name"] = "top", ["children"] = new JsonArray(1, 3) });
        text.Nodes.Add(new JsonObject());
        text.Json["scenes"]![0]!["nodes"] = new JsonArray(2);
        var nodes = text.Load().Nodes;
        Assert.Equal(["top", "middle", "triangle", "nodes[3]"], nodes.Select(n => n.Name));
        Assert.Equal([-1, 0, 1, 0], nodes.Select(n => n.Parent));
    }

    [Fact]
    public void Only_the_default_scene_is_read()
    {
        var text = TwoScenes();
        text.Json["scene"] = 1;
        Assert.Equal("second", Assert.Single(text.Load().Nodes).Name);
    }

    [Fact]
    public void Without_a_default_scene_the_first_is_read()
    {
        var text = TwoScenes();
        text.Json.Remove("scene");
        Assert.Equal("triangle", Assert.Single(text.Load().Nodes).Name);
    }

    [Fact]
    public void Without_scenes_all_root_nodes_are_read()
    {
        var text = TwoScenes();
        text.Json.Remove("scene");
        text.Json.Remove("scenes");
        text.Nodes[1]!["children"] = new JsonArray(2);
        text.Nodes.Add(new JsonObject { ["name"] = "child" });
        Assert.Equal(["triangle", "second", "child"], text.Load().Nodes.Select(n => n.Name));
    }

    [Fact]
    public void Transforms_are_read_from_parts_and_from_matrices()
    {
        var text = GltfText.Triangle();
        text.Nodes[0]!["translation"] = new JsonArray(1, 2, 3);
        text.Nodes[0]!["rotation"] = new JsonArray(0, 0.6, 0, 0.8);
        text.Nodes[0]!["scale"] = new JsonArray(2, 3, 4);
        var expected = new Transform(new Vector3(1, 2, 3), new Quaternion(0, 0.6f, 0, 0.8f), new Vector3(2, 3, 4));
        var m = expected.ToMatrix();
        text.Nodes.Add(new JsonObject
        {
            ["matrix"] = new JsonArray(m.M11, m.M12, m.M13, 0, m.M21, m.M22, m.M23, 0, m.M31, m.M32, m.M33, 0, m.M41, m.M42, m.M43, 1),
        });
        text.Json["scenes"]![0]!["nodes"] = new JsonArray(0, 1);
        var nodes = text.Load().Nodes;
        foreach (var node in nodes)
        {
            // Decomposition and normalisation round in single precision.
            Assert.True(Vector3.Distance(expected.Translation, node.Rest.Translation) < 1e-5f);
            Assert.True(Vector3.Distance(expected.Scale, node.Rest.Scale) < 1e-5f);
            Assert.True(MathF.Abs(Quaternion.Dot(expected.Rotation, node.Rest.Rotation)) > 1 - 1e-5f);
        }
    }

    [Fact]
    public void Lights_are_converted_from_lux_and_candela_with_683_lumens_per_watt()
    {
        var text = GltfText.Triangle();
        text.Used("KHR_lights_punctual");
        text.Json["extensions"] = new JsonObject
        {
            ["KHR_lights_punctual"] = new JsonObject
            {
                ["lights"] = new JsonArray(
                    new JsonObject { ["type"] = "directional", ["intensity"] = 683, ["color"] = new JsonArray(1, 0.5, 0.25) },
                    new JsonObject { ["type"] = "point", ["intensity"] = 1366, ["range"] = 5 },
                    new JsonObject { ["type"] = "spot", ["intensity"] = 341.5, ["spot"] = new JsonObject { ["innerConeAngle"] = 0.25, ["outerConeAngle"] = 0.5 } }),
            },
        };
        text.Nodes[0]!["extensions"] = new JsonObject { ["KHR_lights_punctual"] = new JsonObject { ["light"] = 2 } };
        var model = text.Load();
        Assert.Equal(new DirectionalLight { Irradiance = 1, Color = new Vector3(1, 0.5f, 0.25f) }, model.Lights[0]);
        Assert.Equal(new PointLight { Intensity = 2, Range = 5 }, model.Lights[1]);
        Assert.Equal(new SpotLight { Intensity = 0.5f, InnerConeAngle = 0.25f, OuterConeAngle = 0.5f }, model.Lights[2]);
        Assert.Equal(2, model.Nodes[0].Light);
    }

    [Fact]
    public void Cameras_are_read()
    {
        var text = GltfText.Triangle();
        text.Json["cameras"] = new JsonArray(
            new JsonObject { ["type"] = "perspective", ["name"] = "eye", ["perspective"] = new JsonObject { ["yfov"] = 0.5, ["znear"] = 0.25, ["aspectRatio"] = 1.5 } },
            new JsonObject { ["type"] = "orthographic", ["orthographic"] = new JsonObject { ["xmag"] = 3, ["ymag"] = 2, ["znear"] = 0, ["zfar"] = 9 } });
        text.Nodes[0]!["camera"] = 1;
        var model = text.Load();
        Assert.Equal(new("eye", 0.5f, 1.5f, null, 0.25f, float.PositiveInfinity), model.Cameras[0]);
        Assert.Equal(new("cameras[1]", null, 1.5f, 2, 0, 9), model.Cameras[1]);
        Assert.Equal(1, model.Nodes[0].Camera);
    }

    private static GltfText TwoScenes()
    {
        var text = GltfText.Triangle();
        text.Nodes.Add(new JsonObject { ["name"] = "second" });
        text.Json["scenes"]!.AsArray().Add(new JsonObject { ["nodes"] = new JsonArray(1) });
        return text;
    }
}
