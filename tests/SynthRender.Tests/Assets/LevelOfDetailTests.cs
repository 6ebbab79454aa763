using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.Tests.Assets;

/// <summary>Levels of detail as they are made for a mesh.</summary>
public sealed class LevelOfDetailTests
{
    [Fact]
    public void Levels_halve_the_triangles_and_errors_grow()
    {
        var levels = Shapes.Sphere(1, 96).DetailOf(0).Levels;
        Assert.True(levels.Length >= 5);
        Assert.Equal(0, levels[0].Errors.SurfaceMetres);
        for (var level = 1; level < levels.Length; level++)
        {
            Assert.InRange(levels[level].IndexCount, 1, 0.7 * levels[level - 1].IndexCount);
            Assert.True(levels[level].Errors.SurfaceMetres > 0 && levels[level].Errors.SurfaceMetres >= levels[level - 1].Errors.SurfaceMetres);
        }
    }

    [Fact]
    public void Full_detail_is_the_mesh_itself_and_small_meshes_have_nothing_else()
    {
        var (sphere, box) = (Shapes.Sphere(1, 64), Shapes.Box(Vector3.One));
        Assert.Equal(sphere.Meshes[0].Primitives[0].Indices.ToArray(), sphere.DetailOf(0).Levels[0].Indices[0].ToArray());
        Assert.Single(box.DetailOf(0).Levels);
    }

    [Theory]
    [InlineData("sphere")]
    [InlineData("torus")]
    [InlineData("bulge")]
    public void No_surface_lies_farther_from_the_other_than_the_error_says(string name)
    {
        var model = Model(name);
        var primitive = model.Meshes[0].Primitives[0];
        Vector3[][] shapes = [primitive.Positions.ToArray(), .. primitive.MorphTargets.Select(t => primitive.Positions.ToArray().Zip(t.Positions.ToArray(), (p, d) => p + d).ToArray())];
        var full = primitive.Indices.ToArray();
        foreach (var level in model.DetailOf(0).Levels.Skip(1))
        {
            var coarse = level.Indices[0].ToArray();
            foreach (var shape in shapes)
            {
                // The error is measured at samples: between them a little more is possible.
                var allowed = 1.15 * level.Errors.SurfaceMetres;
                Assert.InRange(Farthest(Samples(shape, full, 1), shape, coarse), 0, allowed);
                Assert.InRange(Farthest(Samples(shape, coarse, 3), shape, full), 0, allowed);
            }
        }
    }

    [Theory]
    [InlineData("sphere")]
    [InlineData("torus")]
    [InlineData("bulge")]
    [InlineData("two halves")]
    public void A_closed_surface_stays_closed(string name)
    {
        var mesh = Model(name).Meshes[0];
        foreach (var level in Model(name).DetailOf(0).Levels)
        {
            var edges = new Dictionary<(Vector3, Vector3), int>();
            for (var p = 0; p < mesh.Primitives.Length; p++)
            {
                var (list, positions) = (level.Indices[p].ToArray(), mesh.Primitives[p].Positions.ToArray());
                for (var i = 0; i < list.Length; i++)
                {
                    var edge = (positions[list[i]], positions[list[i % 3 == 2 ? i - 2 : i + 1]]);
                    edges[edge] = edges.GetValueOrDefault(edge) + 1;
                }
            }

            Assert.All(edges, e => Assert.Equal(1, e.Value));
            Assert.All(edges.Keys, e => Assert.Contains((e.Item2, e.Item1), edges.Keys));
        }
    }

    [Fact]
    public void No_triangle_reaches_across_a_seam_of_the_texture()
    {
        var model = Shapes.Sphere(1, 96);
        var uvs = model.Meshes[0].Primitives[0].TexCoords0.ToArray();
        // Where the whole texture lay between two corners, the seam would have been skipped: u runs once around the equator.
        foreach (var level in model.DetailOf(0).Levels.Take(5))
            foreach (var t in level.Indices[0].ToArray().Chunk(3))
                Assert.True(t.Max(v => uvs[v].X) - t.Min(v => uvs[v].X) < 0.7f);
    }

    [Fact]
    public void An_open_plane_keeps_its_area_and_its_corners()
    {
        var model = One(Grid(40));
        var positions = model.Meshes[0].Primitives[0].Positions.ToArray();
        var coarsest = model.DetailOf(0).Levels[^1];
        var area = coarsest.Indices[0].ToArray().Chunk(3).Sum(t => 0.5 * Vector3.Cross(positions[t[1]] - positions[t[0]], positions[t[2]] - positions[t[0]]).Length());
        Assert.Equal(1, area, 1e-5);
        Assert.InRange(coarsest.Errors.SurfaceMetres, 0, 1e-6f);
        Assert.InRange(coarsest.IndexCount / 3, 2, 200);
    }

