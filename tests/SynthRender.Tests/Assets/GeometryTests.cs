using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Vertices and indices as they come out of files.</summary>
public sealed class GeometryTests
{
    // Unit vectors are computed in single precision from coordinates near 1.
    private const float Tolerance = 1e-5f;

    [Fact]
    public void A_triangle_is_read_as_it_is_and_gets_its_flat_normal()
    {
        var model = GltfText.Triangle().Load();
        var primitive = Only(model);
        Assert.Equal([Vector3.Zero, Vector3.UnitX, Vector3.UnitY], primitive.Positions.ToArray());
        Assert.Equal([0u, 1u, 2u], primitive.Indices.ToArray());
        Assert.All(primitive.Normals.ToArray(), n => Assert.Equal(Vector3.UnitZ, n));
        Assert.Equal(0, primitive.Tangents.Length);
        Assert.Equal(new Vector3(1, 1, 0), model.Bounds.Size);
        Assert.Equal("triangle", model.Nodes[0].Name);
        Assert.Equal("meshes[0]", model.Meshes[0].Name);
        Assert.Empty(model.Warnings);
        ModelChecks.AssertSound(model);
    }

    [Fact]
    public void Flat_normals_split_the_vertices_of_a_tetrahedron_and_keep_the_first_of_each()
    {
        var text = new GltfText();
        var positions = text.Floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
        text.Mesh(new JsonObject { ["POSITION"] = positions }, text.Accessor("SCALAR", 5121, 12, [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3]));
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        var primitive = Only(text.Load());
        Assert.Equal(12, primitive.VertexCount);
        Assert.Equal([Vector3.Zero, Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ], primitive.Positions.ToArray()[..4]);
        Vector3[] expected = [-Vector3.UnitZ, -Vector3.UnitY, -Vector3.UnitX, Vector3.Normalize(Vector3.One)];
        for (var c = 0; c < 12; c++)
            Near(expected[c / 3], primitive.Normals.Span[(int)primitive.Indices.Span[c]]);
    }

