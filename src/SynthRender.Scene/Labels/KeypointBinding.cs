using System.Numerics;

namespace SynthRender.Labels;

/// <summary>Where a keypoint sits in an asset: on a node at an offset, or on a vertex, which follows skin and morph targets.</summary>
/// <param name="Name">The keypoint's name.</param>
/// <param name="Node">Index of the asset node it follows; for a vertex, of the node that carries the mesh.</param>
/// <param name="Offset">Position in the node's frame, metres; unused for a vertex.</param>
/// <param name="Vertex">The vertex it is bound to, or null.</param>
/// <param name="SelfOcclusionDistance">
/// How deep, in the object's local metres, the keypoint may lie behind its own surface and still count as visible.
/// </param>
public sealed record KeypointBinding(
    string Name, int Node, Vector3 Offset, KeypointVertex? Vertex = null,
    float SelfOcclusionDistance = KeypointBinding.DefaultSelfOcclusionDistance)
{
    /// <summary>0.15 m, as in ANNOTATIONS.md and Unity Perception.</summary>
    public const float DefaultSelfOcclusionDistance = 0.15f;
}
