using System.Numerics;
using SynthRender.Lights;

namespace SynthRender.Frames;

/// <summary>A light in a frozen frame.</summary>
/// <param name="Light">Kind, brightness, colour.</param>
/// <param name="Position">In the world, metres; meaningless for a directional light.</param>
/// <param name="Direction">Unit vector along which a directional or spot light shines, in the world.</param>
public sealed record FrameLight(Light Light, Vector3 Position, Vector3 Direction);
