namespace SynthRender.Labels;

/// <summary>How a joint moves.</summary>
public enum JointKind
{
    /// <summary>Turns about an axis.</summary>
    Revolute,

    /// <summary>Slides along an axis.</summary>
    Prismatic,

    /// <summary>Turns about three axes: intrinsic Euler angles X, then Y, then Z.</summary>
    Ball,
}
