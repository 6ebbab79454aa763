using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>An axis-aligned box in metres.</summary>
/// <param name="Min">Least corner.</param>
/// <param name="Max">Greatest corner.</param>
public readonly record struct Box(Vector3 Min, Vector3 Max)
{
    /// <summary>Centre of the box.</summary>
    public Vector3 Centre => (Min + Max) * 0.5f;

    /// <summary>Edge lengths.</summary>
    public Vector3 Size => Max - Min;

    /// <summary>The box around a ball.</summary>
    public static Box Around(Vector3 centre, float radius) => new(centre - new Vector3(radius), centre + new Vector3(radius));

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other) => new(Vector3.Min(Min, other.Min), Vector3.Max(Max, other.Max));

    /// <summary>The box, larger by a margin (metres) on every side.</summary>
    public Box Grown(float margin) => new(Min - new Vector3(margin), Max + new Vector3(margin));

    /// <summary>Distance from a point to the box, 0 inside.</summary>
    public float Distance(Vector3 p) => Vector3.Max(Vector3.Max(Min - p, p - Max), Vector3.Zero).Length();
}
