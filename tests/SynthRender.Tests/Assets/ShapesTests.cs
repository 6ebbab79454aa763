using System.Numerics;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Every procedural shape is sound, closed where it should be, and faces outwards.</summary>
public sealed class ShapesTests
{
    public static TheoryData<string> Names => new("box", "sphere", "cylinder", "cone", "torus");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_solid_is_closed_faces_outwards_and_has_about_the_right_volume(string name)
    {
        var (model, volume) = Make(name);
        ModelChecks.AssertSound(model);
        var primitive = model.Meshes[0].Primitives[0];
        var positions = primitive.Positions.Span;
        var indices = primitive.Indices.Span;
        var edges = new Dictionary<(Vector3, Vector3), int>();
        var sum = 0.0;
        for (var i = 0; i < indices.Length; i += 3)
        {
            var (a, b, c) = (positions[(int)indices[i]], positions[(int)indices[i + 1]], positions[(int)indices[i + 2]]);
            foreach (var edge in (ReadOnlySpan<(Vector3, Vector3)>)[(a, b), (b, c), (c, a)]) edges[edge] = edges.GetValueOrDefault(edge) + 1;
            sum += Vector3.Dot(a, Vector3.Cross(b, c)) / 6;
            var normal = Vector3.Normalize(Vector3.Cross(b - a, c - a));
            for (var k = 0; k < 3; k++) Assert.True(Vector3.Dot(normal, primitive.Normals.Span[(int)indices[i + k]]) > 0.5f);
        }

        foreach (var ((from, to), count) in edges)
        {
            Assert.Equal(1, count);
            Assert.True(edges.ContainsKey((to, from)), $"the edge {from}–{to} has one side only");
        }

        // Inscribed polygons lose volume: 64 sides lose under 2 %.
        Assert.InRange(sum, volume * 0.98, volume * 1.00001);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tangents_follow_u_and_images_are_not_mirrored(string name)
    {
        var primitive = Make(name).Model.Meshes[0].Primitives[0];
        var p = primitive.Positions.Span;
        var uv = primitive.TexCoords0.Span;
        var indices = primitive.Indices.Span;
        for (var i = 0; i < indices.Length; i += 3)
        {
            var (a, b, c) = ((int)indices[i], (int)indices[i + 1], (int)indices[i + 2]);
            var (s, t) = (uv[b] - uv[a], uv[c] - uv[a]);
            var area = s.X * t.Y - s.Y * t.X;
            // v runs down, so an image that is not mirrored has a negative area where triangles run counter-clockwise.
            Assert.True(area < 0);
            var alongU = Vector3.Normalize((t.Y * (p[b] - p[a]) - s.Y * (p[c] - p[a])) / area);
            foreach (var v in (ReadOnlySpan<int>)[a, b, c])
            {
                var tangent = primitive.Tangents.Span[v];
                Assert.Equal(1, tangent.W);
                Assert.True(Vector3.Dot(alongU, new Vector3(tangent.X, tangent.Y, tangent.Z)) > 0.9f);
                Assert.Equal(0, Vector3.Dot(primitive.Normals.Span[v], new Vector3(tangent.X, tangent.Y, tangent.Z)), 1e-5f);
            }
        }
    }

    [Fact]
    public void A_plane_lies_level_and_repeats_its_texture()
    {
        var model = Shapes.Plane(4, 2, 3);
        ModelChecks.AssertSound(model);
        var primitive = model.Meshes[0].Primitives[0];
        Assert.Equal(new(new Vector3(-2, 0, -1), new Vector3(2, 0, 1)), model.Bounds);
        Assert.All(primitive.Normals.ToArray(), n => Assert.Equal(Vector3.UnitY, n));
        // Top left of the image lies at the back left.
        Assert.Equal(new Vector2(0, 0), primitive.TexCoords0.Span[primitive.Positions.Span.IndexOf(new Vector3(-2, 0, -1))]);
        Assert.Equal(new Vector2(3, 3), primitive.TexCoords0.Span[primitive.Positions.Span.IndexOf(new Vector3(2, 0, 1))]);
    }

    [Fact]
    public void Sizes_are_as_asked()
    {
        Assert.Equal(new Vector3(1, 2, 3), Shapes.Box(new Vector3(1, 2, 3)).Bounds.Size);
        // Sines of 8, 16, … sides reach ±1 up to rounding.
        AssertSize(new Vector3(2, 2, 2), Shapes.Sphere(1, 16));
        AssertSize(new Vector3(2, 3, 2), Shapes.Cylinder(1, 3, 16));
        AssertSize(new Vector3(2, 3, 2), Shapes.Cone(1, 3, 16));
        AssertSize(new Vector3(3, 1, 3), Shapes.Torus(1, 0.5f, 16, 8));
    }

    [Fact]
    public void Impossible_sizes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Plane(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Box(new Vector3(1, -1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Sphere(float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Cylinder(1, 1, 2));
    }

    private static void AssertSize(Vector3 expected, ModelAsset model) =>
        Assert.True(Vector3.Distance(expected, model.Bounds.Size) < 1e-5f, $"expected {expected}, found {model.Bounds.Size}");

    private static (ModelAsset Model, double Volume) Make(string name) => name switch
    {
        "box" => (Shapes.Box(new Vector3(1, 2, 3)), 6),
        "sphere" => (Shapes.Sphere(1, 64), 4 * Math.PI / 3),
        "cylinder" => (Shapes.Cylinder(1, 2, 64), 2 * Math.PI),
        "cone" => (Shapes.Cone(1, 3, 64), Math.PI),
        _ => (Shapes.Torus(2, 0.5f, 96, 64), 2 * Math.PI * Math.PI * 2 * 0.25),
    };
}
