namespace SynthRender.Rendering.Textures;

/// <summary>What the bytes of an image mean.</summary>
internal enum TextureContent
{
    /// <summary>Numbers, averaged as they are.</summary>
    Numbers,

    /// <summary>sRGB colours.</summary>
    Colors,

    /// <summary>sRGB colours, and an alpha that says where they are.</summary>
    CutOut,
}