    [Fact]
    public void Normals_without_length_come_from_the_triangles_with_a_warning()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["NORMAL"] = text.Floats("VEC3", 0, 0, 0, 0, 0, 5, 0, 0, 1);
        var model = text.Load();
        Assert.All(Only(model).Normals.ToArray(), n => Assert.Equal(Vector3.UnitZ, n));
        Assert.Contains(model.Warnings, w => w.Contains("primitives[0].attributes.NORMAL: 1 normals have no length (the first at vertex 0)", StringComparison.Ordinal));
        Assert.Contains(model.Warnings, w => w.Contains("1 normals are not of length 1 (the first at vertex 1)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tangent_follows_growing_u_and_an_upright_image_has_sign_plus_one()
    {
        // v runs down the image: (0,0) top left at y = 1.
        var primitive = Only(Quad([0, 1, 1, 1, 1, 0, 0, 0]).Load());
        Assert.Equal(4, primitive.VertexCount);
        Assert.All(primitive.Tangents.ToArray(), t => Assert.Equal(new Vector4(1, 0, 0, 1), t));
    }

    [Fact]
    public void A_mirrored_image_has_sign_minus_one()
    {
        var primitive = Only(Quad([1, 1, 0, 1, 0, 0, 1, 0]).Load());
        Assert.All(primitive.Tangents.ToArray(), t => Assert.Equal(new Vector4(-1, 0, 0, -1), t));
    }

    [Fact]
    public void A_mirror_seam_splits_the_vertices_on_it()
    {
        // Two quads side by side; u runs up to the shared edge and back down, as on a symmetric character.
        var text = new GltfText();
        var positions = text.Floats("VEC3", -1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 1, 0, 0, 1, 0, 1, 1, 0);
        var normals = text.Floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1);
        var uv = text.Floats("VEC2", 0, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0);
        text.Mesh(
            new JsonObject { ["POSITION"] = positions, ["NORMAL"] = normals, ["TEXCOORD_0"] = uv },
            text.Accessor("SCALAR", 5121, 12, [0, 1, 4, 0, 4, 3, 1, 2, 5, 1, 5, 4]));
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        var primitive = Only(text.Load());
        Assert.Equal(8, primitive.VertexCount);
        for (var c = 0; c < 12; c++)
            Assert.Equal(c < 6 ? new Vector4(1, 0, 0, 1) : new Vector4(-1, 0, 0, -1), primitive.Tangents.Span[(int)primitive.Indices.Span[c]]);
        Assert.Equal(2, primitive.Positions.ToArray().Count(p => p == Vector3.Zero));
    }

    [Fact]
    public void A_shared_vertex_gets_the_mean_of_its_triangles_weighted_by_their_angles()
    {
        // Two level triangles share the edge 0–1. In the first u grows along +x; in the second, by the UVs of its third vertex,
        // along (1,0,−1)/√2. The corners at vertex 0 are 90° and 45°, at vertex 1 they are 45° and 90°.
        var text = new GltfText();
        var positions = text.Floats("VEC3", 0, 0, 0, 0, 0, -1, 1, 0, 0, -1, 0, -1);
        var normals = text.Floats("VEC3", 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0);
        var uv = text.Floats("VEC2", 0, 0, 0, -1, 1, 0, -1, -2);
        text.Mesh(
            new JsonObject { ["POSITION"] = positions, ["NORMAL"] = normals, ["TEXCOORD_0"] = uv },
            text.Accessor("SCALAR", 5121, 6, [0, 2, 1, 0, 1, 3]));
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        var primitive = Only(text.Load());
        var (first, second) = (Vector3.UnitX, Vector3.Normalize(new Vector3(1, 0, -1)));
        Vector3[] expected = [Vector3.Normalize(2 * first + second), Vector3.Normalize(first + 2 * second), first, second];
        Assert.Equal(4, primitive.VertexCount);
        for (var v = 0; v < 4; v++) Near(expected[v], Xyz(primitive.Tangents.Span[v]));
        // v grows along +z, away from the top of the image as it should: not mirrored.
        Assert.All(primitive.Tangents.ToArray(), t => Assert.Equal(1, t.W));
    }

    [Fact]
    public void Bent_tangents_meet_by_angle()
    {
        // A hinge along z: one face lies level (u along +x), the other rises at 45° (u along (1,1,0)/√2). Both normals at the hinge are
        // (0,1,0) by decree, so the rising face's u projects to +x: the mean is +x, sign kept.
        var text = new GltfText();
        var positions = text.Floats("VEC3", -1, 0, 0, -1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 1, 0);
        var normals = text.Floats("VEC3", 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, -1, 1, 0, -1, 1, 0);
        var uv = text.Floats("VEC2", 0, 0, 0, 1, 1, 1, 1, 0, 2, 1, 2, 0);
        text.Mesh(
            new JsonObject { ["POSITION"] = positions, ["NORMAL"] = normals, ["TEXCOORD_0"] = uv },
            text.Accessor("SCALAR", 5121, 12, [0, 1, 2, 0, 2, 3, 3, 2, 4, 3, 4, 5]));
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        var primitive = Only(text.Load());
        Assert.Equal(6, primitive.VertexCount);
        for (var v = 0; v < 4; v++) Assert.Equal(new Vector4(1, 0, 0, 1), primitive.Tangents.Span[v]);
        for (var v = 4; v < 6; v++) Near(Vector3.Normalize(new Vector3(1, 1, 0)), Xyz(primitive.Tangents.Span[v]));
    }

    [Fact]
    public void Tangents_of_the_file_are_kept()
    {
        var text = Quad([0, 1, 1, 1, 1, 0, 0, 0]);
        text.Primitive["attributes"]!["TANGENT"] = text.Floats("VEC4", 0, 1, 0, -1, 0, 1, 0, -1, 0, 1, 0, -1, 0, 1, 0, -1);
        Assert.All(Only(text.Load()).Tangents.ToArray(), t => Assert.Equal(new Vector4(0, 1, 0, -1), t));
    }

    [Theory]
    [InlineData(0, PrimitiveTopologyKind.Points, new uint[] { 0, 1, 2, 3 })]
    [InlineData(1, PrimitiveTopologyKind.Lines, new uint[] { 0, 1, 2, 3 })]
    [InlineData(2, PrimitiveTopologyKind.Lines, new uint[] { 0, 1, 1, 2, 2, 3, 3, 0 })]
    [InlineData(3, PrimitiveTopologyKind.Lines, new uint[] { 0, 1, 1, 2, 2, 3 })]
    [InlineData(5, PrimitiveTopologyKind.Triangles, new uint[] { 0, 1, 2, 1, 3, 2 })]
    [InlineData(6, PrimitiveTopologyKind.Triangles, new uint[] { 1, 2, 0, 2, 3, 0 })]
    public void Every_mode_becomes_a_list(int mode, PrimitiveTopologyKind kind, uint[] expected)
    {
        var text = new GltfText();
        // Planar with equal normals, so that nothing is split.
        text.Mesh(new JsonObject { ["POSITION"] = text.Floats("VEC3", 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0), ["NORMAL"] = text.Floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1) })["mode"] = mode;
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        var primitive = Only(text.Load());
        Assert.Equal(kind, primitive.Topology);
        Assert.Equal(expected, primitive.Indices.ToArray());
    }

