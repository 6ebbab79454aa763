using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;
using SynthRender.Labels;

namespace SynthRender.Tests.Assets;

/// <summary>The `synthrender` object: what it says, where it may stand, and what is refused in it.</summary>
public sealed class LabelFileTests
{
    private const string Full = """
        {
          "category": "red_deer", "supercategory": "wildlife", "size_m": [1, 2, 3],
          "keypoints": [
            { "name": "nose", "node": "head", "offset": [0, 0.5, 1], "self_occlusion_m": 0.02 },
            { "name": "left_eye", "mesh": "body", "primitive": 0, "vertex": 2 },
            { "name": "right_eye", "node": "head" }
          ],
          "skeleton": [["nose", "left_eye"], ["right_eye", "nose"]],
          "symmetric_pairs": [["left_eye", "right_eye"]],
          "symmetries": {
            "continuous": [ { "axis": [0, 2, 0], "offset": [1, 0, 0] } ],
            "discrete": [ [-1, 0, 0, 0.5,  0, 1, 0, 0,  0, 0, -1, 0,  0, 0, 0, 1] ]
          },
          "joints": [
            { "node": "head", "type": "revolute", "axis": [0, 0, 2], "lower_deg": -90, "upper_deg": 180 },
            { "node": "tail", "type": "prismatic", "axis": [1, 0, 0], "lower_m": -0.1, "upper_m": 0.2 },
            { "node": "body", "type": "ball", "lower_deg": [-90, 0, 0], "upper_deg": [90, 180, 0] }
          ],
          "parts": [ { "name": "head", "nodes": ["head", "tail"] } ],
          "variants": [ { "name": "winter", "materials": { "coat": { "baseColorFactor": [1, 0.5, 0.25, 1], "metallicFactor": 0.5, "roughnessFactor": 0.125, "emissiveFactor": [1, 2, 3] } } } ]
        }
        """;

    [Fact]
    public void Everything_is_read()
    {
        var model = Deer(Full).Load();
        var labels = model.Labels!;
        int head = Index(model, "head"), tail = Index(model, "tail"), body = Index(model, "body");
        Assert.Equal(("red_deer", "wildlife", new Vector3(1, 2, 3)), (labels.Category, labels.Supercategory, labels.SizeMetres));
        Assert.Equal(
            [
                new KeypointBinding("nose", head, new Vector3(0, 0.5f, 1), null, 0.02f),
                new KeypointBinding("left_eye", body, default, new KeypointVertex(0, 2)),
                new KeypointBinding("right_eye", head, default),
            ],
            labels.Keypoints);
        Assert.Equal(new KeypointTemplate(["nose", "left_eye", "right_eye"], [(0, 1), (2, 0)], [(1, 2)]), labels.Template);
        var quarter = MathF.PI / 2;
        Assert.Equal(
            [
                new JointLimit(head, JointKind.Revolute, Vector3.UnitZ, new Vector3(-quarter, 0, 0), new Vector3(MathF.PI, 0, 0)),
                new JointLimit(tail, JointKind.Prismatic, Vector3.UnitX, new Vector3(-0.1f, 0, 0), new Vector3(0.2f, 0, 0)),
                new JointLimit(body, JointKind.Ball, Vector3.Zero, new Vector3(-quarter, 0, 0), new Vector3(quarter, MathF.PI, 0)),
            ],
            labels.Joints);
        Assert.Equal("head", Assert.Single(labels.Parts).Name);
        Assert.Equal([head, tail], labels.Parts[0].Nodes);
        Assert.Equal(new ModelSymmetry(null, Vector3.UnitY, Vector3.UnitX), labels.Symmetries[0]);
        Assert.Equal(new Vector3(-0.5f, 2, -3), Vector3.Transform(new Vector3(1, 2, 3), labels.Symmetries[1].ModelFromModel!.Value));
        var winter = Assert.Single(model.Variants);
        Assert.Equal("winter", winter.Name);
        Assert.Equal(
            model.Materials[0] with { BaseColorFactor = new Vector4(1, 0.5f, 0.25f, 1), MetallicFactor = 0.5f, RoughnessFactor = 0.125f, EmissiveFactor = new Vector3(1, 2, 3) },
            winter.Materials[0]);
        Assert.Equal(new Labeling("red_deer", "wildlife"), labels.ToLabeling());
    }

