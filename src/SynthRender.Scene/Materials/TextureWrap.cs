namespace SynthRender.Materials;

/// <summary>What lies beyond the texture's edge.</summary>
public enum TextureWrap
{
    /// <summary>The texture again.</summary>
    Repeat,

    /// <summary>The texture mirrored.</summary>
    MirroredRepeat,

    /// <summary>Its outermost pixels.</summary>
    ClampToEdge,
}
