using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;
using SynthRender.DeviceTests.Cli;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>What the loader reads of a file is in the picture and in the ids.</summary>
public sealed class LoadedModelTests(ValidatedDevice device) : RenderingTest(device)
{
    [Fact]
    public void Instances_are_drawn_and_are_one_object()
    {
        Scene.Surroundings = Surroundings.Uniform(Vector3.One);
        Eye = new Vector3(0, 0, 4);
        Add(GltfLoader.Load(CommandLine.Fault("silent_loader_warning", "inst_used.glb")));
        var frame = Render();
        // Boxes of side 0.4 at x = −1, 0 and 1, whose fronts are 3.8 m away.
        var row = frame.InstanceIds.Slice(frame.Height / 2 * frame.Width, frame.Width).ToArray();
        var pixelsPerMetre = frame.Height / (2 * 3.8 * Math.Tan(Lens.VerticalFov / 2));
        for (var i = 0; i < row.Length; i++)
        {
            var x = (i + 0.5 - frame.Width / 2.0) / pixelsPerMetre;
            var fromBox = Math.Abs(x - Math.Round(x));
            // The outer boxes show a side as well, so that what lies close to an edge is left open.
            if (Math.Abs(x) <= 1.1 && fromBox is < 0.15 or > 0.3) Assert.Equal(fromBox < 0.15 ? 1u : 0u, row[i]);
        }

        Assert.Equal(3, row.Prepend(0u).Zip(row).Count(p => p.First == 0 && p.Second == 1));
    }

    [Fact]
    public void Specular_glossiness_with_the_reflectance_of_plastic_looks_as_metallic_roughness_does()
    {
        var expected = Look(new JsonObject { ["pbrMetallicRoughness"] = new JsonObject { ["baseColorFactor"] = new JsonArray(0.2, 0.7, 0.1, 1), ["metallicFactor"] = 0, ["roughnessFactor"] = 0.4 } });
        var actual = Look(Gloss(new JsonObject { ["diffuseFactor"] = new JsonArray(0.2, 0.7, 0.1, 1), ["specularFactor"] = new JsonArray(0.04, 0.04, 0.04), ["glossinessFactor"] = 0.6 }));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Specular_glossiness_of_a_metal_looks_as_a_metal_of_that_colour()
    {
        var expected = Look(new JsonObject { ["pbrMetallicRoughness"] = new JsonObject { ["baseColorFactor"] = new JsonArray(0.9, 0.6, 0.3, 1), ["metallicFactor"] = 1, ["roughnessFactor"] = 0.5 } });
        var actual = Look(Gloss(new JsonObject { ["diffuseFactor"] = new JsonArray(0, 0, 0, 1), ["specularFactor"] = new JsonArray(0.9, 0.6, 0.3), ["glossinessFactor"] = 0.5 }));
        // The metal is drawn deferred, from a base colour of 11 bits; the other by the forward pass, in full.
        foreach (var (e, a) in expected.Zip(actual)) Near(e, a, 1.5);
    }

    [Fact]
    public void Specular_glossiness_is_drawn_where_a_material_has_both()
    {
        // The fallback is red. Nothing of the diffuse green is left below a mirror, which shows the white surroundings.
        Scene.Surroundings = Surroundings.Uniform(Vector3.One);
        (Eye, Target) = (new Vector3(0.3f, 0.3f, 2), new Vector3(0.3f, 0.3f, 0));
        Add(GltfLoader.Load(CommandLine.Fault("loader", "specgloss_required_both.glb")));
        var frame = Render();
        Assert.Equal(1u, frame.InstanceIds[frame.Height / 2 * frame.Width + frame.Width / 2]);
        var middle = Middle(frame);
        Near(middle.X, middle.Y, 1);
        Near(middle.X, middle.Z, 1);
        Assert.True(middle.X > 200, $"{middle}");
    }

    private static JsonObject Gloss(JsonObject values) => new() { ["extensions"] = new JsonObject { ["KHR_materials_pbrSpecularGlossiness"] = values } };

    // The middle of a quad with a material, in front and to the side, under surroundings and a sun.
    private float[] Look(JsonObject material)
    {
        using var file = new TemporaryModel(material);
        var model = GltfLoader.Load(file.Path);
        Assert.Empty(model.Warnings);
        var colors = new List<float>();
        foreach (var eye in (Vector3[])[new(0, 0, 2), new(1.6f, 0.4f, 1)])
        {
            NewScene();
            Scene.Surroundings = Surroundings.Uniform(new Vector3(0.4f));
            AddSun(new Vector3(0.3f, -0.4f, -1), 1.5f);
            (Eye, Target) = (eye, Vector3.Zero);
            Add(model);
            var color = Middle(Render());
            colors.AddRange([color.X, color.Y, color.Z]);
        }

        return [.. colors];
    }

    // A square of side 2 that faces +Z.
    private sealed class TemporaryModel : IDisposable
    {
        public TemporaryModel(JsonObject material)
        {
            float[] values = [-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, -1, 0, 1, 1, 0, -1, 1, 0];
            var bytes = values.SelectMany(BitConverter.GetBytes).ToArray();
            var json = new JsonObject
            {
                ["asset"] = new JsonObject { ["version"] = "2.0" },
                ["scenes"] = new JsonArray(new JsonObject { ["nodes"] = new JsonArray(0) }),
                ["nodes"] = new JsonArray(new JsonObject { ["mesh"] = 0 }),
                ["meshes"] = new JsonArray(new JsonObject { ["primitives"] = new JsonArray(new JsonObject { ["attributes"] = new JsonObject { ["POSITION"] = 0 }, ["material"] = 0 }) }),
                ["accessors"] = new JsonArray(new JsonObject
                {
                    ["bufferView"] = 0, ["componentType"] = 5126, ["count"] = 6, ["type"] = "VEC3", ["min"] = new JsonArray(-1, -1, 0), ["max"] = new JsonArray(1, 1, 0),
                }),
                ["bufferViews"] = new JsonArray(new JsonObject { ["buffer"] = 0, ["byteLength"] = bytes.Length }),
                ["buffers"] = new JsonArray(new JsonObject { ["byteLength"] = bytes.Length, ["uri"] = $"data:application/octet-stream;base64,{Convert.ToBase64String(bytes)}" }),
                ["materials"] = new JsonArray(material),
                ["extensionsUsed"] = new JsonArray("KHR_materials_pbrSpecularGlossiness"),
            };
            Path = System.IO.Path.GetTempFileName();
            File.WriteAllText(Path, json.ToJsonString());
        }

        public string Path { get; }

        public void Dispose() => File.Delete(Path);
    }
}