    [Fact]
    public void Lines_without_normals_are_shown_without_light()
    {
        var text = new GltfText();
        text.Mesh(new JsonObject { ["POSITION"] = text.Floats("VEC3", 0, 0, 0, 1, 0, 0) })["mode"] = 1;
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        var model = text.Load();
        Assert.True(model.Materials[Only(model).Material].Unlit);
    }

    [Fact]
    public void Sparse_accessors_replace_single_values()
    {
        var text = GltfText.Triangle();
        text.Json["accessors"]![0]!["sparse"] = new JsonObject
        {
            ["count"] = 1,
            ["indices"] = new JsonObject { ["bufferView"] = text.View([2]), ["componentType"] = 5121 },
            ["values"] = new JsonObject { ["bufferView"] = text.View(GltfText.Bytes(0f, 3f, 4f)) },
        };
        Assert.Equal([Vector3.Zero, Vector3.UnitX, new Vector3(0, 3, 4)], Only(text.Load()).Positions.ToArray());
    }

    [Fact]
    public void A_sparse_accessor_without_a_view_starts_from_zeros()
    {
        var text = GltfText.Triangle();
        text.Json["accessors"]!.AsArray().Add(new JsonObject
        {
            ["componentType"] = 5126, ["count"] = 3, ["type"] = "VEC3",
            ["sparse"] = new JsonObject
            {
                ["count"] = 2,
                ["indices"] = new JsonObject { ["bufferView"] = text.View(GltfText.Bytes<ushort>(1, 2)), ["componentType"] = 5123 },
                ["values"] = new JsonObject { ["bufferView"] = text.View(GltfText.Bytes(2f, 0f, 0f, 0f, 2f, 0f)) },
            },
        });
        text.Primitive["attributes"]!["POSITION"] = 2;
        Assert.Equal([Vector3.Zero, new Vector3(2, 0, 0), new Vector3(0, 2, 0)], Only(text.Load()).Positions.ToArray());
    }

    [Theory]
    [InlineData(5120, false, 100)]
    [InlineData(5120, true, 100 / 127f)]
    [InlineData(5121, false, 200)]
    [InlineData(5121, true, 200 / 255f)]
    [InlineData(5122, false, 1000)]
    [InlineData(5122, true, 1000 / 32767f)]
    [InlineData(5123, false, 50000)]
    [InlineData(5123, true, 50000 / 65535f)]
    public void Positions_and_texture_coordinates_of_every_quantised_type_are_read(int type, bool normalized, float expected)
    {
        var text = new GltfText();
        text.Json["extensionsRequired"] = new JsonArray("KHR_mesh_quantization");
        text.Used("KHR_mesh_quantization");
        byte[] Components(int padded, params int[] values) => [.. values.Chunk(padded - 1).SelectMany(chunk => chunk.Append(0)).SelectMany(value => type switch
        {
            5120 => GltfText.Bytes((sbyte)value),
            5121 => GltfText.Bytes((byte)value),
            5122 => GltfText.Bytes((short)value),
            _ => GltfText.Bytes((ushort)value),
        })];
        var size = type <= 5121 ? 1 : 2;
        var most = type switch { 5120 => 100, 5121 => 200, 5122 => 1000, _ => 50000 };
        var positions = text.Accessor("VEC3", type, 3, Components(4, 0, 0, 0, most, 0, 0, 0, most, 0), normalized);
        text.LastView["byteStride"] = 4 * size;
        // Two components, one of padding and one more make four bytes or eight.
        var uv = text.Accessor("VEC2", type, 3, Components(4, 0, 0, 0, most, 0, 0, 0, most, 0), normalized);
        text.LastView["byteStride"] = 4 * size;
        text.Mesh(new JsonObject { ["POSITION"] = positions, ["TEXCOORD_0"] = uv });
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        var primitive = Only(text.Load());
        Assert.Equal([Vector3.Zero, new Vector3(expected, 0, 0), new Vector3(0, expected, 0)], primitive.Positions.ToArray());
        Assert.Equal([Vector2.Zero, new Vector2(expected, 0), new Vector2(0, expected)], primitive.TexCoords0.ToArray());
    }

