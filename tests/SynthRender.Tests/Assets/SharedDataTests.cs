using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>A small file whose parts name one large piece many times costs what the piece costs.</summary>
public sealed class SharedDataTests
{
    [Fact]
    public void Primitives_that_share_vertices_hold_them_once()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var model = GltfLoader.Load(FaultFiles.PathOf("loader", "shared_300x50k.glb"));
        // 2.85 GB before. The file's own bytes, the 50,000 positions, and what is made of them on the way.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
        Assert.Equal(300, model.TriangleCount);
        Assert.InRange(model.Meshes.SelectMany(m => m.Primitives).DistinctBy(p => p.Positions).Sum(p => p.VertexCount), 3, 50_000);
        ModelChecks.AssertSound(model);
    }

    [Fact]
    public void Primitives_with_indices_of_their_own_keep_the_vertices_that_they_use()
    {
        const int Count = 20_000, Primitives = 200;
        var text = Grid(Count);
        var shared = text.Primitive["attributes"]!.DeepClone();
        text.Json["meshes"]![0]!["primitives"] = new JsonArray([.. Enumerable.Range(0, Primitives).Select(i => (JsonNode)new JsonObject
        {
            ["attributes"] = shared.DeepClone(),
            ["indices"] = text.Accessor("SCALAR", 5125, 3, GltfText.Bytes((uint)(3 * i), (uint)(Count - 1 - i), (uint)(Count / 2 + i))),
        })]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var model = text.Load();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
        ModelChecks.AssertSound(model);
        for (var i = 0; i < Primitives; i++)
        {
            var primitive = model.Meshes[0].Primitives[i];
            Assert.Equal(3, primitive.VertexCount);
            Assert.Equal(
                [3 * i, Count - 1 - i, Count / 2 + i],
                primitive.Indices.ToArray().Select(v => (int)primitive.Positions.Span[(int)v].X));
        }
    }

    [Fact]
    public void Normals_and_colours_go_with_their_vertices()
    {
        var text = Grid(100);
        text.Primitive["attributes"]!["NORMAL"] = text.Floats("VEC3", [.. Enumerable.Range(0, 100).SelectMany(i => (float[])(i == 50 ? [0, 1, 0] : [0, 0, 1]))]);
        text.Primitive["attributes"]!["COLOR_0"] = text.Floats("VEC4", [.. Enumerable.Range(0, 100).SelectMany(i => (float[])[i / 100f, 0, 0, 1])]);
        text.Primitive["indices"] = text.Accessor("SCALAR", 5125, 3, GltfText.Bytes<uint>(99, 7, 50));
        var primitive = text.Load().Meshes[0].Primitives[0];
        Assert.Equal([2, 0, 1], primitive.Indices.ToArray());
        Assert.Equal([Vector3.UnitZ, Vector3.UnitY, Vector3.UnitZ], primitive.Normals.ToArray());
        Assert.Equal([0.07f, 0.5f, 0.99f], primitive.Colors.ToArray().Select(c => c.X));
    }

    [Fact]
    public void Primitives_that_use_most_vertices_share_the_arrays()
    {
        var text = GltfText.Triangle();
        text.Primitive["attributes"]!["NORMAL"] = text.Floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1);
        text.Material([]);
        var second = text.Primitive.DeepClone();
        second["material"] = 0;
        text.Json["meshes"]![0]!["primitives"]!.AsArray().Add(second);
        var primitives = text.Load().Meshes[0].Primitives;
        Assert.Equal(primitives[0].Positions, primitives[1].Positions);
        Assert.Equal(primitives[0].Normals, primitives[1].Normals);
        Assert.NotEqual(primitives[0].Material, primitives[1].Material);
    }

    [Fact]
    public void Targets_that_share_an_accessor_hold_it_once()
    {
        const int Targets = 2000;
        var text = Grid(3000);
        text.Primitive["attributes"]!["NORMAL"] = text.Primitive["attributes"]!["POSITION"]!.DeepClone();
        text.Primitive["targets"] = new JsonArray([.. Enumerable.Range(0, Targets).Select(_ => (JsonNode)new JsonObject { ["POSITION"] = 0 })]);
        text.Primitive["indices"] = text.Accessor("SCALAR", 5125, 3000, GltfText.Bytes([.. Enumerable.Range(0, 3000).Select(i => (uint)i)]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var model = text.Load();
        // Apart they would take 72 MB, and what the rest takes lies below that.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
        Assert.Equal(Targets, model.Meshes[0].MorphTargetNames.Length);
    }

    [Fact]
    public void Splits_of_many_targets_are_refused_before_they_are_made()
    {
        // 10,000 targets of 30,000 vertices, which flat shading splits: 3.6 GB.
        var text = Grid(30_000);
        text.Primitive["targets"] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(_ => (JsonNode)new JsonObject { ["POSITION"] = 0 })]);
        text.Primitive["mode"] = 5;
        var error = text.Refused();
        Assert.Equal("meshes[0].primitives[0]", error.Element);
        Assert.Contains("MiB of memory, at most 2048 MiB", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mesh_that_names_itself_ten_thousand_times_is_refused()
    {
        var text = Grid(20_000);
        text.Primitive["indices"] = text.Accessor("SCALAR", 5125, 18_000, GltfText.Bytes([.. Enumerable.Range(0, 18_000).Select(i => (uint)i)]));
        var primitive = text.Primitive.DeepClone();
        text.Json["meshes"]![0]!["primitives"] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(_ => primitive.DeepClone())]);
        Assert.Contains("MiB of memory, at most 2048 MiB", text.Refused().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_keypoint_s_vertex_is_the_file_s()
    {
        var text = Grid(100);
        text.Primitive["indices"] = text.Accessor("SCALAR", 5125, 3, GltfText.Bytes<uint>(99, 7, 50));
        Assert.Equal(new Vector3(50, 1, 0), Bound(50));
        var error = Assert.Throws<AssetException>(() => Bound(8));
        Assert.Contains("nothing that is drawn uses vertex 8", error.Problem, StringComparison.Ordinal);

        Vector3 Bound(int vertex)
        {
            text.Json["scenes"]![0]!["extras"] = new JsonObject
            {
                ["synthrender"] = new JsonObject
                {
                    ["category"] = "grid",
                    ["keypoints"] = new JsonArray(new JsonObject { ["name"] = "corner", ["mesh"] = "grid", ["vertex"] = vertex }),
                },
            };
            var model = text.Load();
            return PosedGeometry.AtRest(model).Vertex(model.Labels!.Keypoints[0].Node, model.Labels.Keypoints[0].Vertex!.Value);
        }
    }

    // Vertex i at (i, i mod 7, 0), in no triangle yet.
    private static GltfText Grid(int count)
    {
        var text = new GltfText();
        text.Mesh(new JsonObject { ["POSITION"] = text.Floats("VEC3", [.. Enumerable.Range(0, count).SelectMany(i => (float[])[i, i % 7, 0])]) });
        text.Nodes.Add(new JsonObject { ["name"] = "grid", ["mesh"] = 0 });
        return text;
    }
}
