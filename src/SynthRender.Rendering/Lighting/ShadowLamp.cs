using System.Numerics;

namespace SynthRender.Rendering.Lighting;

/// <summary>A light that has a place, as far as its shadow goes.</summary>
/// <param name="Position">In the world, metres.</param>
/// <param name="Direction">Unit vector along which it shines; meaningless for a lamp that shines all around.</param>
/// <param name="Tangent">Tangent of the angle from the direction beyond which nothing is lit; infinite when there is none below 90°.</param>
/// <param name="IsOneSided">Whether nothing behind it is lit.</param>
/// <param name="Radius">Half its greatest extent, metres.</param>
internal readonly record struct ShadowLamp(Vector3 Position, Vector3 Direction, float Tangent, bool IsOneSided, float Radius);
