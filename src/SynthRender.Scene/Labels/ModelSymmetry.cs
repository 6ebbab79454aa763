using System.Numerics;

namespace SynthRender.Labels;

/// <summary>A rigid motion that leaves the model looking the same, for 6D pose.</summary>
/// <param name="ModelFromModel">The motion of a discrete symmetry, or null for a continuous one.</param>
/// <param name="Axis">The axis of a continuous symmetry.</param>
/// <param name="Offset">A point on that axis, metres.</param>
public sealed record ModelSymmetry(Matrix4x4? ModelFromModel, Vector3 Axis, Vector3 Offset);
