using System.Numerics;
using SynthRender.Modeling.Fields;

namespace SynthRender.Tests.Modeling;

public sealed class FieldTests
{
    private const int Digits = 5;

    [Fact]
    public void Ball_measures_from_its_surface()
    {
        var ball = new Ball(new Vector3(1, 2, 3), 0.5f);
        Assert.Equal(-0.5f, ball.Distance(new Vector3(1, 2, 3)), Digits);
        Assert.Equal(4.5f, ball.Distance(new Vector3(1, 7, 3)), Digits);
    }

    [Fact]
    public void Capsule_measures_from_its_segment()
    {
        var capsule = new RoundCone(Vector3.Zero, new Vector3(0, 2, 0), 0.25f, 0.25f);
        Assert.Equal(0.75f, capsule.Distance(new Vector3(1, 1, 0)), Digits);
        Assert.Equal(MathF.Sqrt(2f) - 0.25f, capsule.Distance(new Vector3(1, 3, 0)), Digits);
    }

    [Fact]
    public void Round_cone_is_the_hull_of_its_balls()
    {
        // The least distance to the balls in between is an independent way to the same value.
        var (a, b, ra, rb) = (new Vector3(0.1f, 0.2f, -0.3f), new Vector3(0.7f, 1.1f, 0.4f), 0.4f, 0.1f);
        var cone = new RoundCone(a, b, ra, rb);
        for (var i = 0; i < 200; i++)
        {
            var p = new Vector3(i % 7 - 3, i % 11 - 5, i % 13 - 6) * 0.3f;
            var least = float.MaxValue;
            for (var k = 0; k <= 20000; k++)
                least = MathF.Min(least, Vector3.Distance(p, Vector3.Lerp(a, b, k / 20000f)) - (ra + (rb - ra) * k / 20000f));
            Assert.Equal(least, cone.Distance(p), 2e-4f);
        }
    }

    [Theory]
    [InlineData(2f, 0f, 0f, 1f)]
    [InlineData(0f, 0f, 0f, -0.3f)]
    [InlineData(2f, 1.5f, 0f, 1.4142135f)]
    public void Sharp_box(float x, float y, float z, float expected) =>
        Assert.Equal(expected, new RoundBox(Vector3.Zero, new Vector3(1f, 0.5f, 0.3f), 0f).Distance(new Vector3(x, y, z)), Digits);

    [Fact]
    public void Cylinder_measures_from_mantle_rim_and_caps()
    {
        var cylinder = new RoundCylinder(new Vector3(0, -1, 0), new Vector3(0, 1, 0), 0.5f, 0f);
        Assert.Equal(0.5f, cylinder.Distance(new Vector3(1, 0, 0)), Digits);
        Assert.Equal(1f, cylinder.Distance(new Vector3(0, 2, 0)), Digits);
        Assert.Equal(MathF.Sqrt(0.5f), cylinder.Distance(new Vector3(0, 1.5f, 1)), Digits);
    }

    [Fact]
    public void Revolved_square_is_a_cylinder()
    {
        var outline = Outline.Through([new(-1, -1), new(0.5f, -1), new(0.5f, 1), new(-1, 1)]);
        var revolved = new Revolved(outline, Vector3.Zero);
        var cylinder = new RoundCylinder(new Vector3(0, -1, 0), new Vector3(0, 1, 0), 0.5f, 0f);
        foreach (var p in (Vector3[])[new(0.2f, 0.1f, 0.1f), new(1, 0, 1), new(0, 3, 0.2f), new(0.4f, -2, 0.6f), new(0.3f, 0.95f, 0)])
            Assert.Equal(cylinder.Distance(p), revolved.Distance(p), Digits);
    }

