using System.Numerics;

namespace SynthRender.Rendering.Lighting;

/// <summary>
/// How an area light is cut into parts, each of them small enough that its middle sees what all of it sees. A rectangle's are a grid; a
/// ring's lie on a spiral by the golden angle, each a disc of its share of the area.
/// </summary>
/// <param name="Across">Parts along a rectangle's first axis, or all of a ring's.</param>
/// <param name="Along">Parts along a rectangle's second axis; 1 for a ring.</param>
/// <param name="IsRectangle">Whether it is a rectangle.</param>
/// <param name="Hole">A ring's inner by its outer radius.</param>
internal readonly record struct LightParts(int Across, int Along, bool IsRectangle, float Hole)
{
    // Up to this tangent of half the light, as seen from what it lights, one map does.
    private const float Narrow = 0.1f;

    private const int Many = 16;

    internal int Count => Across * Along;

    /// <summary>A part's extent along the light's axes, as a part of the light's.</summary>
    internal Vector2 Extent => IsRectangle ? new Vector2(1f / Across, 1f / Along) : new Vector2(MathF.Sqrt((1 - Hole * Hole) / Count));

    /// <summary>The parts of a light.</summary>
    /// <param name="half">Half its extents, metres.</param>
    /// <param name="distance">To what it lights, metres.</param>
    /// <param name="isRectangle">Whether it is a rectangle.</param>
    /// <param name="hole">A ring's inner by its outer radius.</param>
    internal static LightParts Of(Vector2 half, float distance, bool isRectangle, float hole)
    {
        var tangent = half.Length() / distance;
        if (!(tangent > Narrow)) return new LightParts(1, 1, isRectangle, hole);
        if (!isRectangle) return new LightParts(Many, 1, false, hole);
        // As square as powers of two can be.
        var across = 1;
        while (across < Many && half.X / across > 2.1f * half.Y * across / Many) across *= 2;
        return new LightParts(across, Many / across, true, 0);
    }

    /// <summary>The middle of a part, in half extents of the light.</summary>
    internal Vector2 Middle(int part)
    {
        if (IsRectangle)
        {
            var (row, column) = Math.DivRem(part, Across);
            return new Vector2((2f * column + 1) / Across - 1, (2f * row + 1) / Along - 1);
        }

        var radius = MathF.Sqrt(Hole * Hole + (1 - Hole * Hole) * (part + 0.5f) / Count);
        var (sin, cos) = MathF.SinCos(part * 2.3999632f);
        return radius * new Vector2(cos, sin);
    }
}
