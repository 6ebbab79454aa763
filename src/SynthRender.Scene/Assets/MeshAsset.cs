using System.Collections.Immutable;

namespace SynthRender.Assets;

/// <summary>A mesh: primitives that are drawn together and share morph weights.</summary>
/// <param name="Name">The glTF name, or "meshes[i]".</param>
/// <param name="Primitives">At least one.</param>
/// <param name="MorphTargetNames">One name for each target, shared by all primitives; empty when there are none.</param>
public sealed record MeshAsset(string Name, ImmutableArray<PrimitiveAsset> Primitives, ImmutableArray<string> MorphTargetNames)
{
    /// <summary>
    /// The levels of detail that the file holds, without full detail; empty when nothing coarser is worth it, null when the file leaves
    /// them to be made.
    /// </summary>
    public ImmutableArray<LevelOfDetail>? StoredLevels { get; init; }
}
