using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Frames;

namespace SynthRender.Samplers;

/// <summary>
/// A stream of random numbers that depends on (seed, frame, randomizer, target) and nothing else: streams of different names are
/// independent, so adding a randomizer or an object changes nobody else's draws.
/// </summary>
/// <remarks>
/// Of a 128-bit hash of the names (the start of a SHA-256), one half is the upper half of <see cref="Philox4x32"/>'s counter, the other
/// is mixed with the seed into its key; the lower half of the counter is the frame and the number of the draw. A stream has 2³⁴ draws of
/// 32 bits, then repeats. A stream that was made with a log writes down every value that is drawn under a name.
/// </remarks>
public sealed class RandomStream
{
    private readonly ulong _key;
    private readonly uint _frame;
    private readonly ulong _names;
    private readonly ImmutableArray<SampledValue>.Builder? _log;
    private uint _block;
    private (uint X0, uint X1, uint X2, uint X3) _words;
    private int _used = 4;

    /// <summary>Opens the stream from its start.</summary>
    /// <param name="seed">The run's seed; every value is a seed, 0 too.</param>
    /// <param name="frame">The frame's index, 0 or more.</param>
    /// <param name="randomizer">Who draws.</param>
    /// <param name="target">For what: an object's path, or empty.</param>
    /// <param name="log">Where named draws are written down, or null.</param>
    public RandomStream(ulong seed, int frame, string randomizer, string target = "", ImmutableArray<SampledValue>.Builder? log = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frame);
        (Randomizer, Target, _frame, _log) = (randomizer, target, (uint)frame, log);
        var names = StreamKey.Of(randomizer, target);
        (_key, _names) = (seed ^ names.High, names.Low);
    }

    /// <summary>Who draws.</summary>
    public string Randomizer { get; }

    /// <summary>For what.</summary>
    public string Target { get; }

    /// <summary>32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_used == 4)
        {
            _words = Philox4x32.Generate(_block++, _frame, (uint)_names, (uint)(_names >> 32), (uint)_key, (uint)(_key >> 32));
            _used = 0;
        }

        return _used++ switch
        {
            0 => _words.X0,
            1 => _words.X1,
            2 => _words.X2,
            _ => _words.X3,
        };
    }

    /// <summary>A number in [0, 1), any multiple of 2⁻⁵³ equally likely.</summary>
    public double NextDouble()
    {
        var high = (ulong)NextUInt32() << 32;
        return ((high | NextUInt32()) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number in [0, 1), any multiple of 2⁻²⁴ equally likely.</summary>
    public float NextSingle() => (NextUInt32() >> 8) * (1f / (1 << 24));

    /// <summary>A whole number in [0, <paramref name="count"/>), each equally likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public int NextIndex(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        // Lemire's multiplication with rejection ("Fast random integer generation in an interval", 2019): no modulo bias.
        var range = (uint)count;
        var product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            var threshold = unchecked((uint)-count) % range;
            while ((uint)product < threshold) product = (ulong)NextUInt32() * range;
        }

        return (int)(product >> 32);
    }

    /// <summary>A number of the standard normal distribution (Box and Muller, 1958).</summary>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>A unit vector, every direction equally likely (Archimedes: a sphere's zones of equal height have equal area).</summary>
    public Vector3 NextDirection()
    {
        var y = 2 * NextDouble() - 1;
        var (sin, cos) = Math.SinCos(2 * Math.PI * NextDouble());
        var ring = Math.Sqrt(1 - y * y);
        return new Vector3((float)(ring * sin), (float)y, (float)(ring * cos));
    }

    /// <summary>A rotation, every one equally likely (Shoemake: "Uniform random rotations", Graphics Gems III, 1992).</summary>
    public Quaternion NextRotation()
    {
        var u = NextDouble();
        var (sin1, cos1) = Math.SinCos(2 * Math.PI * NextDouble());
        var (sin2, cos2) = Math.SinCos(2 * Math.PI * NextDouble());
        var (a, b) = (Math.Sqrt(1 - u), Math.Sqrt(u));
        return new Quaternion((float)(a * sin1), (float)(a * cos1), (float)(b * sin2), (float)(b * cos2));
    }

    /// <summary>Writes down a value that was drawn from this stream, and returns it.</summary>
    public T Record<T>(string name, T value) where T : notnull
    {
        _log?.Add(new SampledValue(Randomizer, Target, name, value));
        return value;
    }
}
