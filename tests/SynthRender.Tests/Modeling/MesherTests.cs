using System.Numerics;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Meshing;

namespace SynthRender.Tests.Modeling;

public sealed class MesherTests
{
    [Fact]
    public void Ball_is_closed_and_has_its_volume()
    {
        var mesh = SurfaceMesher.Mesh(new Ball(new Vector3(0.2f, -0.1f, 3f), 1f), 0.06f);
        Assert.Null(mesh.FindOpening());
        // A mesh inscribed with edges of 0.06 misses about (0.06/2)² / 2 of the radius, three times that of the volume.
        Assert.InRange(mesh.Volume(), 4.0 / 3.0 * Math.PI * 0.995, 4.0 / 3.0 * Math.PI * 1.003);
    }

    [Fact]
    public void Box_keeps_its_corners_sharp()
    {
        var mesh = SurfaceMesher.Mesh(new RoundBox(Vector3.Zero, new Vector3(0.5f, 0.4f, 0.3f), 0f), 0.037f);
        for (var i = 0; i < 8; i++)
        {
            var corner = new Vector3((i & 1) == 0 ? 0.5f : -0.5f, (i & 2) == 0 ? 0.4f : -0.4f, (i & 4) == 0 ? 0.3f : -0.3f);
            // The pull to the mean leaves a few percent of a cell.
            Assert.True(mesh.Positions.Min(p => Vector3.Distance(p, corner)) < 0.25f * 0.037f, $"no vertex near {corner}");
        }
    }

    [Fact]
    public void Noise_of_grid_size_stays_closed()
    {
        // Detail at the size of a cell makes every ambiguous configuration occur.
        var field = new Ball(Vector3.Zero, 1f).Raise(p => 0.12f * Noise.Gradient(p * 16f, 3u), 0.13f, 4f);
        Assert.Null(SurfaceMesher.Mesh(field, 0.05f).FindOpening());
    }

    [Fact]
    public void Ambiguous_faces_stay_closed()
    {
        var balls = new List<Field>();
        for (var i = 0; i < 60; i++)
        {
            var h = Noise.Hash(i, 1, 2, 5u);
            balls.Add(new Ball(new Vector3(h & 255, (h >> 8) & 255, (h >> 16) & 255) / 255f, 0.07f));
        }

        Assert.Null(SurfaceMesher.Mesh(new SmoothUnion(0f, balls), 0.031f).FindOpening());
    }

    [Fact]
    public void Simplifier_stays_closed_and_meets_its_budget()
    {
        var field = new Ring(Vector3.Zero, Vector3.UnitY, 1f, 0.3f);
        var fine = SurfaceMesher.Mesh(field, 0.04f);
        var coarse = Simplifier.Simplify(fine, 600);
        Assert.Null(coarse.FindOpening());
        Assert.InRange(coarse.TriangleCount, 500, 600);
        Assert.Equal(fine.Volume(), coarse.Volume(), 0.03 * fine.Volume());
        // A torus has as many vertices minus edges plus faces as holes leave: 0.
        Assert.Equal(0, coarse.Positions.Length - coarse.TriangleCount * 3 / 2 + coarse.TriangleCount);
        Assert.True(coarse.Positions.Max(p => MathF.Abs(field.Distance(p))) < 0.02f);
    }

    [Fact]
    public void Empty_field_is_refused()
    {
        var nothing = new Ball(Vector3.Zero, 1f).Cut(0f, new Ball(Vector3.Zero, 2f));
        Assert.Throws<InvalidOperationException>(() => SurfaceMesher.Mesh(nothing, 0.1f));
    }

    [Fact]
    public void Vertex_order_keeps_every_triangle_and_needs_fewer_fetches()
    {
        var mesh = SurfaceMesher.Mesh(new Ball(Vector3.Zero, 1f), 0.05f);
        var ordered = VertexOrder.Optimise(mesh.Indices, mesh.Positions.Length);
        Assert.Equal(Sorted(mesh.Indices), Sorted(ordered));
        Assert.True(Misses(ordered) < 0.8 * mesh.TriangleCount, $"{Misses(ordered)} misses for {mesh.TriangleCount} triangles");
    }

    private static List<(int, int, int)> Sorted(int[] indices)
    {
        var triangles = new List<(int, int, int)>();
        for (var i = 0; i < indices.Length; i += 3)
        {
            // Turned so that the least index comes first: the winding stays.
            var (a, b, c) = (indices[i], indices[i + 1], indices[i + 2]);
            triangles.Add(a < b && a < c ? (a, b, c) : b < c ? (b, c, a) : (c, a, b));
        }

        triangles.Sort();
        return triangles;
    }

    // A first-in first-out cache of 16 vertices.
    private static int Misses(int[] indices)
    {
        var cache = new Queue<int>();
        var misses = 0;
        foreach (var v in indices)
        {
            if (cache.Contains(v))
                continue;
            misses++;
            cache.Enqueue(v);
            if (cache.Count > 16)
                cache.Dequeue();
        }

        return misses;
    }
}
