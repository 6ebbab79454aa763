using System.Collections.Immutable;
using SynthRender.Graph;

namespace SynthRender.Assets;

/// <summary>A node of an asset's tree.</summary>
/// <param name="Name">The glTF name, or "nodes[i]" when it has none.</param>
/// <param name="Parent">Index of the parent, always below the node's own index; −1 for a root.</param>
/// <param name="Rest">Its transform in the parent, in the rest pose.</param>
/// <param name="Mesh">Index of its mesh, or −1.</param>
/// <param name="Skin">Index of the skin that moves its mesh, or −1.</param>
/// <param name="MorphWeights">Rest weights of the mesh's targets; empty when there are none.</param>
/// <param name="Light">Index of its light, or −1.</param>
/// <param name="Camera">Index of its camera, or −1.</param>
public sealed record NodeAsset(
    string Name, int Parent, Transform Rest, int Mesh, int Skin, ImmutableArray<float> MorphWeights, int Light, int Camera)
{
    /// <summary>True for a copy of its parent's mesh that the file places by EXT_mesh_gpu_instancing; the parent itself carries none then.</summary>
    public bool IsInstance { get; init; }
}
