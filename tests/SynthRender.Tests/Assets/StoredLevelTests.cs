using System.Text.Json.Nodes;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Levels of detail that a file holds: what is read of them, and what is refused.</summary>
public sealed class StoredLevelTests
{
    [Fact]
    public void They_are_used_as_they_are()
    {
        var model = FanWithTwoLevels().Load();
        Assert.Empty(model.Warnings);
        var levels = model.DetailOf(0).Levels;
        Assert.Equal([12, 6, 3], levels.Select(l => l.IndexCount));
        Assert.Equal(
            [
                default,
                new LevelErrors { SurfaceMetres = 0.25f, Slip0Metres = 0.5f, Slip1Metres = 0.125f, ColorMetres = 0.001f, AlphaMetres = 0.002f, ReliefMetres = 0.003f, WeightShift = 0.5f },
                new LevelErrors { SurfaceMetres = 0.75f, Slip0Metres = 0.5f, Slip1Metres = 0.125f, ColorMetres = 0.001f, AlphaMetres = 0.002f, ReliefMetres = 0.003f, WeightShift = 0.5f },
            ],
            levels.Select(l => l.Errors));
        Assert.Equal(model.Meshes[0].Primitives[0].Indices.ToArray(), levels[0].Indices[0].ToArray());
        Assert.Equal([0, 1, 3, 1, 2, 3], levels[1].Indices[0].ToArray());
        Assert.Equal([0, 1, 2], levels[2].Indices[0].ToArray());
    }

    [Fact]
    public void An_empty_list_says_that_nothing_coarser_is_worth_it()
    {
        Assert.Empty(Fan(new JsonArray()).Load().Meshes[0].StoredLevels!.Value);
        Assert.Null(Fan(null).Load().Meshes[0].StoredLevels);
        var sphere = Shapes.Sphere(1, 64);
        Assert.True(sphere.DetailOf(0).Levels.Length > 1);
        var alone = new ModelAsset("sphere", sphere.Nodes, [sphere.Meshes[0] with { StoredLevels = [] }], sphere.Materials, sphere.Skins);
        Assert.Single(alone.DetailOf(0).Levels);
    }

