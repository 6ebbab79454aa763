using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Modeling;

namespace SynthRender.Tests.Modeling;

/// <summary>
/// Which keypoints change places in a mirror follows from the geometry: of a model that is its own mirror image, each keypoint's image is
/// another keypoint, or itself. A flipped picture of it is then a picture of the same model, with these keypoints exchanged.
/// </summary>
public sealed class FlipPairTests
{
    // Of the largest extent: what reliefs and threads, which are not mirrored, may stand off; and keypoints, which sit on the nearest vertex.
    private const float SurfaceTolerance = 0.03f, KeypointTolerance = 0.1f;

    // Of the surface. A robot has its connectors on one side.
    private const float MirroredShare = 0.95f;

    private static readonly Vector3[] Normals =
    [
        Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ,
        Vector3.Normalize(new(0, 1, 1)), Vector3.Normalize(new(0, 1, -1)), Vector3.Normalize(new(1, 0, 1)), Vector3.Normalize(new(1, 0, -1)),
    ];

    public static TheoryData<string> Labeled => [.. ModelCollection.All.Where(m => m.Family != "scenery").Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Labeled))]
    public void Pairs_are_those_that_the_geometry_mirrors(string name)
    {
        var asset = GltfLoader.Load(CommittedModelTests.PathOf(name));
        var template = asset.Labels!.Template!;
        var declared = template.SymmetricPairs.Select(Sorted).ToHashSet();
        var mirrors = Mirrors(asset);
        var said = string.Join("; ", mirrors.Select(pairs => string.Join(" ", pairs.Select(p => $"{template.Names[p.Item1]}/{template.Names[p.Item2]}"))));
        if (mirrors.Count == 0) Assert.Empty(declared);
        else Assert.True(mirrors.Exists(declared.SetEquals), $"{name}: the geometry mirrors {said}");
    }

    [Fact]
    public void Mirrors_are_found_where_there_are_some()
    {
        var nut = Mirrors(GltfLoader.Load(CommittedModelTests.PathOf("hex_nut")));
        Assert.Contains(nut, new HashSet<(int, int)> { (0, 3), (1, 2), (4, 5) }.SetEquals);
        Assert.DoesNotContain(nut, pairs => pairs.Count == 0);
        Assert.Empty(Mirrors(GltfLoader.Load(CommittedModelTests.PathOf("kidney"))));
    }

    /// <summary>The keypoints that each mirror of a model exchanges, of those mirrors that leave the fewest keypoints without an image.</summary>
    private static List<HashSet<(int, int)>> Mirrors(ModelAsset asset)
    {
        var surface = ModelSurface.Of(new ModelNode("model", asset));
        var geometry = PosedGeometry.AtRest(asset);
        var vertices = Vertices(asset, geometry).ToList();
        var points = asset.Labels!.Keypoints.Select(keypoint => geometry.Vertex(keypoint.Node, keypoint.Vertex!.Value)).ToArray();
        var size = asset.Bounds.Size;
        var extent = MathF.Max(size.X, MathF.Max(size.Y, size.Z));
        var found = new List<(int Mapped, HashSet<(int, int)> Pairs)>();
        foreach (var middle in new[] { Vector3.Zero, asset.Bounds.Center })
        {
            foreach (var normal in Normals)
            {
                Vector3 Mirrored(Vector3 point) => point - 2 * Vector3.Dot(point - middle, normal) * normal;
                if (vertices.Count(vertex => surface.ComesWithin(Mirrored(vertex), SurfaceTolerance * extent)) < MirroredShare * vertices.Count) continue;
                var images = Images(points, [.. points.Select(Mirrored)], KeypointTolerance * extent);
                found.Add((images.Count(image => image >= 0), [.. images.Select((image, i) => (i, image)).Where(p => p.image >= 0 && p.image != p.i).Select(Sorted)]));
            }
        }

        return [.. found.Where(mirror => mirror.Mapped == found.Max(m => m.Mapped)).Select(mirror => mirror.Pairs)];
    }

    /// <summary>For each keypoint the one that lies where the mirror puts it, −1 where none does. Two are each other's images, or neither is.</summary>
    private static int[] Images(Vector3[] points, Vector3[] mirrored, float tolerance)
    {
        int Nearest(int i) => Enumerable.Range(0, points.Length).MinBy(j => Vector3.Distance(points[j], mirrored[i]));
        return [.. Enumerable.Range(0, points.Length).Select(i => Nearest(i) is var j && Nearest(j) == i && Vector3.Distance(points[j], mirrored[i]) <= tolerance ? j : -1)];
    }

    /// <summary>Every seventh vertex.</summary>
    private static IEnumerable<Vector3> Vertices(ModelAsset asset, PosedGeometry geometry)
    {
        for (var node = 0; node < asset.Nodes.Length; node++)
        {
            if (asset.Nodes[node].Mesh < 0) continue;
            var primitives = asset.Meshes[asset.Nodes[node].Mesh].Primitives;
            for (var p = 0; p < primitives.Length; p++)
            {
                var positions = new Vector3[primitives[p].VertexCount];
                geometry.Positions(node, p, positions);
                for (var v = 0; v < positions.Length; v += 7) yield return positions[v];
            }
        }
    }

    private static (int, int) Sorted((int First, int Second) pair) => (Math.Min(pair.First, pair.Second), Math.Max(pair.First, pair.Second));
}
