using SynthRender.Labels;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>How far annotators of a keypoint differ, relative to object size: what OKS divides by.</summary>
public static class CocoSigmas
{
    /// <summary>For keypoints of which nobody has measured it; about the mean of COCO's.</summary>
    public const float Default = 0.05f;

    // The names and values are those of the COCO keypoint task (cocoapi, cocoeval.py).
    private static readonly (string Name, float Sigma)[] People =
    [
        ("nose", 0.026f), ("left_eye", 0.025f), ("right_eye", 0.025f), ("left_ear", 0.035f), ("right_ear", 0.035f),
        ("left_shoulder", 0.079f), ("right_shoulder", 0.079f), ("left_elbow", 0.072f), ("right_elbow", 0.072f),
        ("left_wrist", 0.062f), ("right_wrist", 0.062f), ("left_hip", 0.107f), ("right_hip", 0.107f),
        ("left_knee", 0.087f), ("right_knee", 0.087f), ("left_ankle", 0.089f), ("right_ankle", 0.089f),
    ];

    /// <summary>COCO's own values when the template is COCO's people, else <see cref="Default"/> for each keypoint.</summary>
    public static float[] For(KeypointTemplate template) => template.Names.SequenceEqual(People.Select(p => p.Name))
        ? [.. People.Select(p => p.Sigma)]
        : [.. template.Names.Select(_ => Default)];
}
