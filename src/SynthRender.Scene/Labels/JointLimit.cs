using System.Numerics;

namespace SynthRender.Labels;

/// <summary>How far an asset node may move from its rest transform, in its own local frame.</summary>
/// <param name="Node">Index of the asset node.</param>
/// <param name="Kind">How it moves.</param>
/// <param name="Axis">Unit axis of a revolute or prismatic joint, in the node's own frame.</param>
/// <param name="Lower">Least value: radians (x for revolute, xyz for ball) or metres (x for prismatic).</param>
/// <param name="Upper">Largest value, in the same units; not below <paramref name="Lower"/>.</param>
public sealed record JointLimit(int Node, JointKind Kind, Vector3 Axis, Vector3 Lower, Vector3 Upper);
