using System.Numerics;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>Repeatable numbers for test scenes (SplitMix64), apart from the product's own streams.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public float Between(float low, float high) => low + (high - low) * (Next() >> 40) / (1 << 24);

    public Vector3 Inside(Vector3 low, Vector3 high) =>
        new(Between(low.X, high.X), Between(low.Y, high.Y), Between(low.Z, high.Z));

    public Quaternion Turn() => Quaternion.CreateFromYawPitchRoll(
        Between(-MathF.PI, MathF.PI), Between(-MathF.PI, MathF.PI), Between(-MathF.PI, MathF.PI));

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