    [Fact]
    public void Faces_with_normals_of_their_own_stay()
    {
        // Every triangle has vertices of its own: nothing can take a vertex' place.
        Assert.Single(One(Faceted()).DetailOf(0).Levels);
    }

    [Fact]
    public void Their_shadows_are_thrown_by_fewer_triangles()
    {
        var faceted = Faceted();
        var levels = One(faceted).DetailOf(0).CasterLevels;
        Assert.True(levels.Length >= 5);
        Assert.Equal(faceted.Indices.ToArray(), levels[0].Indices[0].ToArray());
        var (positions, full) = (faceted.Positions.ToArray(), faceted.Indices.ToArray());
        foreach (var level in levels.Skip(1))
        {
            var coarse = level.Indices[0].ToArray();
            Assert.InRange(Farthest(Samples(positions, full, 1), positions, coarse), 0, 1.15 * level.Errors.SurfaceMetres);
            Assert.InRange(Farthest(Samples(positions, coarse, 3), positions, full), 0, 1.15 * level.Errors.SurfaceMetres);
        }
    }

    [Fact]
    public void Surfaces_with_holes_throw_the_shadows_of_what_is_drawn()
    {
        var leaf = Material.Default with { AlphaMode = AlphaMode.Mask };
        var plain = One(Faceted());
        var model = new ModelAsset("model", plain.Nodes, plain.Meshes, [leaf], []);
        Assert.Equal(model.DetailOf(0).Levels, model.DetailOf(0).CasterLevels);
    }

    [Fact]
    public void Errors_of_a_rough_surface_are_no_larger_than_they_must_be()
    {
        // Among its folds a walk to the nearest point ends too early.
        var model = One(Rough(Shapes.Sphere(1, 36).Meshes[0].Primitives[0]));
        var (positions, full) = (model.Meshes[0].Primitives[0].Positions.ToArray(), model.Meshes[0].Primitives[0].Indices.ToArray());
        foreach (var level in model.DetailOf(0).Levels.Skip(1).Take(3))
        {
            var coarse = level.Indices[0].ToArray();
            var farthest = Math.Max(Farthest(Samples(positions, full, 1), positions, coarse), Farthest(Samples(positions, coarse, 8), positions, full));
            Assert.InRange(level.Errors.SurfaceMetres, 0.85 * farthest, 1.05 * farthest);
        }
    }

    [Fact]
    public void The_same_levels_every_time()
    {
        var (a, b) = (Model("bulge").DetailOf(0).Levels, Model("bulge").DetailOf(0).Levels);
        Assert.Equal(a.Length, b.Length);
        for (var level = 0; level < a.Length; level++)
        {
            Assert.Equal((a[level].Errors.SurfaceMetres, a[level].Errors.Slip0Metres), (b[level].Errors.SurfaceMetres, b[level].Errors.Slip0Metres));
            Assert.Equal(a[level].Indices[0].ToArray(), b[level].Indices[0].ToArray());
        }
    }

    private static ModelAsset Model(string name) => name switch
    {
        "sphere" => Shapes.Sphere(1, 40),
        "torus" => Shapes.Torus(1, 0.4f, 40, 20),
        "bulge" => One(Bulging(Shapes.Sphere(1, 36).Meshes[0].Primitives[0])),
        _ => Halves(Shapes.Sphere(1, 48).Meshes[0].Primitives[0]),
    };

    /// <summary>A target that lifts the upper half to a ridge.</summary>
    private static PrimitiveAsset Bulging(PrimitiveAsset sphere)
    {
        Vector3[] deltas = [.. sphere.Positions.ToArray().Select(p => new Vector3(0, MathF.Max(0, p.Y) * (0.6f + 0.4f * MathF.Cos(6 * p.X)), 0.3f * p.X))];
        return Primitive(sphere.Positions.ToArray(), sphere.Indices.ToArray(), sphere.Normals.ToArray(), new MorphTarget(deltas, default, default));
    }

    /// <summary>Thrown up and down from vertex to vertex.</summary>
    private static PrimitiveAsset Rough(PrimitiveAsset sphere)
    {
        static float Height(Vector3 p) => 1 + 0.25f * MathF.Sin(17 * p.X + 3) * MathF.Sin(19 * p.Y + 1) * MathF.Sin(23 * p.Z + 2);
        return Primitive([.. sphere.Positions.ToArray().Select(p => p * Height(p))], sphere.Indices.ToArray(), sphere.Normals.ToArray());
    }

