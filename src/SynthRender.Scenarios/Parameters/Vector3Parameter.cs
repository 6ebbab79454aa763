using System.Numerics;
using SynthRender.Samplers;

namespace SynthRender.Parameters;

/// <summary>Three numbers that vary independently.</summary>
public sealed class Vector3Parameter(FloatParameter x, FloatParameter y, FloatParameter z)
{
    /// <summary>A vector that does not vary.</summary>
    public static implicit operator Vector3Parameter(Vector3 value) => new(value.X, value.Y, value.Z);

    /// <summary>Draws the vector and writes it down under a name.</summary>
    public Vector3 Sample(RandomStream stream, string name) =>
        new(x.Sample(stream, name + ".x"), y.Sample(stream, name + ".y"), z.Sample(stream, name + ".z"));

    /// <summary>As a scene file writes it.</summary>
    public override string ToString() => $"XYZ({x}, {y}, {z})";
}
