namespace SynthRender.Scenarios;

/// <summary>How the keypoints of a category's models become the category's own: formats have one list for each category.</summary>
public enum KeypointLists
{
    /// <summary>All models of a category have the same keypoints; anything else is an error.</summary>
    Equal,

    /// <summary>A category has the keypoints of all its models, joined by name; a model may lack some or all of them.</summary>
    Merged,

    /// <summary>Categories have no keypoints: nobody labels them.</summary>
    Ignored,
}
