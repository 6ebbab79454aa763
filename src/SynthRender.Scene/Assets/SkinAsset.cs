using System.Collections.Immutable;
using System.Numerics;

namespace SynthRender.Assets;

/// <summary>A skin: the nodes that move vertices.</summary>
/// <param name="Name">The glTF name, or "skins[i]".</param>
/// <param name="Joints">Indices of asset nodes.</param>
/// <param name="JointFromBind">For each joint, maps a bind-pose vertex into the joint's frame (glTF's inverse bind matrix).</param>
public sealed record SkinAsset(string Name, ImmutableArray<int> Joints, ImmutableArray<Matrix4x4> JointFromBind);
