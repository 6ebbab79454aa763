using System.Numerics;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Tables, bins and rooms are closed where they should be, face the right way, and carry UVs in metres.</summary>
public sealed class InteriorShapesTests
{
    [Fact]
    public void A_table_is_five_closed_blocks()
    {
        var table = Shapes.Table(1.2f, 0.8f, 0.7f, 0.05f, 0.06f, 0.1f);
        ModelChecks.AssertSound(table);
        Assert.Equal(["top", "legs"], table.Materials.Select(m => m.Name));
        Assert.Equal(1.2 * 0.8 * 0.05 + 4 * 0.06 * 0.06 * 0.65, ClosedVolume(table), 1e-6);
        Assert.Equal(new(new Vector3(-0.6f, 0, -0.4f), new Vector3(0.6f, 0.7f, 0.4f)), table.Bounds);
    }

    [Fact]
    public void A_bin_is_one_closed_surface_of_walls_and_floor()
    {
        var bin = Shapes.Bin(0.6f, 0.4f, 0.2f, 0.01f);
        ModelChecks.AssertSound(bin);
        Assert.Equal(["outside", "inside"], bin.Materials.Select(m => m.Name));
        Assert.Equal(0.6 * 0.4 * 0.2 - 0.58 * 0.38 * 0.19, ClosedVolume(bin), 1e-6);
    }

    [Fact]
    public void A_room_is_closed_and_faces_inwards()
    {
        var room = Shapes.Room(4, 3, 2.5f);
        ModelChecks.AssertSound(room);
        Assert.Equal(["floor", "walls", "ceiling"], room.Materials.Select(m => m.Name));
        // The inner and the outer side of its walls.
        Assert.Equal(-4 * 3 * 2.5 - 4.4 * 3.4 * 2.9, ClosedVolume(Shapes.Room(4, 3, 2.5f, wall: 0.2f)), 1e-4);
        Assert.Equal(new(new Vector3(-2.1f, -0.1f, -1.6f), new Vector3(2.1f, 2.6f, 1.6f)), room.Bounds);
    }

    [Fact]
    public void A_window_is_the_only_hole_of_a_room()
    {
        var window = new RoomWindow(1.5f, 1.2f, Sill: 0.9f, X: 0.5f, Depth: 0.3f);
        var room = Shapes.Room(4, 3, 2.5f, window);
        ModelChecks.AssertSound(room);
        Assert.Equal("reveal", room.Materials[^1].Name);
        var open = Edges(room).Where(edge => edge.Value != 0).Select(edge => edge.Key).ToArray();
        // The outer rim of the reveal, where the outer side of the wall turns back: both directions of its four edges are listed.
        Assert.Equal(8, open.Length);
        Assert.All(open, edge => Assert.Equal(-1.8f, edge.From.Z, 1e-6f));
        Assert.Throws<ArgumentException>(() => Shapes.Room(4, 3, 2, window));
    }

    [Fact]
    public void Uvs_are_metres()
    {
        foreach (var model in (ReadOnlySpan<ModelAsset>)[Shapes.Table(1, 1), Shapes.Bin(0.5f, 0.3f, 0.2f), Shapes.Room(4, 3, 2.5f, new RoomWindow(1, 1))])
            foreach (var part in model.Meshes[0].Primitives)
            {
                var (p, uv, indices) = (part.Positions.ToArray(), part.TexCoords0.ToArray(), part.Indices.ToArray());
                for (var i = 0; i < indices.Length; i += 3)
                {
                    var (a, b, c) = (indices[i], indices[i + 1], indices[i + 2]);
                    Assert.Equal(Vector3.Distance(p[a], p[b]), Vector2.Distance(uv[a], uv[b]), 1e-5f);
                    var (s, t) = (uv[b] - uv[a], uv[c] - uv[a]);
                    // v runs down: an image that is not mirrored has a negative area where triangles run counter-clockwise.
                    Assert.True(s.X * t.Y - s.Y * t.X < 0);
                }
            }
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Table(0.1f, 0.1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Table(1, 1, height: 0.02f));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Bin(0.5f, 0.5f, 0.2f, 0.25f));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Room(4, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Room(4, 4, 2, wall: 0));
    }

    /// <summary>How many times more an edge is run in its direction than back.</summary>
    private static Dictionary<(Vector3 From, Vector3 To), int> Edges(ModelAsset model)
    {
        var edges = new Dictionary<(Vector3 From, Vector3 To), int>();
        foreach (var (a, b, c) in Triangles(model))
            foreach (var (from, to) in (ReadOnlySpan<(Vector3, Vector3)>)[(a, b), (b, c), (c, a)])
            {
                edges[(from, to)] = edges.GetValueOrDefault((from, to)) + 1;
                edges[(to, from)] = edges.GetValueOrDefault((to, from)) - 1;
            }

        return edges;
    }

    private static double ClosedVolume(ModelAsset model)
    {
        Assert.All(Edges(model), edge => Assert.Equal(0, edge.Value));
        return Triangles(model).Sum(t => (double)Vector3.Dot(t.A, Vector3.Cross(t.B, t.C)) / 6);
    }

    private static IEnumerable<(Vector3 A, Vector3 B, Vector3 C)> Triangles(ModelAsset model)
    {
        foreach (var part in model.Meshes[0].Primitives)
        {
            var (p, indices) = (part.Positions.ToArray(), part.Indices.ToArray());
            for (var i = 0; i < indices.Length; i += 3) yield return (p[indices[i]], p[indices[i + 1]], p[indices[i + 2]]);
        }
    }
}
