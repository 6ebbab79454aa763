using System.Collections.Immutable;
using SynthRender.Datasets.Masks;
using SynthRender.Frames;

namespace SynthRender.Datasets.Labelers;

/// <summary>Finds the visible pixels of every class, of things and of stuff.</summary>
/// <param name="classes">The classes and their ids.</param>
public sealed class SemanticSegmentationLabeler(IdLabelConfig classes) : CameraLabeler
{
    /// <summary>The classes are the labels given, numbered in that order from 1.</summary>
    public SemanticSegmentationLabeler(params IEnumerable<string> classes) : this(new IdLabelConfig(classes))
    {
    }

    /// <inheritdoc/>
    public override string Id => "semantic segmentation";

    /// <inheritdoc/>
    public override string? Objection(FrameSnapshot frame)
    {
        foreach (var instance in frame.Instances)
            if (classes.Unlisted(instance.Labeling.Category, instance.Name) is { } unlisted) return unlisted;
        return null;
    }

    /// <inheritdoc/>
    public override FrameLabel Label(RenderedFrame frame)
    {
        var instances = frame.Snapshot.Instances;
        var classOfInstance = new int[instances.Length + 1];
        foreach (var instance in instances) classOfInstance[instance.Id] = classes.IdOf(instance.Labeling.Category, instance.Name);

        // Mask 0 gathers what has no class.
        var masks = InstanceMasks.Of(frame).Runs.Masks(classOfInstance, classes.Labels.Length + 1);
        var regions = ImmutableArray.CreateBuilder<SemanticRegion>();
        for (var id = 1; id < masks.Length; id++)
            if (masks[id].Area > 0) regions.Add(new SemanticRegion(id, classes.Labels[id - 1], masks[id]));
        return new SemanticSegmentationLabel(regions.DrainToImmutable(), ImmutableArray.Create(classOfInstance), classes.Labels);
    }
}
