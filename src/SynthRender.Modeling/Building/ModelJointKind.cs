namespace SynthRender.Modeling.Building;

/// <summary>How a joint moves.</summary>
public enum ModelJointKind
{
    /// <summary>Turns about an axis; degrees.</summary>
    Revolute,

    /// <summary>Slides along an axis; metres.</summary>
    Prismatic,

    /// <summary>Turns about X, then Y, then Z (intrinsic); degrees.</summary>
    Ball,
}
