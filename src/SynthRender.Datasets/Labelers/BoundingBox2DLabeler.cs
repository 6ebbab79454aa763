using System.Collections.Immutable;
using SynthRender.Datasets.Masks;
using SynthRender.Frames;
using SynthRender.Labels;

namespace SynthRender.Datasets.Labelers;

/// <summary>Finds the tight box around the visible pixels of every thing in the image.</summary>
public sealed class BoundingBox2DLabeler : CameraLabeler
{
    /// <inheritdoc/>
    public override string Id => "bounding box 2D";

    /// <inheritdoc/>
    public override FrameLabel Label(RenderedFrame frame)
    {
        var masks = InstanceMasks.Of(frame);
        var found = ImmutableArray.CreateBuilder<InstanceBox>(frame.Snapshot.Instances.Length);
        foreach (var instance in frame.Snapshot.Instances)
        {
            var mask = masks[instance.Id];
            if (mask.Area > 0 && instance.Labeling.Kind == LabelKind.Thing)
                found.Add(new InstanceBox(instance.Id, instance.Name, instance.Labeling, mask.Bounds, mask.Area));
        }

        return new BoundingBox2DLabel(found.DrainToImmutable());
    }
}
