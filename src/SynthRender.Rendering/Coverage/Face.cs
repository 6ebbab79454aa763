namespace SynthRender.Rendering.Coverage;

/// <summary>How a triangle lies in the image, as far as floats can tell.</summary>
internal enum Face : byte
{
    /// <summary>Not drawn: it shows a back that is left out.</summary>
    Hidden,

    /// <summary>Drawn, with a positive area in image coordinates (y down).</summary>
    Positive,

    /// <summary>Drawn, with a negative area.</summary>
    Negative,

    /// <summary>Too thin to tell.</summary>
    Thin,

    /// <summary>Cut by the near or far plane, or too far outside the image for floats.</summary>
    Exact,
}