    [Fact]
    public void Outline_is_negative_inside_a_concave_polygon()
    {
        var outline = Outline.Through([new(0, 0), new(2, 0), new(2, 2), new(1, 0.5f), new(0, 2)]);
        Assert.True(outline.Distance(new Vector2(1, 0.25f)) < 0f);
        Assert.True(outline.Distance(new Vector2(1, 0.8f)) > 0f);
        Assert.Equal(0.3f, outline.Distance(new Vector2(1, 0.8f)) / MathF.Sin(MathF.Atan2(1f, 1.5f)), 1e-4f);
    }

    [Fact]
    public void Smooth_minimum_agrees_with_the_minimum_beyond_its_width()
    {
        Assert.Equal(0.1f, Smooth.Min(0.1f, 0.5f, 0.4f), Digits);
        Assert.Equal(0.2f - 0.4f / 4f, Smooth.Min(0.2f, 0.2f, 0.4f), Digits);
    }

    [Fact]
    public void Within_changes_nothing_inside_the_ball()
    {
        var parts = new List<Field> { Tube.Along([new(0, 0, 0, 0.1f), new(1, 0.5f, 0, 0.2f), new(2, 0, 1, 0.1f)]) };
        for (var i = 0; i < 12; i++)
            parts.Add(new Ball(new Vector3(i * 0.2f, 0.1f * (i % 3), 0.3f), 0.15f));
        var field = new SmoothUnion(0.1f, parts).MirrorX(0.05f).Cut(0.02f, new RoundBox(new Vector3(1, 0, 0), new Vector3(0.1f), 0.02f))
            .Turn(Vector3.One, Vector3.UnitY, 0.7f).Stretch(Vector3.Zero, new Vector3(1f, 1.5f, 0.8f));
        for (var c = 0; c < 20; c++)
        {
            var centre = new Vector3(c * 0.15f - 1f, 0.3f, c % 5 * 0.2f);
            var near = field.Within(centre, 0.3f);
            for (var i = 0; i < 50; i++)
            {
                var h = Noise.Hash(c, i, 7, 1u);
                var offset = new Vector3((h & 255) - 127.5f, ((h >> 8) & 255) - 127.5f, ((h >> 16) & 255) - 127.5f) / 127.5f * 0.17f;
                // Only the sign and the values near the surface matter: what is dropped lies beyond the fillets' reach.
                Assert.Equal(field.Distance(centre + offset), near.Distance(centre + offset), 1e-5f);
            }
        }
    }

    [Fact]
    public void Slope_stays_under_its_bound()
    {
        Field[] fields =
        [
            new Ellipsoid(Vector3.Zero, new Vector3(1f, 0.6f, 0.4f)), new RoundCone(Vector3.Zero, Vector3.UnitY, 0.5f, 0.2f),
            new Ball(Vector3.Zero, 0.7f).Raise(p => 0.05f * Noise.Gradient(p * 4f), 0.06f, 0.6f),
        ];
        foreach (var field in fields)
        {
            for (var i = 0; i < 3000; i++)
            {
                var h = Noise.Hash(i, 3, 1, 9u);
                var p = new Vector3((h & 1023) - 511.5f, ((h >> 10) & 1023) - 511.5f, (h >> 20) / 4f - 511.5f) / 350f;
                var q = p + new Vector3(0.01f, -0.007f, 0.013f);
                Assert.True(MathF.Abs(field.Distance(p) - field.Distance(q)) <= field.Lipschitz * Vector3.Distance(p, q) + 1e-5f, $"{field} at {p}");
            }
        }
    }

    [Fact]
    public void Noise_repeats_and_stays_in_range()
    {
        for (var i = 0; i < 5000; i++)
        {
            var p = new Vector3(i * 0.173f, i * -0.031f, i * 0.0717f);
            var value = Noise.Gradient(p, 5u);
            Assert.InRange(value, -1.2f, 1.2f);
            Assert.Equal(value, Noise.Gradient(p, 5u));
            // A lattice point has no noise.
            Assert.Equal(0f, Noise.Gradient(new Vector3(i, -i, i / 3), 5u));
        }
    }
}