    [Fact]
    public void Quantised_attributes_are_read()
    {
        var text = new GltfText();
        text.Json["extensionsRequired"] = new JsonArray("KHR_mesh_quantization");
        text.Used("KHR_mesh_quantization");
        var positions = text.Accessor("VEC3", 5122, 3, GltfText.Bytes<short>(0, 0, 0, 0, 100, 0, 0, 0, 0, -200, 0, 0));
        text.LastView["byteStride"] = 8;
        var normals = text.Accessor("VEC3", 5120, 3, GltfText.Bytes<sbyte>(0, 0, -127, 0, 0, 0, -127, 0, 0, 0, -127, 0), normalized: true);
        text.LastView["byteStride"] = 4;
        var uv = text.Accessor("VEC2", 5123, 3, GltfText.Bytes<ushort>(0, 0, 65535, 0, 0, 32768), normalized: true);
        text.Mesh(new JsonObject { ["POSITION"] = positions, ["NORMAL"] = normals, ["TEXCOORD_0"] = uv });
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        var primitive = Only(text.Load());
        Assert.Equal([Vector3.Zero, new Vector3(100, 0, 0), new Vector3(0, -200, 0)], primitive.Positions.ToArray());
        Assert.All(primitive.Normals.ToArray(), n => Assert.Equal(-Vector3.UnitZ, n));
        Assert.Equal(new Vector2(1, 0), primitive.TexCoords0.Span[1]);
        Assert.Equal(32768 / 65535f, primitive.TexCoords0.Span[2].Y, Tolerance);
    }

    [Fact]
    public void Vertex_colours_without_alpha_are_opaque()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["COLOR_0"] = text.Accessor("VEC3", 5121, 3, [255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 51, 0], normalized: true);
        text.LastView["byteStride"] = 4;
        Assert.Equal([new Vector4(1, 0, 0, 1), new Vector4(0, 1, 0, 1), new Vector4(0, 0, 0.2f, 1)], Only(text.Load()).Colors.ToArray());
    }

    [Fact]
    public void A_mesh_that_two_nodes_carry_is_read_once()
    {
        var text = GltfText.Triangle();
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        text.Json["scenes"]![0]!["nodes"] = new JsonArray(0, 1);
        var model = text.Load();
        Assert.Single(model.Meshes);
        Assert.Equal(2, model.TriangleCount);
    }

    private static GltfText Quad(float[] uv)
    {
        // Bottom left, bottom right, top right, top left, facing +Z.
        var text = new GltfText();
        var positions = text.Floats("VEC3", 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0);
        var normals = text.Floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1);
        text.Mesh(
            new JsonObject { ["POSITION"] = positions, ["NORMAL"] = normals, ["TEXCOORD_0"] = text.Floats("VEC2", uv) },
            text.Accessor("SCALAR", 5121, 6, [0, 1, 2, 0, 2, 3]));
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        return text;
    }

    private static PrimitiveAsset Only(ModelAsset model) => Assert.Single(Assert.Single(model.Meshes).Primitives);

    private static Vector3 Xyz(Vector4 v) => new(v.X, v.Y, v.Z);

    private static void Near(Vector3 expected, Vector3 actual) =>
        Assert.True(Vector3.Distance(expected, actual) <= Tolerance, $"expected {expected}, found {actual}");
}
