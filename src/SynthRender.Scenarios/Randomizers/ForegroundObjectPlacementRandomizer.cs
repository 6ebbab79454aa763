using SynthRender.Assets;
using SynthRender.Labels;

namespace SynthRender.Randomizers;

/// <summary>Puts labelled models on the ground, apart from each other. A model whose file has no label is labelled by its name.</summary>
public sealed class ForegroundObjectPlacementRandomizer : ObjectPlacementRandomizer
{
    /// <inheritdoc/>
    protected override Labeling? LabelingOf(ModelAsset prefab) => prefab.Labels?.ToLabeling() ?? new Labeling(prefab.Name);
}
