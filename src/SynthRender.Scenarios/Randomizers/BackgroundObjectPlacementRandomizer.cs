using SynthRender.Assets;
using SynthRender.Graph;

namespace SynthRender.Randomizers;

/// <summary>Puts clutter on the ground: models without a label, which hide and shade but are background.</summary>
public sealed class BackgroundObjectPlacementRandomizer : ObjectPlacementRandomizer
{
    /// <inheritdoc/>
    protected override ModelNode Place(Scene scene, ModelAsset prefab, Transform local)
    {
        var node = scene.AddModel(prefab, local);
        node.Labeling = null;
        return node;
    }
}
