using System.Numerics;
using SynthRender.Lights;

namespace SynthRender.Frames;

/// <summary>A light in a frozen frame.</summary>
/// <param name="Light">Kind, brightness, colour.</param>
/// <param name="Position">In the world, metres; meaningless for a directional light.</param>
/// <param name="Direction">Unit vector along which a directional, spot, rectangle or ring light shines, in the world.</param>
public sealed record FrameLight(Light Light, Vector3 Position, Vector3 Direction)
{
    /// <summary>Unit vector along the light's X, at right angles to <see cref="Direction"/>, in the world.</summary>
    public Vector3 Right { get; init; } = Across(Direction);

    private static Vector3 Across(Vector3 direction) =>
        Vector3.Normalize(Vector3.Cross(direction, MathF.Abs(direction.Y) > 0.9f ? Vector3.UnitX : Vector3.UnitY));
}
