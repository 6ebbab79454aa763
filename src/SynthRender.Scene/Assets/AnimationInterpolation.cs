namespace SynthRender.Assets;

/// <summary>What happens between keys.</summary>
public enum AnimationInterpolation
{
    /// <summary>Straight, rotations along the sphere.</summary>
    Linear,

    /// <summary>The earlier key holds.</summary>
    Step,

    /// <summary>Hermite; each key has in-tangent, value, out-tangent.</summary>
    CubicSpline,
}
