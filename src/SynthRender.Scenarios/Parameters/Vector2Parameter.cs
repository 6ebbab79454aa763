using System.Numerics;
using SynthRender.Samplers;

namespace SynthRender.Parameters;

/// <summary>Two numbers that vary independently.</summary>
public sealed class Vector2Parameter(FloatParameter x, FloatParameter y)
{
    /// <summary>A vector that does not vary.</summary>
    public static implicit operator Vector2Parameter(Vector2 value) => new(value.X, value.Y);

    /// <summary>Draws the vector and writes it down under a name.</summary>
    public Vector2 Sample(RandomStream stream, string name) => new(x.Sample(stream, name + ".x"), y.Sample(stream, name + ".y"));

    /// <summary>As a scene file writes it.</summary>
    public override string ToString() => $"XY({x}, {y})";
}
