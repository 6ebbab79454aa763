using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;

namespace SynthRender.Randomizers;

/// <summary>Puts labelled models on the ground, apart from each other.</summary>
public sealed class ForegroundObjectPlacementRandomizer : ObjectPlacementRandomizer
{
    /// <inheritdoc/>
    protected override ModelNode Place(Scene scene, ModelAsset prefab, Transform local)
    {
        var node = scene.AddModel(prefab, local);
        node.Labeling ??= new Labels.Labeling(prefab.Name);
        return node;
    }
}
