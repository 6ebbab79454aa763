using System.Numerics;

namespace SynthRender.Modeling.Building;

/// <summary>How far a node may move from its rest pose, in its own frame.</summary>
/// <param name="Node">The node.</param>
/// <param name="Kind">Turning, sliding, or turning about three axes.</param>
/// <param name="Axis">Unit axis of a turning or sliding joint.</param>
/// <param name="Lower">Least value: degrees or metres; XYZ for a ball, else X.</param>
/// <param name="Upper">Greatest value, not below the least.</param>
public sealed record ModelJoint(string Node, ModelJointKind Kind, Vector3 Axis, Vector3 Lower, Vector3 Upper);