    [Fact]
    public void They_are_described()
    {
        var lines = ModelDescription.Of(Fan(Levels((2, 0.00025f, 0.0005f, [0, 1, 3, 1, 2, 3]))).Load());
        Assert.Contains("    level of detail 1: 2 triangles, error 0.25 mm, texture slip 125 mm, relief 3 mm, colours 1 mm, alpha 2 mm", lines);
        Assert.Contains("    no coarser level of detail", ModelDescription.Of(Fan(new JsonArray()).Load()));
        Assert.DoesNotContain(ModelDescription.Of(Fan(null).Load()), l => l.Contains("level of detail", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_vertices_are_split_the_levels_are_made_anew_and_a_warning_says_so()
    {
        var text = Fan(Levels((2, 0.25f, 0.5f, [0, 1, 3, 1, 2, 3])));
        // Without normals the faces are flat, and those of the fan, whose tip stands above its rim, meet in edges.
        text.Primitive["attributes"]!.AsObject().Remove("NORMAL");
        var model = text.Load();
        Assert.Null(model.Meshes[0].StoredLevels);
        Assert.Single(model.DetailOf(0).Levels);
        Assert.StartsWith("meshes[0].extras.synthrender.levels: do not fit", Assert.Single(model.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_of_version_1_say_nothing_of_colours_and_normals_and_are_made_anew_and_a_warning_says_so()
    {
        var text = Fan(Levels((2, 0.25f, 0.5f, [0, 1, 3, 1, 2, 3])));
        text.Json["meshes"]![0]!["extras"]!["synthrender"] = JsonNode.Parse(
            """{ "version": 1, "levels": [{ "triangles": 2, "error_m": 0.25, "slip_m": 0.5, "indices": [3] }] }""");
        var model = text.Load();
        Assert.Null(model.Meshes[0].StoredLevels);
        Assert.Single(model.DetailOf(0).Levels);
        Assert.StartsWith("meshes[0].extras.synthrender.version: is 1", Assert.Single(model.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "levels": [] }""", "version", "is missing")]
    [InlineData("""{ "version": 3, "levels": [] }""", "version", "found 3, expected one of 1, 2")]
    [InlineData("""{ "version": 1, "levels": 3 }""", "levels", "found 3, expected an array")]
    [InlineData("""{ "version": 2 }""", "levels", "is missing")]
    [InlineData("""{ "version": 2, "levels": [], "level": 1 }""", "level", "is not a known name")]
    [InlineData("""{ "version": 2, "levels": 3 }""", "levels", "found 3, expected an array")]
    [InlineData("""{ "version": 2, "levels": [{ "triangles": 2, "error_m": 0, "slip_m": [0, 0], "color_m": 0, "alpha_m": 0, "relief_m": 0, "weight_shift": 0 }] }""", "levels[0].indices", "is missing")]
    [InlineData("""{ "version": 2, "levels": [{ "triangles": 2, "error_m": -1, "slip_m": [0, 0], "color_m": 0, "alpha_m": 0, "relief_m": 0, "weight_shift": 0, "indices": [3] }] }""", "levels[0].error_m", "found -1")]
    [InlineData("""{ "version": 2, "levels": [{ "triangles": 2, "error_m": 1e99, "slip_m": [0, 0], "color_m": 0, "alpha_m": 0, "relief_m": 0, "weight_shift": 0, "indices": [3] }] }""", "levels[0].error_m", "found 1e99, expected a finite number")]
    [InlineData("""{ "version": 2, "levels": [{ "triangles": 2, "error_m": 0, "slip_m": ["1", 0], "color_m": 0, "alpha_m": 0, "relief_m": 0, "weight_shift": 0, "indices": [3] }] }""", "levels[0].slip_m[0]", "expected a finite number")]
    [InlineData("""{ "version": 2, "levels": [{ "triangles": 2, "error_m": 0, "slip_m": [0, 0], "color_m": 0, "alpha_m": 0, "relief_m": 0, "weight_shift": 0, "indices": [99] }] }""", "levels[0].indices[0]", "found 99, expected an index into accessors")]
    [InlineData("""{ "version": 2, "levels": [{ "triangles": 2, "error_m": 0, "slip_m": [0, 0], "color_m": 0, "alpha_m": 0, "relief_m": 0, "weight_shift": 0, "indices": [3, 3] }] }""", "levels[0].indices", "found 2 lists, expected one for each of the mesh's 1 primitives")]
    [InlineData("""{ "version": 2, "levels": [{ "triangles": 2, "error_m": 0, "slip_m": [0, 0], "color_m": 0, "alpha_m": 0, "relief_m": 0, "weight_shift": 0, "indices": [0] }] }""", "levels[0].indices[0]", "holds 5 indices, expected three for each triangle")]
    public void Damaged_extras_are_refused(string extras, string element, string words)
    {
        var text = Fan(Levels((2, 0, 0, [0, 1, 3, 1, 2, 3])));
        text.Json["meshes"]![0]!["extras"]!["synthrender"] = JsonNode.Parse(extras);
        Refuses(text, element, words);
    }

    [Fact]
    public void Lists_that_do_not_fit_the_mesh_are_refused()
    {
        Refuses(Fan(Levels((2, 0, 0, [0, 1, 3, 1, 2, 5]))), "levels[0].indices[0]", "index 5 is 5, but the primitive has 5 vertices");
        Refuses(Fan(Levels((1, 0, 0, [0, 1, 3, 1, 2]))), "levels[0].indices[0]", "holds 5 indices, expected three for each triangle");
        Refuses(Fan(Levels((1, 0, 0, [0, 1, 3, 1, 2, 3]))), "levels[0].triangles", "found 1, but the lists hold 2");
        Refuses(Fan(Levels((4, 0, 0, [0, 1, 3, 1, 2, 3, 0, 1, 4, 1, 2, 4]))), "levels[0].triangles", "found 4, expected fewer than the 4 of the level before");
        Refuses(Fan(Levels((5, 0, 0, [0, 1, 3, 1, 2, 3, 0, 1, 4, 1, 2, 4, 0, 1, 2]))), "levels[0].indices[0]", "holds 15 indices, expected at most the 12");
        Refuses(Fan(Levels((2, 0.5f, 0, [0, 1, 3, 1, 2, 3]), (1, 0.25f, 0, [0, 1, 2]))), "levels[1].error_m", "found 0.25, expected at least the 0.5 of the level before");
        Refuses(Fan(Levels((2, 0, 0.5f, [0, 1, 3, 1, 2, 3]), (1, 0, 0.25f, [0, 1, 2]))), "levels[1].slip_m[0]", "found 0.25, expected at least the 0.5 of the level before");
    }

    [Fact]
    public void Lists_of_lines_are_refused()
    {
        var text = Fan(Levels((2, 0, 0, [0, 1, 3, 1, 2, 3])));
        text.Primitive["mode"] = 1;
        Refuses(text, "levels[0].indices[0]", "belongs to a primitive of mode LINES, expected triangles");
    }

    [Fact]
    public void Many_levels_that_name_one_large_list_are_refused_before_it_is_read()
    {
        var levels = Enumerable.Range(0, 9).Select(i => (2, 0f, 0f, (ushort[])[0, 1, 3, 1, 2, 3])).ToArray();
        Refuses(Fan(Levels(levels)), "levels", "found an array of 9, expected an array of 0 to 8");
    }

    internal static GltfText FanWithTwoLevels() => Fan(Levels((2, 0.25f, 0.5f, [0, 1, 3, 1, 2, 3]), (1, 0.75f, 0.5f, [0, 1, 2])));

    private static void Refuses(GltfText text, string element, string words)
    {
        var error = text.Refused();
        Assert.Equal($"meshes[0].extras.synthrender.{element}", error.Element);
        Assert.Contains(words, error.Problem, StringComparison.Ordinal);
    }

    /// <summary>Levels as they stand in the file; their lists go into accessors once the mesh is there.</summary>
    private static JsonArray Levels(params (int Triangles, float Error, float Slip, ushort[] List)[] levels) => [.. levels.Select(l => (JsonNode)new JsonObject
    {
        ["triangles"] = l.Triangles, ["error_m"] = l.Error, ["slip_m"] = new JsonArray(l.Slip, 0.125f),
        ["color_m"] = 0.001f, ["alpha_m"] = 0.002f, ["relief_m"] = 0.003f, ["weight_shift"] = 0.5f, ["indices"] = new JsonArray([.. l.List.Select(i => (JsonNode)(int)i)]),
    })];

    /// <summary>Four triangles around a tip: accessors 0 to 2 are positions, normals and indices.</summary>
    private static GltfText Fan(JsonArray? levels)
    {
        var text = new GltfText();
        var positions = text.Floats("VEC3", 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0.5f, 0.5f, 0.5f);
        var normals = text.Floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1);
        text.Mesh(
            new JsonObject { ["POSITION"] = positions, ["NORMAL"] = normals },
            text.Accessor("SCALAR", 5123, 12, GltfText.Bytes<ushort>(0, 1, 4, 1, 2, 4, 2, 3, 4, 3, 0, 4)));
        text.Nodes.Add(new JsonObject { ["mesh"] = 0 });
        if (levels is null) return text;
        foreach (var level in levels)
        {
            ushort[] list = [.. level!["indices"]!.AsArray().Select(i => (ushort)(int)i!)];
            level["indices"] = new JsonArray(text.Accessor("SCALAR", 5123, list.Length, GltfText.Bytes(list)));
        }

        text.Json["meshes"]![0]!["extras"] = new JsonObject { ["synthrender"] = new JsonObject { ["version"] = 2, ["levels"] = levels } };
        return text;
    }
}