    [Theory]
    [InlineData("scene")]
    [InlineData("asset")]
    [InlineData("root")]
    [InlineData("node")]
    public void It_may_stand_in_the_extras_of_scene_asset_document_or_first_root_node(string place)
    {
        var text = Deer(null);
        JsonNode owner = place switch { "scene" => text.Json["scenes"]![0]!, "asset" => text.Json["asset"]!, "root" => text.Json, _ => text.Nodes[0]! };
        owner["extras"] = new JsonObject { ["other_tool"] = 1, ["synthrender"] = new JsonObject { ["category"] = "fox" } };
        Assert.Equal("fox", text.Load().Labels!.Category);
    }

    [Fact]
    public void A_model_without_one_has_no_labels() => Assert.Null(Deer(null).Load().Labels);

    [Theory]
    [InlineData("""{ "synthrender": { "category": "fox" } }""")]
    [InlineData("""{ "category": "fox" }""")]
    public void A_sidecar_wins_with_a_warning_and_counts_for_the_hash(string sidecar)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("deer.gltf", Deer(Full).ToText());
        var own = GltfLoader.Load(path);
        folder.Write("deer.labels.json", sidecar);
        var model = GltfLoader.Load(path);
        Assert.Equal("fox", model.Labels!.Category);
        Assert.Null(model.Labels.Template);
        Assert.Contains(model.Warnings, w => w.Contains("ignored in favour of deer.labels.json", StringComparison.Ordinal));
        Assert.NotEqual(own.ContentHash, model.ContentHash);
    }

    [Fact]
    public void An_error_in_a_sidecar_names_the_sidecar()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("deer.gltf", Deer(null).ToText());
        var sidecar = folder.Write("deer.labels.json", """{ "category": "fox", "colour": "red" }""");
        var error = Assert.Throws<AssetException>(() => GltfLoader.Load(path));
        Assert.Equal((sidecar, "colour"), (error.File, error.Element));
        folder.Write("deer.labels.json", "{");
        Assert.Contains("JSON is broken at line 1", Assert.Throws<AssetException>(() => GltfLoader.Load(path)).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("category", "", "category", "not empty")]
    [InlineData("\"supercategory\"", "\"super_category\"", "super_category", "known are category")]
    [InlineData("\"offset\"", "\"offsets\"", "keypoints[0].offsets", "known are name")]
    [InlineData("\"category\": \"red_deer\", ", "", "category", "missing")]
    [InlineData("\"size_m\": [1, 2, 3]", "\"size_m\": [1, 0, 3]", "size_m[1]", "at least")]
    [InlineData("\"name\": \"left_eye\"", "\"name\": \"nose\"", "keypoints[1].name", "repeats")]
    [InlineData("\"node\": \"head\", \"offset\"", "\"node\": \"haed\", \"offset\"", "keypoints[0].node", "no node 'haed'")]
    [InlineData("\"node\": \"head\", \"offset\"", "\"offset\"", "keypoints[0]", "neither")]
    [InlineData("\"node\": \"head\", \"offset\"", "\"node\": \"head\", \"vertex\": 1, \"offset\"", "keypoints[0].vertex", "does not go with")]
    [InlineData("\"vertex\": 2", "\"vertex\": 3", "keypoints[1].vertex", "0 to 2")]
    [InlineData("\"primitive\": 0", "\"primitive\": 1", "keypoints[1].primitive", "has 1 primitives")]
    [InlineData("\"mesh\": \"body\"", "\"mesh\": \"tail\"", "keypoints[1].mesh", "Nodes with a mesh are body")]
    [InlineData("[\"nose\", \"left_eye\"]", "[\"nose\", \"ear\"]", "skeleton[0][1]", "no keypoint 'ear'")]
    [InlineData("[\"nose\", \"left_eye\"]", "[\"nose\", \"nose\"]", "skeleton[0]", "itself")]
    [InlineData("[\"nose\", \"left_eye\"]", "[\"nose\", \"right_eye\"]", "skeleton[1]", "twice")]
    [InlineData("[[\"left_eye\", \"right_eye\"]]", "[[\"left_eye\", \"right_eye\"], [\"nose\", \"left_eye\"]]", "symmetric_pairs[1]", "one pair")]
    [InlineData("\"axis\": [0, 2, 0]", "\"axis\": [0, 0, 0]", "symmetries.continuous[0].axis", "no length")]
    [InlineData("[-1, 0, 0, 0.5,", "[1, 0, 0, 0.5,", "symmetries.discrete[0]", "rigid")]
    [InlineData("\"lower_deg\": -90", "\"lower_deg\": 190", "joints[0].lower_deg", "above upper_deg")]
    [InlineData("\"lower_m\": -0.1", "\"lower_m\": 0.3", "joints[1].lower_m", "above upper_m")]
    [InlineData("\"lower_m\": -0.1", "\"lower_deg\": -0.1", "joints[1].lower_deg", "does not go with a prismatic")]
    [InlineData("\"lower_deg\": [-90, 0, 0]", "\"lower_deg\": -90", "joints[2].lower_deg", "array")]
    [InlineData("\"axis\": [0, 0, 2], ", "", "joints[0].axis", "missing")]
    [InlineData("\"node\": \"tail\", \"type\"", "\"node\": \"head\", \"type\"", "joints[1].node", "repeats")]
    [InlineData("\"type\": \"ball\"", "\"type\": \"hinge\"", "joints[2].type", "one of")]
    [InlineData("[\"head\", \"tail\"]", "[\"head\", \"head\"]", "parts[0].nodes[1]", "repeats")]
    [InlineData("[\"head\", \"tail\"]", "[]", "parts[0].nodes", "at least 1")]
    [InlineData("\"coat\"", "\"coats\"", "variants[0].materials.coats", "Its materials are coat")]
    [InlineData("\"metallicFactor\": 0.5", "\"metallicFactor\": 2", "variants[0].materials.coat.metallicFactor", "0 to 1")]
    public void Mistakes_are_named(string find, string replace, string element, string word)
    {
        var json = find == "category" ? Full.Replace("\"red_deer\"", "\" \"", StringComparison.Ordinal) : Full.Replace(find, replace, StringComparison.Ordinal);
        Assert.NotEqual(Full, json);
        var error = Deer(json).Refused();
        Assert.Equal($"scenes[0].extras.synthrender.{element}", error.Element);
        Assert.Contains(word, error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_two_nodes_have_is_refused()
    {
        var text = Deer(Full);
        text.Nodes[2]!["name"] = "head";
        Assert.Contains("several nodes are called 'head'", text.Refused().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vertex_keeps_its_index_when_flat_normals_split_the_mesh()
    {
        var text = new GltfText();
        var positions = text.Floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
        text.Mesh(new JsonObject { ["POSITION"] = positions }, text.Accessor("SCALAR", 5121, 12, [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3]));
        text.Nodes.Add(new JsonObject { ["name"] = "solid", ["mesh"] = 0 });
        text.Json["extras"] = JsonNode.Parse("""{ "synthrender": { "category": "x", "keypoints": [ { "name": "tip", "mesh": "solid", "vertex": 3 } ] } }""");
        var model = text.Load();
        Assert.Equal(Vector3.UnitZ, PosedGeometry.AtRest(model).Vertex(0, model.Labels!.Keypoints[0].Vertex!.Value));
        // The primitive has twelve vertices after the split, but the file has four.
        text.Json["extras"]!["synthrender"]!["keypoints"]![0]!["vertex"] = 4;
        Assert.Contains("0 to 3", text.Refused().Problem, StringComparison.Ordinal);
    }

    private static int Index(ModelAsset model, string node) => Array.FindIndex([.. model.Nodes], n => n.Name == node);

    private static GltfText Deer(string? labels)
    {
        var text = GltfText.Triangle();
        text.Nodes[0]!["name"] = "body";
        text.Nodes[0]!["children"] = new JsonArray(1, 2);
        text.Nodes.Add(new JsonObject { ["name"] = "head" });
        text.Nodes.Add(new JsonObject { ["name"] = "tail" });
        text.Material(new JsonObject { ["name"] = "coat" });
        text.Primitive["material"] = 0;
        if (labels is not null) text.Json["scenes"]![0]!["extras"] = new JsonObject { ["synthrender"] = JsonNode.Parse(labels) };
        return text;
    }
}
