namespace SynthRender.Labels;

/// <summary>Whether a labelled thing is counted one by one.</summary>
public enum LabelKind
{
    /// <summary>A countable object: it has instances, boxes and keypoints.</summary>
    Thing,

    /// <summary>An uncountable region such as ground or sky: it has a class but no instances.</summary>
    Stuff,
}
