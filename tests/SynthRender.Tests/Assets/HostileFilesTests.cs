using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Broken and malicious files end in one clear message.</summary>
public sealed class HostileFilesTests
{
    [Theory]
    [InlineData("../secret.bin", "leads out")]
    [InlineData("sub/../../secret.bin", "leads out")]
    [InlineData("%2e%2e/secret.bin", "leads out")]
    [InlineData("..\\secret.bin", "leads out")]
    [InlineData("/etc/passwd", "absolute")]
    [InlineData("\\\\host\\share", "absolute")]
    [InlineData("file:///etc/passwd", "scheme")]
    [InlineData("http://example.com/a.bin", "scheme")]
    [InlineData("C:\\a.bin", "scheme")]
    [InlineData("", "empty")]
    [InlineData("data:application/octet-stream,abc", "base64")]
    [InlineData("data:application/octet-stream;base64,###", "base64")]
    public void A_buffer_may_not_lead_out_of_the_folder(string uri, string word)
    {
        var text = GltfText.Triangle();
        text.Json["buffers"] = new JsonArray(new JsonObject { ["byteLength"] = 44, ["uri"] = uri });
        Refuses(text, "buffers[0].uri", word);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("secret.bin", new byte[44]);
        Directory.CreateDirectory(Path.Combine(folder.Path, "model"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "model", "link.bin"), Path.Combine(folder.Path, "secret.bin"));
        var text = GltfText.Triangle();
        text.Json["buffers"] = new JsonArray(new JsonObject { ["byteLength"] = 44, ["uri"] = "link.bin" });
        var error = Assert.Throws<AssetException>(() => GltfLoader.Load(folder.Write("model/model.gltf", text.ToText())));
        Assert.Equal("buffers[0].uri", error.Element);
        Assert.Contains("leads out", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_below_the_folder_is_read_and_part_of_the_hash()
    {
        using var folder = new TemporaryFolder();
        var text = GltfText.Triangle();
        text.ToText();
        var bytes = Convert.FromBase64String(text.Json["buffers"]![0]!["uri"]!.GetValue<string>().Split(',')[1]);
        text.Json["buffers"]![0]!["uri"] = "my%20data/a.bin";
        var path = folder.Write("model.gltf", text.ToText());
        folder.Write("my data/a.bin", bytes);
        var model = GltfLoader.Load(path);
        Assert.Equal(1, model.TriangleCount);
        bytes[4] = 1;
        folder.Write("my data/a.bin", bytes);
        Assert.NotEqual(model.ContentHash, GltfLoader.Load(path).ContentHash);
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing()
    {
        var error = Assert.Throws<AssetException>(() => GltfLoader.Load("/nowhere/model.glb"));
        Assert.Equal("/nowhere/model.glb: there is no such file.", error.Message);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Values_that_are_not_finite_are_refused(float value)
    {
        foreach (var (name, type, width) in (ReadOnlySpan<(string, string, int)>)
            [("NORMAL", "VEC3", 3), ("TANGENT", "VEC4", 4), ("TEXCOORD_0", "VEC2", 2), ("TEXCOORD_1", "VEC2", 2), ("COLOR_0", "VEC4", 4)])
        {
            var text = GltfText.Triangle();
            var values = Enumerable.Repeat(1f, 3 * width).ToArray();
            values[width] = value;
            text.Primitive["attributes"]![name] = text.Floats(type, values);
            Refuses(text, $"meshes[0].primitives[0].attributes.{name}", "element 1");
        }
    }

    [Fact]
    public void An_index_beyond_the_vertices_is_refused()
    {
        var text = GltfText.Triangle();
        text.Primitive["indices"] = text.Accessor("SCALAR", 5125, 3, GltfText.Bytes<uint>(0, 1, 3));
        Refuses(text, "meshes[0].primitives[0].indices", "index 2 is 3, but the primitive has 3 vertices");
    }

    [Theory]
    [InlineData("accessors[0].count", 2000000000, "accessors[0]", "end at byte 24000000000")]
    [InlineData("accessors[0].byteOffset", 4, "accessors[0]", "end at byte 40")]
    [InlineData("bufferViews[0].byteLength", 1000000, "bufferViews[0]", "spans bytes")]
    [InlineData("bufferViews[0].byteStride", 8, "accessors[0]", "byteStride is 8")]
    [InlineData("accessors[0].componentType", 5130, "accessors[0].componentType", "expected one of")]
    [InlineData("meshes[0].primitives[0].mode", 7, "meshes[0].primitives[0].mode", "0 to 6")]
    [InlineData("nodes[0].mesh", 1, "nodes[0].mesh", "0 to 0")]
    public void Sizes_and_references_are_checked(string path, int value, string element, string word)
    {
        var text = GltfText.Triangle();
        JsonNode at = text.Json;
        var parts = path.Replace("]", "", StringComparison.Ordinal).Split('.', '[');
        foreach (var part in parts[..^1]) at = int.TryParse(part, out var index) ? at[index]! : at[part]!;
        at[parts[^1]] = value;
        var error = text.Refused();
        Assert.StartsWith(element, error.Element, StringComparison.Ordinal);
        Assert.Contains(word, error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_accessor_of_zeros_cannot_take_all_memory()
    {
        var text = GltfText.Triangle();
        text.Json["accessors"]!.AsArray().Add(new JsonObject { ["componentType"] = 5126, ["count"] = 2000000000, ["type"] = "VEC3" });
        Refuses(text, "accessors[2].count", "without a bufferView");
    }

    [Fact]
    public void A_chain_of_nodes_that_never_ends_is_refused()
    {
        var text = GltfText.Triangle();
        for (var i = 1; i < 5000; i++) text.Nodes.Add(new JsonObject());
        for (var i = 0; i < 4999; i++) text.Nodes[i]!["children"] = new JsonArray(i + 1);
        Assert.Contains("levels deep", text.Refused().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_nested_too_deep_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("deep.gltf", new string('[', 100000));
        Assert.Contains("JSON is broken at line 1", Assert.Throws<AssetException>(() => GltfLoader.Load(path)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_with_two_parents_is_refused()
    {
        var text = GltfText.Triangle();
        text.Nodes.Add(new JsonObject());
        text.Nodes[0]!["children"] = new JsonArray(1);
        text.Nodes.Add(new JsonObject { ["children"] = new JsonArray(1) });
        Refuses(text, "nodes[2].children[0]", "already is a child of nodes[0]");
    }

    [Fact]
    public void A_picture_that_is_none_is_refused_by_name()
    {
        var text = Textured(Encoding.ASCII.GetBytes("this is not a PNG file"));
        Refuses(text, "images[0]", "no image that can be decoded");
    }

    [Fact]
    public void A_picture_that_is_cut_off_is_refused_by_name()
    {
        var png = TestImages.Png(64, 64);
        Refuses(Textured(png[..(png.Length / 2)]), "images[0]", "cut off");
    }

    [Fact]
    public void A_picture_that_says_it_is_huge_is_refused_before_it_is_decoded()
    {
        var png = TestImages.Png(1, 1);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 1000000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 1000000);
        // The header's checksum must fit, or the decoder stops earlier for another reason.
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), TestImages.Crc32(png.AsSpan(12, 17)));
        var error = Textured(png).Refused();
        Assert.Equal("images[0]", error.Element);
    }

    [Fact]
    public void Every_truncation_of_a_binary_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        var whole = GltfText.Triangle().ToBinary();
        GltfLoader.Load(folder.Write("whole.glb", whole));
        for (var length = 0; length < whole.Length; length++)
        {
            var path = folder.Write("cut.glb", whole[..length]);
            Assert.Throws<AssetException>(() => GltfLoader.Load(path));
        }
    }

    [Fact]
    public void Other_versions_are_refused()
    {
        var text = GltfText.Triangle();
        text.Json["asset"]!["version"] = "1.0";
        Refuses(text, "asset.version", "is glTF 1.0; glTF 2.0 is read");
    }

    [Fact]
    public void A_matrix_that_shears_is_refused()
    {
        var text = GltfText.Triangle();
        text.Nodes[0]!["matrix"] = new JsonArray(1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        Refuses(text, "nodes[0].matrix", "shears");
    }

    [Fact]
    public void A_rotation_without_length_is_refused()
    {
        var text = GltfText.Triangle();
        text.Nodes[0]!["rotation"] = new JsonArray(0, 0, 0, 0);
        Refuses(text, "nodes[0].rotation", "unit quaternion");
    }

    [Fact]
    public void Attributes_of_different_lengths_are_refused()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["NORMAL"] = text.Floats("VEC3", 0, 0, 1, 0, 0, 1);
        Refuses(text, "meshes[0].primitives[0].attributes.NORMAL", "has 2 elements, but POSITION has 3");
    }

    [Fact]
    public void An_attribute_of_another_type_is_refused()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["NORMAL"] = text.Floats("VEC2", 0, 0, 1, 0, 0, 1);
        Refuses(text, "meshes[0].primitives[0].attributes.NORMAL", "expected VEC3");
    }

    [Fact]
    public void Quantised_attributes_need_their_extension()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["NORMAL"] = text.Accessor("VEC3", 5120, 3, [0, 0, 127, 0, 0, 0, 127, 0, 0, 0, 127, 0], normalized: true);
        text.LastView["byteStride"] = 4;
        Refuses(text, "meshes[0].primitives[0].attributes.NORMAL", "needs the extension KHR_mesh_quantization");
    }

    [Fact]
    public void A_fan_of_a_million_flat_triangles_takes_no_age()
    {
        // One vertex in every triangle, each with a normal of its own: a list that is searched for each would take hours.
        const int Count = 200_000;
        var text = new GltfText();
        var positions = new float[3 * (Count + 2)];
        for (var i = 1; i < Count + 2; i++)
            (positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]) = (MathF.Cos(i * 1e-3f), MathF.Sin(i * 1e-3f), i % 7);
        text.Mesh(new JsonObject { ["POSITION"] = text.Floats("VEC3", positions) })["mode"] = 6;
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        Assert.Equal(Count, text.Load().TriangleCount);
    }

    [Fact]
    public void Small_faults_of_real_files_are_no_reason_to_refuse_them()
    {
        var text = GltfText.Triangle();
        text.Nodes[0]!["children"] = new JsonArray();
        text.Nodes[0]!["weights"] = new JsonArray();
        text.Nodes.Add(new JsonObject { ["mesh"] = 1, ["rotation"] = new JsonArray(0, 0, 0, 1.0001) });
        text.Json["scenes"]![0]!["nodes"] = new JsonArray(0, 1);
        text.Json["meshes"]!.AsArray().Add(new JsonObject { ["primitives"] = new JsonArray() });
        text.LastView["byteStride"] = 0;
        text.Material(new JsonObject { ["pbrMetallicRoughness"] = new JsonObject { ["baseColorFactor"] = new JsonArray(1.0000001, 0, 0, 1) } });
        text.Json["accessors"]![0]!["max"] = new JsonArray(5, 5, 5);
        text.Json["images"] = new JsonArray(new JsonObject { ["uri"] = "not-shown-and-not-there.png" });
        var model = text.Load();
        Assert.Equal((1, -1), (model.TriangleCount, model.Nodes[1].Mesh));
        Assert.NotEmpty(model.Warnings);
        ModelChecks.AssertSound(model);
    }

    [Fact]
    public void Many_nodes_take_no_age()
    {
        // Looking each node up by counting from the first took minutes for a file of this size.
        const int Count = 20_000;
        var text = GltfText.Triangle();
        for (var i = 1; i < Count; i++) text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        text.Nodes[0]!["children"] = new JsonArray([.. Enumerable.Range(1, Count - 1).Select(i => (JsonNode)i)]);
        Assert.Equal(Count, text.Load().TriangleCount);
    }

    private static GltfText Textured(byte[] image)
    {
        var text = GltfText.Triangle();
        text.Json["images"] = new JsonArray(new JsonObject { ["bufferView"] = text.View(image), ["mimeType"] = "image/png" });
        text.Json["textures"] = new JsonArray(new JsonObject { ["source"] = 0 });
        text.Material(new JsonObject { ["pbrMetallicRoughness"] = new JsonObject { ["baseColorTexture"] = new JsonObject { ["index"] = 0 } } });
        return text;
    }

    private static void Refuses(GltfText text, string element, string word)
    {
        var error = text.Refused();
        Assert.Equal(element, error.Element);
        Assert.Contains(word, error.Problem, StringComparison.Ordinal);
        Assert.Contains("model.gltf", error.Message, StringComparison.Ordinal);
    }
}
