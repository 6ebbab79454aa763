using SynthRender.Assets;
using SynthRender.Labels;

namespace SynthRender.Randomizers;

/// <summary>Puts clutter on the ground: models without a label, which hide and shade but are background.</summary>
public sealed class BackgroundObjectPlacementRandomizer : ObjectPlacementRandomizer
{
    /// <inheritdoc/>
    protected override Labeling? LabelingOf(ModelAsset prefab) => null;
}
