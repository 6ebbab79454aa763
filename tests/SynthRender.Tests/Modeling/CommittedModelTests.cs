using System.Numerics;
using System.Text.Json.Nodes;
using SharpGLTF.Schema2;
using SharpGLTF.Validation;
using SynthRender.Assets;
using SynthRender.Modeling;

namespace SynthRender.Tests.Modeling;

/// <summary>Holds every committed file of models3d to what the collection promises.</summary>
public sealed class CommittedModelTests
{
    public static TheoryData<string> Names => [.. ModelCollection.All.Select(m => m.Name)];

    public static TheoryData<string> Labeled => [.. ModelCollection.All.Where(m => m.Family != "scenery").Select(m => m.Name)];

    public static TheoryData<string> Scenery => [.. ModelCollection.All.Where(m => m.Family == "scenery").Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Loads_strictly_and_is_small(string name)
    {
        var path = PathOf(name);
        var root = ModelRoot.Load(path, new ReadSettings { Validation = ValidationMode.Strict });
        Assert.InRange(new FileInfo(path).Length, 1, 4_000_000);
        Assert.InRange(Meshes(root).Sum(m => m.Primitives.Sum(p => p.GetTriangleIndices().Count())), Fewest(name), 25000);
    }

    [Theory]
    [MemberData(nameof(Labeled))]
    public void Has_labels_variants_and_morphs(string name)
    {
        var root = ModelRoot.Load(PathOf(name));
        var labels = Labels(root);
        Assert.Equal(name, (string?)labels["category"]);
        var keypoints = labels["keypoints"]!.AsArray().Select(k => (string)k!["name"]!).ToArray();
        Assert.InRange(keypoints.Length, 8, 24);
        Assert.Equal(keypoints.Length, keypoints.Distinct().Count());
        Assert.All(labels["skeleton"]!.AsArray().Concat(labels["symmetric_pairs"]!.AsArray()),
            edge => Assert.All(edge!.AsArray(), end => Assert.Contains((string)end!, keypoints)));
        Assert.True(labels["variants"]!.AsArray().Count >= 3);
        Assert.Contains(root.LogicalMeshes, m => m.MorphWeights.Count >= 3);
        var nodes = root.LogicalNodes.Select(n => n.Name).ToHashSet();
        Assert.All(labels["parts"]!.AsArray().SelectMany(p => p!["nodes"]!.AsArray()), n => Assert.Contains((string)n!, nodes));
    }

    [Theory]
    [MemberData(nameof(Labeled))]
    public void Joints_have_ordered_limits_and_known_nodes(string name)
    {
        var root = ModelRoot.Load(PathOf(name));
        foreach (var joint in Labels(root)["joints"]!.AsArray())
        {
            Assert.Contains(root.LogicalNodes, n => n.Name == (string)joint!["node"]!);
            var lower = Values(joint!["lower_deg"] ?? joint["lower_m"]);
            var upper = Values(joint["upper_deg"] ?? joint["upper_m"]);
            Assert.All(lower.Zip(upper), limits => Assert.True(limits.First <= limits.Second, joint.ToJsonString()));
            if (joint["axis"] is { } axis)
                Assert.Equal(1.0, Math.Sqrt(Values(axis).Sum(v => v * v)), 1e-4);
        }
    }

    [Theory]
    [MemberData(nameof(Labeled))]
    public void Size_is_that_of_the_geometry(string name)
    {
        var root = ModelRoot.Load(PathOf(name));
        var (low, high) = (new Vector3(float.MaxValue), new Vector3(float.MinValue));
        foreach (var node in root.LogicalNodes.Where(n => n.Mesh is not null))
        {
            foreach (var position in node.Mesh.Primitives.SelectMany(p => p.GetVertexAccessor("POSITION").AsVector3Array()))
            {
                var p = Vector3.Transform(position, node.WorldMatrix);
                (low, high) = (Vector3.Min(low, p), Vector3.Max(high, p));
            }
        }

        var size = Values(Labels(root)["size_m"]);
        // Labels keep six decimals.
        Assert.Equal(high.X - low.X, size[0], 1e-5);
        Assert.Equal(high.Y - low.Y, size[1], 1e-5);
        Assert.Equal(high.Z - low.Z, size[2], 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Skin_weights_sum_to_one(string name)
    {
        foreach (var primitive in Meshes(ModelRoot.Load(PathOf(name))).SelectMany(m => m.Primitives))
        {
            if (primitive.GetVertexAccessor("WEIGHTS_0") is not { } weights)
                continue;
            Assert.All(weights.AsVector4Array(), w => Assert.Equal(1f, w.X + w.Y + w.Z + w.W, 1e-4f));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_solid_is_closed(string name)
    {
        foreach (var primitive in Meshes(ModelRoot.Load(PathOf(name))).SelectMany(m => m.Primitives))
        {
            // Seams of the texture split vertices: join those that share their place, exactly as they were split.
            var positions = primitive.GetVertexAccessor("POSITION").AsVector3Array();
            var places = new Dictionary<Vector3, int>();
            var welded = positions.Select(p => places.TryAdd(p, places.Count) ? places.Count - 1 : places[p]).ToArray();
            var edges = new Dictionary<(int, int), int>();
            foreach (var (a, b, c) in primitive.GetTriangleIndices())
            {
                foreach (var edge in ((int, int)[])[(welded[a], welded[b]), (welded[b], welded[c]), (welded[c], welded[a])])
                    edges[edge] = edges.GetValueOrDefault(edge) + 1;
            }

            Assert.All(edges, e => Assert.Equal(e.Value, edges.GetValueOrDefault((e.Key.Item2, e.Key.Item1))));
            Assert.DoesNotContain(edges.Keys, e => e.Item1 == e.Item2);
        }
    }

    [Theory]
    [MemberData(nameof(Labeled))]
    public void Keypoints_are_vertices_of_their_mesh(string name)
    {
        var root = ModelRoot.Load(PathOf(name));
        foreach (var keypoint in Labels(root)["keypoints"]!.AsArray())
        {
            var mesh = root.LogicalMeshes.Single(m => m.Name == (string)keypoint!["mesh"]!);
            var primitive = mesh.Primitives[(int)keypoint!["primitive"]!];
            Assert.InRange((int)keypoint["vertex"]!, 0, primitive.GetVertexAccessor("POSITION").Count - 1);
            Assert.InRange((double)keypoint["self_occlusion_m"]!, 1e-4, 1.0);
        }
    }

    [Theory]
    [MemberData(nameof(Labeled))]
    public void Keypoints_lie_where_they_are_meant_to(string name)
    {
        var model = ModelCollection.All.Single(m => m.Name == name).Describe();
        var root = ModelRoot.Load(PathOf(name));
        var size = Values(Labels(root)["size_m"]).Max();
        foreach (var (keypoint, label) in model.Keypoints.Zip(Labels(root)["keypoints"]!.AsArray()))
        {
            var node = root.LogicalNodes.Single(n => n.Mesh?.Name == (string)label!["mesh"]!);
            var primitive = node.Mesh.Primitives[(int)label!["primitive"]!];
            var at = Vector3.Transform(primitive.GetVertexAccessor("POSITION").AsVector3Array()[(int)label["vertex"]!], node.WorldMatrix);
            var solid = model.Solids.Single(s => s.Name == keypoint.Solid);
            var field = solid.MeshField ?? solid.Field;
            // On the surface that the model class describes, and near where its author pointed.
            Assert.True(MathF.Abs(field.Distance(at)) < 0.01 * size, $"{keypoint.Name} is {field.Distance(at)} m off the surface");
            Assert.True(Vector3.Distance(at, keypoint.Near) < 0.04 * size, $"{keypoint.Name} is {Vector3.Distance(at, keypoint.Near)} m from its place");
        }
    }

    [Fact]
    public void The_collection_is_under_60_megabytes() =>
        Assert.InRange(ModelCollection.All.Sum(m => new FileInfo(PathOf(m.Name)).Length), 1, 60_000_000);

    [Theory]
    [MemberData(nameof(Scenery))]
    public void Scenery_says_nothing_of_itself_and_is_cheap(string name)
    {
        var asset = GltfLoader.Load(PathOf(name));
        Assert.Null(asset.Labels);
        Assert.Empty(asset.Warnings);
        Assert.InRange(asset.TriangleCount, 500, name == "abdominal_cavity" ? 15000 : 9000);
    }

    [Fact]
    public void Both_sides_of_a_leaf_are_shaded_alike_and_drawn_by_culling()
    {
        // The sides share vertices, so each edge runs once each way (which the test of closed solids finds too) and no material is double-sided.
        foreach (var primitive in GltfLoader.Load(PathOf("fern")).Meshes.SelectMany(m => m.Primitives))
        {
            var faces = primitive.Indices.ToArray().Chunk(3).Select(t => (t[0], t[1], t[2])).ToHashSet();
            Assert.All(faces, f => Assert.Contains((f.Item3, f.Item2, f.Item1), faces.Concat(faces.Select(g => (g.Item2, g.Item3, g.Item1)))));
            Assert.Equal(primitive.VertexCount, primitive.Colors.Length);
            Assert.All(primitive.Normals.ToArray(), n => Assert.True(n.Y > -0.2f));
        }
    }

    private static int Fewest(string name) => ModelCollection.All.Single(m => m.Name == name).Family switch
    {
        "scenery" => 500,
        "parts" => 2000,
        _ => 4000,
    };

    internal static string PathOf(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SynthRender.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No SynthRender.sln above {AppContext.BaseDirectory}.");
        return Path.Combine(folder, "models3d", ModelCollection.PathOf(name));
    }

    private static IEnumerable<Mesh> Meshes(ModelRoot root) => root.LogicalNodes.Where(n => n.Mesh is not null).Select(n => n.Mesh);

    private static JsonNode Labels(ModelRoot root) => root.DefaultScene.Extras!["synthrender"]!;

    private static double[] Values(JsonNode? node) =>
        node is JsonArray array ? [.. array.Select(v => (double)v!)] : [(double)node!];
}
