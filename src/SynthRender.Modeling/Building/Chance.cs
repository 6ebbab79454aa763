using System.Numerics;
using SynthRender.Modeling.Fields;

namespace SynthRender.Modeling.Building;

/// <summary>Numbers for the many small choices of a grown thing: the same ones every time for a seed.</summary>
/// <param name="seed">Any number.</param>
public sealed class Chance(uint seed)
{
    private int _drawn;

    /// <summary>A number in [0, 1).</summary>
    public float Unit() => (Noise.Hash(_drawn++, 11, 5, seed) >> 8) * (1f / (1 << 24));

    /// <summary>A number between two others.</summary>
    public float Between(float low, float high) => low + (high - low) * Unit();

    /// <summary>A unit vector in the XZ plane.</summary>
    public Vector3 Sideways()
    {
        var (sin, cos) = MathF.SinCos(Unit() * MathF.Tau);
        return new Vector3(sin, 0, cos);
    }

    /// <summary>A unit vector of any direction.</summary>
    public Vector3 Direction()
    {
        var y = Between(-1f, 1f);
        return Sideways() * MathF.Sqrt(1f - y * y) + new Vector3(0, y, 0);
    }
}
