using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using SynthRender.Frames;
using SynthRender.Samplers;

namespace SynthRender.Tests.Samplers;

public sealed class RandomStreamTests
{
    private const int Draws = 100_000;

    [Fact]
    public void Is_keyed_as_documented()
    {
        byte[] text = [3, 0, 0, 0, .. Encoding.UTF8.GetBytes("sun"), .. Encoding.UTF8.GetBytes("scene/lämp")];
        var hash = SHA256.HashData(text);
        var (n0, n1, n2, n3) = (BitConverter.ToUInt32(hash, 0), BitConverter.ToUInt32(hash, 4), BitConverter.ToUInt32(hash, 8), BitConverter.ToUInt32(hash, 12));
        const ulong Seed = 0x0123456789abcdef;
        var stream = new RandomStream(Seed, 7, "sun", "scene/lämp");
        for (var block = 0u; block < 3; block++)
        {
            var (x0, x1, x2, x3) = Philox4x32.Generate(block, 7, n0, n1, 0x89abcdef ^ n2, 0x01234567 ^ n3);
            Assert.Equal([x0, x1, x2, x3], [stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32()]);
        }
    }

    [Fact]
    public void Every_part_of_the_key_makes_another_stream()
    {
        RandomStream[] streams =
        [
            new(0, 0, "a", "bc"), new(1, 0, "a", "bc"), new(1UL << 63, 0, "a", "bc"), new(0, 1, "a", "bc"),
            new(0, 0, "ab", "c"), new(0, 0, "abc"), new(0, 0, "", "abc"), new(0, 0, "bc", "a"),
        ];
        var first = streams.Select(s => (s.NextUInt32(), s.NextUInt32())).ToArray();
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.Equal(first[0], Start(new RandomStream(0, 0, "a", "bc")));

        static (uint, uint) Start(RandomStream stream) => (stream.NextUInt32(), stream.NextUInt32());
    }

    [Fact]
    public void Doubles_are_uniform_with_full_mantissa()
    {
        var stream = Stream("doubles");
        var values = Enumerable.Range(0, Draws).Select(_ => stream.NextDouble()).ToArray();
        Assert.All(values, v => Assert.InRange(v, 0, Math.BitDecrement(1.0)));
        Assert.Contains(values, v => v * (1UL << 53) % 2 == 1);
        Sampled.HasMoments(values, mean: 0.5, variance: 1.0 / 12, fourthMoment: 1.0 / 80);
    }

    [Fact]
    public void Singles_are_uniform_below_one()
    {
        var stream = Stream("singles");
        var values = Enumerable.Range(0, Draws).Select(_ => (double)stream.NextSingle()).ToArray();
        Assert.All(values, v => Assert.InRange(v, 0, (double)MathF.BitDecrement(1)));
        Sampled.HasMoments(values, mean: 0.5, variance: 1.0 / 12, fourthMoment: 1.0 / 80);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    public void Indices_are_equally_likely(int count)
    {
        var stream = Stream($"indices {count}");
        var seen = new int[count];
        for (var i = 0; i < Draws; i++) seen[stream.NextIndex(count)]++;
        // Chi-squared with count-1 degrees of freedom: mean count-1, variance 2(count-1); six standard deviations.
        var expected = (double)Draws / count;
        var chi = seen.Sum(n => (n - expected) * (n - expected) / expected);
        Assert.InRange(chi, 0, count - 1 + 6 * Math.Sqrt(2 * (count - 1)) + 1e-9);
    }

    [Fact]
    public void Indices_of_a_count_that_does_not_divide_the_range_have_no_bias()
    {
        // 2^32 words modulo 3·2^29 hit each of the lower 2^30 indices three times, the others twice: together 3/4 of all draws instead
        // of 2/3. Five standard deviations of a binomial tell the two apart.
        const int Count = 3 << 29;
        var stream = Stream("bias");
        var low = Enumerable.Range(0, Draws).Count(_ => stream.NextIndex(Count) < 1 << 30);
        Assert.InRange(low / (double)Draws, 2.0 / 3 - Tolerance(2.0 / 3), 2.0 / 3 + Tolerance(2.0 / 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextIndex(0));
    }

    [Fact]
    public void Normals_are_standard_normal()
    {
        var stream = Stream("normals");
        var values = Enumerable.Range(0, Draws).Select(_ => stream.NextNormal()).ToArray();
        Sampled.HasMoments(values, mean: 0, variance: 1, fourthMoment: 3);
        // P(|z| > 2) = 0.0455003.
        Assert.InRange(values.Count(v => Math.Abs(v) > 2) / (double)Draws, 0.0455003 - Tolerance(0.0455), 0.0455003 + Tolerance(0.0455));
    }

    [Fact]
    public void Directions_are_uniform_on_the_sphere()
    {
        var stream = Stream("directions");
        var values = Enumerable.Range(0, Draws).Select(_ => stream.NextDirection()).ToArray();
        Assert.All(values, v => Assert.Equal(1, v.Length(), 1e-5f));
        foreach (var axis in new[] { Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ, Vector3.Normalize(Vector3.One) })
            // Along any axis the coordinate is uniform from -1 to 1 (Archimedes).
            Sampled.HasMoments([.. values.Select(v => (double)Vector3.Dot(v, axis))], mean: 0, variance: 1.0 / 3, fourthMoment: 1.0 / 5);
    }

    [Fact]
    public void Rotations_are_uniform()
    {
        var stream = Stream("rotations");
        var values = Enumerable.Range(0, Draws).Select(_ => stream.NextRotation()).ToArray();
        Assert.All(values, q => Assert.Equal(1, q.Length(), 1e-5f));
        foreach (var axis in new[] { Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ })
            foreach (var seen in new[] { Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ })
                // Every axis turns to a direction that is uniform on the sphere.
                Sampled.HasMoments([.. values.Select(q => (double)Vector3.Dot(Vector3.Transform(axis, q), seen))], mean: 0, variance: 1.0 / 3, fourthMoment: 1.0 / 5);
        // The angle θ of a uniform rotation has density (1 − cos θ)/π on [0, π], so E[cos θ] = −1/2, and E[cos² θ] = 1/2.
        var cosines = values.Select(q => 2.0 * q.W * q.W - 1).ToArray();
        Assert.InRange(cosines.Average(), -0.5 - 5 * 0.5 / Math.Sqrt(Draws), -0.5 + 5 * 0.5 / Math.Sqrt(Draws));
    }

    [Fact]
    public void Records_into_the_log_it_was_given()
    {
        var log = ImmutableArray.CreateBuilder<SampledValue>();
        var stream = new RandomStream(1, 2, "sun", "scene/sun", log);
        Assert.Equal(0.5f, stream.Record("elevation", 0.5f));
        Assert.Equal([new SampledValue("sun", "scene/sun", "elevation", 0.5f)], log);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1, -1, "sun"));
    }

    // Five standard deviations of a frequency with probability p: fails by chance once in 1.7 million seeds; the seed is fixed.
    private static double Tolerance(double p) => 5 * Math.Sqrt(p * (1 - p) / Draws);

    private static RandomStream Stream(string name) => new(20, 3, "test", name);
}
