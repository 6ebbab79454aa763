using System.Numerics;
using SynthRender.Modeling.Fields;

namespace SynthRender.Modeling.Models.Robots;

/// <summary>Bolts and caps.</summary>
internal static class Fasteners
{
    /// <summary>Bolt heads on a circle, each with its socket.</summary>
    /// <param name="centre">Middle of the circle, on the surface the heads stand on.</param>
    /// <param name="axis">Unit direction in which they stand out.</param>
    /// <param name="circle">Radius of the circle, metres.</param>
    /// <param name="count">How many, evenly spaced.</param>
    /// <param name="head">Radius of a head; its height is 0.8 of it.</param>
    public static Field BoltCircle(Vector3 centre, Vector3 axis, float circle, int count, float head)
    {
        var u = Vector3.Normalize(Vector3.Cross(MathF.Abs(axis.Y) < 0.8f ? Vector3.UnitY : Vector3.UnitZ, axis));
        var v = Vector3.Cross(axis, u);
        return new SmoothUnion(0f, Enumerable.Range(0, count).Select(i =>
        {
            var (sin, cos) = MathF.SinCos((i + 0.5f) * MathF.Tau / count);
            return Bolt(centre + (u * cos + v * sin) * circle, axis, head);
        }));
    }

    /// <summary>One socket-head bolt.</summary>
    public static Field Bolt(Vector3 foot, Vector3 axis, float head) =>
        new RoundCylinder(foot - axis * head * 0.6f, foot + axis * head * 0.8f, head, head * 0.18f)
            .Cut(head * 0.06f, new RoundCylinder(foot + axis * head * 0.35f, foot + axis * head * 1.6f, head * 0.5f, 0f));
}
