using System.Text.Json.Nodes;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

public sealed class ModelDescriptionTests
{
    [Fact]
    public void A_model_is_described_line_by_line()
    {
        var text = GltfText.Triangle();
        text.Nodes[0]!["children"] = new JsonArray(1);
        text.Nodes.Add(new JsonObject { ["name"] = "tip", ["translation"] = new JsonArray(0, 1, 0) });
        text.Material(new JsonObject { ["name"] = "red", ["alphaMode"] = "MASK", ["doubleSided"] = true });
        text.Primitive["material"] = 0;
        text.Primitive["targets"] = new JsonArray(new JsonObject { ["POSITION"] = text.Floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 0, 0) });
        text.Json["meshes"]![0]!["extras"] = new JsonObject { ["targetNames"] = new JsonArray("wider") };
        text.Used("EXT_unheard_of");
        text.Json["extras"] = JsonNode.Parse(
            """
            { "synthrender": { "category": "flag", "supercategory": "thing", "keypoints": [ { "name": "top", "node": "tip" }, { "name": "corner", "mesh": "triangle", "vertex": 1, "self_occlusion_m": 0.02 } ],
              "skeleton": [["top", "corner"]], "joints": [ { "node": "tip", "type": "revolute", "axis": [0, 1, 0], "lower_deg": -45, "upper_deg": 90 } ],
              "symmetric_pairs": [["top", "corner"]], "parts": [ { "name": "pole", "nodes": ["tip"] } ],
              "symmetries": { "continuous": [ { "axis": [0, 1, 0], "offset": [1, 0, 0] } ], "discrete": [ [-1, 0, 0, 0,  0, 1, 0, 0,  0, 0, -1, 0.5,  0, 0, 0, 1] ] },
              "variants": [ { "name": "faded", "materials": { "red": { "baseColorFactor": [0.5, 0.25, 0.25, 1] } } } ] } }
            """);
        using var folder = new TemporaryFolder();
        var path = folder.Write("flag.gltf", text.ToText());
        var model = GltfLoader.Load(path);
        Assert.Equal(
            [
                "flag: 1 triangle, 3 vertices, 1 × 1 × 0 m",
                $"  file      {path}",
                $"  sha256    {model.ContentHash}",
                "nodes: 2",
                "  triangle  mesh meshes[0], 1 triangle",
                "    tip",
                "meshes:",
                "  meshes[0]",
                "    1 triangle, 3 vertices, material red, 1 morph target",
                "materials:",
                "  0 red",
                "    base colour 1 1 1 1, metallic 1, roughness 1, alpha cut at 0.5, double-sided",
                "variants:",
                "  faded",
                "    red: base colour 0.5 0.25 0.25 1, metallic 1, roughness 1, alpha cut at 0.5, double-sided",
                "morph targets:",
                "  wider",
                "labels: flag (thing)",
                "  keypoint top on tip, self-occlusion 0.15 m",
                "  keypoint corner on triangle, primitive 0, vertex 1, self-occlusion 0.02 m",
                "  skeleton top–corner",
                "  mirrored top↔corner",
                "  joint tip: turns about 0 1 0, -45° to 90°",
                "  part pole: tip",
                "  symmetry: any turn about 0 1 0 through 1 0 0",
                "  symmetry: 180° about 0 1 0, moved by 0 0 0.5 m",
                "warnings:",
                "  extensionsUsed[0]: the optional extension 'EXT_unheard_of' is not supported; what it says is ignored.",
            ],
            ModelDescription.Of(model));
    }

    [Fact]
    public void A_shape_made_in_code_is_described_too() =>
        Assert.Contains("labels: none", ModelDescription.Of(Shapes.Sphere(1)));
}