    /// <summary>A sphere whose triangles share no vertices.</summary>
    private static PrimitiveAsset Faceted()
    {
        var sphere = Shapes.Sphere(1, 64).Meshes[0].Primitives[0];
        var (list, positions) = (sphere.Indices.ToArray(), sphere.Positions.ToArray());
        Vector3[] corners = [.. list.Select(v => positions[v])];
        Vector3[] normals = [.. list.Select((_, i) => Vector3.Normalize(corners[i / 3 * 3] + corners[i / 3 * 3 + 1] + corners[i / 3 * 3 + 2]))];
        return Primitive(corners, [.. Enumerable.Range(0, list.Length).Select(i => (uint)i)], normals);
    }

    /// <summary>Two primitives that meet in a zigzag line.</summary>
    private static ModelAsset Halves(PrimitiveAsset sphere)
    {
        var (list, positions, normals) = (sphere.Indices.ToArray(), sphere.Positions.ToArray(), sphere.Normals.ToArray());
        uint[] upper = [.. list.Chunk(3).Where(t => t.Sum(v => positions[v].Y) > 0.3f).SelectMany(t => t)];
        uint[] lower = [.. list.Chunk(3).Where(t => t.Sum(v => positions[v].Y) <= 0.3f).SelectMany(t => t)];
        return One(Primitive(positions, upper, normals), Primitive(positions, lower, normals));
    }

    private static PrimitiveAsset Grid(int cells)
    {
        var positions = new List<Vector3>();
        var indices = new List<uint>();
        for (var j = 0; j <= cells; j++)
            for (var i = 0; i <= cells; i++) positions.Add(new Vector3((float)i / cells, 0, (float)j / cells));
        for (var j = 0; j < cells; j++)
        {
            for (var i = 0; i < cells; i++)
            {
                var a = (uint)(j * (cells + 1) + i);
                var c = a + (uint)cells + 1;
                indices.AddRange([a, c, c + 1, a, c + 1, a + 1]);
            }
        }

        return Primitive([.. positions], [.. indices], [.. positions.Select(_ => Vector3.UnitY)]);
    }

    private static PrimitiveAsset Primitive(Vector3[] positions, uint[] indices, Vector3[] normals, params MorphTarget[] targets) => new()
    {
        Material = 0, Positions = positions, Indices = indices, Normals = normals, MorphTargets = [.. targets],
        Bounds = positions.Aggregate(BoundingBox.Empty, (box, p) => box.Include(p)),
    };

    private static ModelAsset One(params PrimitiveAsset[] primitives) => new(
        "model",
        [new NodeAsset("node", -1, Transform.Identity, 0, -1, [.. primitives[0].MorphTargets.Select(_ => 0f)], -1, -1)],
        [new MeshAsset("mesh", [.. primitives], [.. primitives[0].MorphTargets.Select((_, i) => $"target{i}")])],
        [Material.Default],
        []);

    private static IEnumerable<Vector3> Samples(Vector3[] positions, uint[] indices, int steps)
    {
        foreach (var t in indices.Chunk(3))
            for (var i = 0; i <= steps; i++)
                for (var j = 0; j <= steps - i; j++)
                    yield return (i * positions[t[0]] + j * positions[t[1]] + (steps - i - j) * positions[t[2]]) / steps;
    }

    private static double Farthest(IEnumerable<Vector3> points, Vector3[] positions, uint[] indices) => points.Distinct().AsParallel().Max(p =>
    {
        var least = float.PositiveInfinity;
        for (var i = 0; i < indices.Length; i += 3) least = MathF.Min(least, Distance(p, positions[indices[i]], positions[indices[i + 1]], positions[indices[i + 2]]));
        return (double)least;
    });

    /// <summary>To the face where the point lies over it, else to the nearest edge.</summary>
    private static float Distance(Vector3 p, Vector3 a, Vector3 b, Vector3 c)
    {
        var normal = Vector3.Cross(b - a, c - a);
        var over = Vector3.Dot(Vector3.Cross(b - a, p - a), normal) >= 0 && Vector3.Dot(Vector3.Cross(c - b, p - b), normal) >= 0
            && Vector3.Dot(Vector3.Cross(a - c, p - c), normal) >= 0;
        return over ? MathF.Abs(Vector3.Dot(p - a, Vector3.Normalize(normal))) : MathF.Min(Edge(p, a, b), MathF.Min(Edge(p, b, c), Edge(p, c, a)));
    }

    private static float Edge(Vector3 p, Vector3 a, Vector3 b) =>
        Vector3.Distance(p, a + Math.Clamp(Vector3.Dot(p - a, b - a) / (b - a).LengthSquared(), 0, 1) * (b - a));
}
