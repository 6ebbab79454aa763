using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>
/// Winding lines about half a wavelength apart, like the furrows of a brain: the zero set of a sum of plane waves of one length
/// and random directions (M. Berry's random wave model).
/// </summary>
public sealed class Labyrinth
{
    private const int Count = 14;

    private readonly Vector3[] _waves = new Vector3[Count];
    private readonly float[] _phases = new float[Count];
    private readonly float _steepness;

    /// <summary>Draws the waves.</summary>
    /// <param name="wavelength">Metres, above 0.</param>
    /// <param name="seed">Another seed gives another pattern of the same kind.</param>
    public Labyrinth(float wavelength, uint seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(wavelength);
        var number = MathF.Tau / wavelength;
        for (var i = 0; i < Count; i++)
        {
            // Even over the sphere: a spiral of the golden angle, each direction a little off.
            var z = 1f - (i + 0.5f) / Count;
            var turn = i * 2.3999632f + Unit(i, 0, seed);
            var flat = MathF.Sqrt(1f - z * z);
            _waves[i] = new Vector3(flat * MathF.Cos(turn), flat * MathF.Sin(turn), z) * number * (0.88f + 0.24f * Unit(i, 1, seed));
            _phases[i] = MathF.Tau * Unit(i, 2, seed);
        }

        // The root mean square of the slope, with which the value turns into a distance.
        _steepness = number * MathF.Sqrt(Count / 6f);
    }

    /// <summary>About how far the nearest line is, metres; 0 on it. Exact to first order near a line.</summary>
    public float Distance(Vector3 p)
    {
        var value = 0f;
        var slope = Vector3.Zero;
        for (var i = 0; i < Count; i++)
        {
            var (sin, cos) = MathF.SinCos(Vector3.Dot(_waves[i], p) + _phases[i]);
            value += sin;
            slope += _waves[i] * cos;
        }

        // Where the slope vanishes the line is far; the mean slope keeps the quotient calm there.
        var least = 0.35f * _steepness;
        return MathF.Abs(value) / MathF.Sqrt(slope.LengthSquared() + least * least);
    }

    private static float Unit(int i, int k, uint seed) => (Noise.Hash(i, k, 7, seed) & 0xFFFF) / 65536f;
}
