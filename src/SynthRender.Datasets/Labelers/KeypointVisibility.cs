namespace SynthRender.Datasets.Labelers;

/// <summary>COCO's flag of a keypoint.</summary>
public enum KeypointVisibility
{
    /// <summary>Behind the camera or outside the image; the position means nothing.</summary>
    Outside = 0,

    /// <summary>Inside the image, but hidden.</summary>
    Hidden = 1,

    /// <summary>Seen.</summary>
    Visible = 2,
}
