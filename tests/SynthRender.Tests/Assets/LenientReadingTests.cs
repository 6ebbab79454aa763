using System.Text;
using System.Text.Json.Nodes;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Files whose faults leave no doubt about what is meant are read; what is left out of them is said by name.</summary>
public sealed class LenientReadingTests
{
    [Theory]
    [InlineData("float_count.glb")]
    [InlineData("bom.gltf")]
    [InlineData("unaligned_json.glb")]
    [InlineData("texcoord2_valid.glb")]
    [InlineData("yfov4.glb")]
    [InlineData("anim_negative_time.glb")]
    [InlineData("nonroot_only.glb")]
    public void The_triangle_is_read(string file)
    {
        var model = GltfLoader.Load(FaultFiles.PathOf("loader", file));
        Assert.Equal(1, model.TriangleCount);
        Assert.Equal(new System.Numerics.Vector3(1, 1, 0), model.Bounds.Max);
        ModelChecks.AssertSound(model);
    }

    [Theory]
    [InlineData("yfov4.glb", "cameras[0].perspective.yfov: found 4, expected radians below π; the camera is left out.")]
    [InlineData("nonroot_only.glb", "scenes[0].nodes[0]: node 1 is a child of nodes[0], which the scene does not show")]
    public void What_is_left_out_is_named(string file, string words) =>
        Assert.StartsWith(words, Assert.Single(GltfLoader.Load(FaultFiles.PathOf("loader", file)).Omissions), StringComparison.Ordinal);

    [Fact]
    public void Whole_numbers_may_be_written_as_JSON_Schema_allows()
    {
        var text = GltfText.Triangle();
        text.Nodes[0]!["children"] = new JsonArray(1);
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        var json = text.ToText().Replace("\"byteLength\":36", "\"byteLength\":3.6e1", StringComparison.Ordinal)
            .Replace("\"count\":3", "\"count\":3.0", StringComparison.Ordinal).Replace("\"componentType\":5126", "\"componentType\":5126.000", StringComparison.Ordinal)
            .Replace("\"children\":[1]", "\"children\":[1.0]", StringComparison.Ordinal).Replace("\"scene\":0", "\"scene\":0e0", StringComparison.Ordinal)
            .Replace("\"mesh\":0", "\"mesh\":0.0", StringComparison.Ordinal);
        Assert.Contains("3.6e1", json, StringComparison.Ordinal);
        var model = Load("model.gltf", Encoding.UTF8.GetBytes(json));
        Assert.Equal(2, model.TriangleCount);
        Assert.Empty(model.Warnings);
    }

    [Fact]
    public void A_number_that_is_not_whole_is_refused_with_its_place()
    {
        var text = GltfText.Triangle();
        text.Json["accessors"]![0]!["count"] = 2.5;
        Assert.Equal("accessors[0].count", text.Refused().Element);
    }

    [Fact]
    public void A_byte_order_mark_within_a_glb_is_skipped()
    {
        var json = "\uFEFF"u8.ToArray().Concat(Chunk(GltfText.Triangle().ToBinary(), 0)).ToArray();
        Assert.Equal(1, Load("model.glb", Glb(Padded(json), Chunk(GltfText.Triangle().ToBinary(), 1))).TriangleCount);
    }

