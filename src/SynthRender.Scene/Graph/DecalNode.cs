using SynthRender.Materials;

namespace SynthRender.Graph;

/// <summary>
/// A decal in the tree; the node is the middle of its box, its −Z points into the surface. Below a model, at any distance, it belongs to that
/// model: it moves with it and lies on nothing else. Elsewhere it lies on every surface in its box.
/// </summary>
/// <remarks>
/// Decals lie over each other in tree order, the later over the earlier. On a model that is bent by joints or morph targets it lies where
/// the posed surface is, not where the rest pose was: it does not stretch with the skin.
/// </remarks>
public sealed class DecalNode(string name, Decal decal) : Node(name)
{
    /// <summary>What it looks like.</summary>
    public Decal Decal { get; set; } = decal;

    /// <inheritdoc/>
    protected internal override object? CaptureState() => Decal;

    /// <inheritdoc/>
    protected internal override void RestoreState(object? state) => Decal = (Decal)state!;
}
