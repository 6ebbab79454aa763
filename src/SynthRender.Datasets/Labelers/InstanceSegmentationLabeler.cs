using System.Collections.Immutable;
using SynthRender.Datasets.Masks;
using SynthRender.Frames;
using SynthRender.Labels;

namespace SynthRender.Datasets.Labelers;

/// <summary>Finds the visible pixels of every thing in the image.</summary>
public sealed class InstanceSegmentationLabeler : CameraLabeler
{
    /// <inheritdoc/>
    public override string Id => "instance segmentation";

    /// <summary>Also stores the instance ids as an image, one per frame (masks/000000.png); off by default.</summary>
    public bool IdImage { get; init; }

    /// <inheritdoc/>
    public override FrameLabel Label(RenderedFrame frame)
    {
        var masks = InstanceMasks.Of(frame);
        var found = ImmutableArray.CreateBuilder<InstanceMask>(frame.Snapshot.Instances.Length);
        foreach (var instance in frame.Snapshot.Instances)
        {
            var mask = masks[instance.Id];
            if (mask.Area > 0 && instance.Labeling.Kind == LabelKind.Thing)
                found.Add(new InstanceMask(instance.Id, instance.Name, instance.Labeling, mask));
        }

        return new InstanceSegmentationLabel(found.DrainToImmutable(), IdImage);
    }
}
