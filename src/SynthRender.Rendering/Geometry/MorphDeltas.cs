using System.Numerics;

namespace SynthRender.Rendering.Geometry;

/// <summary>A morph target's differences on the device, byte offsets; null where it leaves the attribute alone.</summary>
/// <param name="PositionOffset">Of positions.</param>
/// <param name="NormalOffset">Of normals.</param>
/// <param name="TangentOffset">Of tangents.</param>
/// <param name="Low">The smallest position difference along each axis, at most 0.</param>
/// <param name="High">The largest position difference along each axis, at least 0.</param>
internal readonly record struct MorphDeltas(uint? PositionOffset, uint? NormalOffset, uint? TangentOffset, Vector3 Low, Vector3 High);
