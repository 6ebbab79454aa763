namespace SynthRender.Assets;

/// <summary>What a channel changes.</summary>
public enum AnimationPath
{
    /// <summary>3 values a key, metres.</summary>
    Translation,

    /// <summary>4 values a key, a quaternion x, y, z, w.</summary>
    Rotation,

    /// <summary>3 values a key.</summary>
    Scale,

    /// <summary>As many values a key as the mesh has targets.</summary>
    Weights,
}
