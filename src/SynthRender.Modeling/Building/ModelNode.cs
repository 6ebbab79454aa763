using System.Numerics;

namespace SynthRender.Modeling.Building;

/// <summary>A node of the tree: a link, a bone or a plain group. In the rest pose it is not turned.</summary>
/// <param name="Name">Unique in the model.</param>
/// <param name="Parent">The parent's name, or null for a child of the model's root.</param>
/// <param name="Position">Where it sits in the model's rest frame, metres.</param>
public sealed record ModelNode(string Name, string? Parent, Vector3 Position);
