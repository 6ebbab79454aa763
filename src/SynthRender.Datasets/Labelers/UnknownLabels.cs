namespace SynthRender.Datasets.Labelers;

/// <summary>What happens to a label that an <see cref="IdLabelConfig"/> does not name.</summary>
public enum UnknownLabels
{
    /// <summary>The frame fails.</summary>
    Error,

    /// <summary>The object is left out of the labels, as if it were background.</summary>
    Ignore,
}