    [Fact]
    public void UTF_16_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("model.gltf", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(GltfText.Triangle().ToText())).ToArray());
        Assert.Contains("not UTF-8", Assert.Throws<AssetException>(() => GltfLoader.Load(path)).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_chunk_length_that_leaves_its_padding_out_is_read_with_the_padding_there_or_not(bool padded)
    {
        var good = GltfText.Triangle().ToBinary();
        var json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Chunk(good, 0)).TrimEnd(' ')).ToList();
        while (json.Count % 4 != 3) json.Add((byte)' ');
        var model = Load("model.glb", Glb([.. json], Chunk(good, 1), filler: padded ? 1 : 0));
        Assert.Equal(1, model.TriangleCount);
        Assert.Contains(model.Warnings, w => w.StartsWith("chunks: the chunk at byte 12", StringComparison.Ordinal));
        Assert.Empty(model.Omissions);
    }

    [Fact]
    public void A_clip_that_begins_before_zero_keeps_its_keys()
    {
        var model = GltfLoader.Load(FaultFiles.PathOf("loader", "anim_negative_time.glb"));
        var clip = Assert.Single(model.Animations);
        Assert.Equal(-1.8f, clip.Channels[0].Times.Span[0]);
        Assert.Equal(1, clip.Duration);
        Assert.Contains(model.Warnings, w => w.StartsWith("animations[0].samplers[0].input: the first key is at -1.8 s", StringComparison.Ordinal));
        Assert.Empty(model.Omissions);
    }

    [Fact]
    public void A_clip_of_one_key_at_zero_may_leave_its_times_to_the_reader()
    {
        var text = GltfText.Triangle();
        text.Json["accessors"]!.AsArray().Add(new JsonObject { ["componentType"] = 5126, ["count"] = 1, ["type"] = "SCALAR", ["min"] = new JsonArray(0), ["max"] = new JsonArray(0) });
        text.Json["animations"] = new JsonArray(new JsonObject
        {
            ["samplers"] = new JsonArray(new JsonObject { ["input"] = text.Json["accessors"]!.AsArray().Count - 1, ["output"] = text.Floats("VEC3", 3, 0, 0) }),
            ["channels"] = new JsonArray(new JsonObject { ["sampler"] = 0, ["target"] = new JsonObject { ["node"] = 0, ["path"] = "translation" } }),
        });
        var model = text.Load();
        Assert.Empty(model.Omissions);
        Assert.Equal(3, AnimationPlayer.PoseAt(model, model.Animations[0], 0).Nodes[0].Translation.X);
    }

    [Fact]
    public void Three_numbers_for_a_UV_are_read_as_two()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["TEXCOORD_0"] = text.Floats("VEC3", 0, 1, 0, 0.5f, 0.25f, 0, 1, 0, 0);
        var model = text.Load();
        Assert.Equal(new System.Numerics.Vector2(0.5f, 0.25f), model.Meshes[0].Primitives[0].TexCoords0.Span[1]);
        Assert.Contains(model.Warnings, w => w.StartsWith("meshes[0].primitives[0].attributes.TEXCOORD_0: accessors[2] is of type VEC3", StringComparison.Ordinal));
        Assert.Empty(model.Omissions);
    }

    [Fact]
    public void A_clip_that_ends_before_zero_is_left_out()
    {
        var text = GltfText.Triangle();
        text.Json["animations"] = new JsonArray(new JsonObject
        {
            ["samplers"] = new JsonArray(new JsonObject { ["input"] = text.Floats("SCALAR", -2, -1), ["output"] = text.Floats("VEC3", 0, 0, 0, 1, 1, 1) }),
            ["channels"] = new JsonArray(new JsonObject { ["sampler"] = 0, ["target"] = new JsonObject { ["node"] = 0, ["path"] = "translation" } }),
        });
        var model = text.Load();
        Assert.Equal(1, model.TriangleCount);
        Assert.Empty(Assert.Single(model.Animations).Channels);
        Assert.StartsWith("animations[0].samplers[0].input: the last key is at -1 s", Assert.Single(model.Omissions), StringComparison.Ordinal);
    }

    [Fact]
    public void Cameras_lights_and_clips_that_cannot_be_read_are_left_out_one_by_one()
    {
        var text = GltfText.Triangle();
        text.Used("KHR_lights_punctual");
        text.Json["cameras"] = new JsonArray(
            new JsonObject { ["type"] = "fisheye" },
            new JsonObject { ["type"] = "perspective", ["perspective"] = new JsonObject { ["yfov"] = 1, ["znear"] = 0.1 } },
            new JsonObject { ["type"] = "perspective", ["perspective"] = new JsonObject { ["yfov"] = 1, ["znear"] = -0.1 } });
        text.Json["extensions"] = new JsonObject
        {
            ["KHR_lights_punctual"] = new JsonObject
            {
                ["lights"] = new JsonArray(
                    new JsonObject { ["type"] = "spot", ["spot"] = new JsonObject { ["innerConeAngle"] = 1, ["outerConeAngle"] = 0.5 } },
                    new JsonObject { ["type"] = "point" }),
            },
        };
        text.Json["animations"] = new JsonArray(7, new JsonObject { ["channels"] = new JsonArray() });
        text.Nodes[0]!["camera"] = 1;
        text.Nodes[0]!["extensions"] = new JsonObject { ["KHR_lights_punctual"] = new JsonObject { ["light"] = 1 } };
        text.Nodes.Add(new JsonObject { ["camera"] = 0, ["extensions"] = new JsonObject { ["KHR_lights_punctual"] = new JsonObject { ["light"] = 9 } } });
        text.Json["scenes"]![0]!["nodes"] = new JsonArray(0, 1);
        var model = text.Load();
        ModelChecks.AssertSound(model);
        Assert.Equal((1, 1, 0), (model.Cameras.Length, model.Lights.Length, model.Animations.Length));
        Assert.Equal("cameras[1]", model.Cameras[model.Nodes[0].Camera].Name);
        Assert.IsType<SynthRender.Lights.PointLight>(model.Lights[model.Nodes[0].Light]);
        Assert.Equal((-1, -1), (model.Nodes[1].Camera, model.Nodes[1].Light));
        string[] places = ["extensions.KHR_lights_punctual.lights[0].spot", "cameras[0].type", "cameras[2].perspective.znear", "nodes[1].extensions.KHR_lights_punctual.light", "animations[0]", "animations[1].samplers"];
        Assert.All(places, place => Assert.Contains(model.Omissions, o => o.StartsWith(place + ":", StringComparison.Ordinal)));
        Assert.Equal(places.Length, model.Omissions.Length);
    }

    [Fact]
    public void A_node_that_a_scene_lists_with_its_parent_or_twice_is_drawn_once()
    {
        var text = GltfText.Triangle();
        text.Nodes.Add(new JsonObject { ["children"] = new JsonArray(0), ["translation"] = new JsonArray(5, 0, 0) });
        text.Json["scenes"]![0]!["nodes"] = new JsonArray(0, 1, 1);
        var model = text.Load();
        Assert.Equal(1, model.TriangleCount);
        Assert.Equal(5, model.Bounds.Min.X);
        Assert.Equal(2, model.Warnings.Length);
        Assert.Empty(model.Omissions);
    }

    [Fact]
    public void A_branch_that_the_scene_shows_by_itself_is_not_added_again_for_a_skin()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["JOINTS_0"] = text.Accessor("VEC4", 5121, 3, new byte[12]);
        text.Primitive["attributes"]!["WEIGHTS_0"] = text.Floats("VEC4", 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
        text.Nodes[0]!["skin"] = 0;
        text.Nodes.Add(new JsonObject { ["children"] = new JsonArray(0, 2) });
        text.Nodes.Add(new JsonObject { ["name"] = "joint" });
        text.Json["skins"] = new JsonArray(new JsonObject { ["joints"] = new JsonArray(2) });
        var model = text.Load();
        ModelChecks.AssertSound(model);
        Assert.Equal(["triangle", "nodes[1]", "joint"], model.Nodes.Select(n => n.Name));
        Assert.Equal(1, model.TriangleCount);
    }

    [Theory]
    [InlineData("minversion21.glb", "asset.minVersion", "needs glTF 2.1")]
    [InlineData("draco_optional_no_fallback.glb", "meshes[0].primitives[0].extensions.KHR_draco_mesh_compression", "'KHR_draco_mesh_compression'")]
    [InlineData("tri_overflow.glb", "scene", "2,200,000,000 triangles")]
    public void What_cannot_be_drawn_is_refused_by_name(string file, string element, string words)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<AssetException>(() => GltfLoader.Load(FaultFiles.PathOf("loader", file)));
        Assert.Equal(element, error.Element);
        Assert.Contains(words, error.Problem, StringComparison.Ordinal);
        // Reading 22,000 nodes' JSON takes some 30 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 150_000_000);
    }

    [Theory]
    [InlineData("2.1", null, null)]
    [InlineData("2.0", "2.0", null)]
    [InlineData("2.9", "3.0", "asset.minVersion")]
    [InlineData("3.0", null, "asset.version")]
    [InlineData("two", null, "asset.version")]
    [InlineData("2.0", "2", "asset.minVersion")]
    public void A_later_minor_version_is_read_unless_it_needs_more(string version, string? least, string? refused)
    {
        var text = GltfText.Triangle();
        text.Json["asset"]!["version"] = version;
        if (least is not null) text.Json["asset"]!["minVersion"] = least;
        if (refused is null) Assert.Equal(1, text.Load().TriangleCount);
        else Assert.Equal(refused, text.Refused().Element);
    }

    [Fact]
    public void Draco_with_an_uncompressed_copy_is_read_from_the_copy()
    {
        var text = GltfText.Triangle();
        text.Used("KHR_draco_mesh_compression");
        text.Primitive["extensions"] = new JsonObject { ["KHR_draco_mesh_compression"] = new JsonObject { ["bufferView"] = 0, ["attributes"] = new JsonObject { ["POSITION"] = 0 } } };
        Assert.Equal(1, text.Load().TriangleCount);
    }

    [Fact]
    public void Buffers_that_are_only_a_placeholder_for_compressed_views_are_refused_by_the_extension_s_name()
    {
        var text = GltfText.Triangle();
        text.Used("EXT_meshopt_compression");
        text.ToText();
        text.Json["buffers"]!.AsArray().Add(new JsonObject { ["byteLength"] = 36, ["extensions"] = new JsonObject { ["EXT_meshopt_compression"] = new JsonObject { ["fallback"] = true } } });
        var view = text.Json["bufferViews"]![0]!;
        (view["buffer"], view["byteOffset"]) = (1, 0);
        view["extensions"] = new JsonObject { ["EXT_meshopt_compression"] = new JsonObject { ["buffer"] = 0, ["byteLength"] = 8, ["byteStride"] = 12, ["count"] = 3, ["mode"] = "ATTRIBUTES" } };
        var error = text.Refused();
        Assert.Equal("bufferViews[0].extensions.EXT_meshopt_compression", error.Element);
    }

    [Theory]
    [InlineData("robot.urdf", "<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<robot name=\"arm\"><link name=\"base\"/></robot>", "a robot description in URDF")]
    [InlineData("arm.xml", "<mujoco model=\"arm\"/>", "a robot description in MJCF")]
    [InlineData("part.obj", "# cube\nv 0 0 0\n", "a Wavefront OBJ file")]
    [InlineData("part.STL", "solid part\n", "an STL file")]
    [InlineData("part.glb", "Kaydara FBX Binary  \0", "an Autodesk FBX file")]
    [InlineData("scan.ply", "ply\nformat ascii 1.0\n", "a PLY file")]
    public void Another_kind_of_file_is_named(string name, string content, string kind)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write(name, content);
        Assert.StartsWith($"is {kind}, not glTF", Assert.Throws<AssetException>(() => GltfLoader.Load(path)).Problem, StringComparison.Ordinal);
    }

    private static ModelAsset Load(string name, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        return GltfLoader.Load(folder.Write(name, bytes));
    }

    private static byte[] Chunk(byte[] glb, int index)
    {
        var json = BitConverter.ToInt32(glb, 12);
        return index == 0 ? glb[20..(20 + json)] : glb[(28 + json)..];
    }

    private static byte[] Padded(byte[] bytes) => [.. bytes, .. Enumerable.Repeat((byte)' ', (4 - bytes.Length % 4) % 4)];

    private static byte[] Glb(byte[] json, byte[] binary, int filler = 0) =>
    [
        .. BitConverter.GetBytes(0x46546C67), .. BitConverter.GetBytes(2), .. BitConverter.GetBytes(28 + json.Length + filler + binary.Length),
        .. BitConverter.GetBytes(json.Length), .. BitConverter.GetBytes(0x4E4F534A), .. json, .. Enumerable.Repeat((byte)' ', filler),
        .. BitConverter.GetBytes(binary.Length), .. BitConverter.GetBytes(0x004E4942), .. binary,
    ];
}
