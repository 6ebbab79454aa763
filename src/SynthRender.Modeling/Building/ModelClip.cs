using System.Numerics;

namespace SynthRender.Modeling.Building;

/// <summary>An animation that turns nodes about their rest pose and may move them.</summary>
/// <param name="Name">E.g. "walk".</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Keys">Evenly spaced keys, the last of which repeats the first in a cycle; at least 2.</param>
/// <param name="Turns">For each moved node, the rotation from rest at a phase of 0 to 1.</param>
/// <param name="Shifts">For some nodes, the offset from rest in metres at a phase of 0 to 1.</param>
public sealed record ModelClip(
    string Name, float Seconds, int Keys,
    IReadOnlyList<(string Node, Func<float, Quaternion> Turn)> Turns,
    IReadOnlyList<(string Node, Func<float, Vector3> Shift)> Shifts);
