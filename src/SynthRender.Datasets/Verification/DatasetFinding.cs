namespace SynthRender.Datasets.Verification;

/// <summary>Something wrong in a dataset.</summary>
/// <param name="Where">The element, e.g. "annotations[3] (id 4)".</param>
/// <param name="Problem">What was found, and what was expected.</param>
public sealed record DatasetFinding(string Where, string Problem)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {Problem}";
}
