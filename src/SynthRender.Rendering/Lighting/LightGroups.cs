namespace SynthRender.Rendering.Lighting;

/// <summary>
/// Lights that are shaded by the same code lie together in the frame's constants, and a pipeline has the code of the groups that a
/// frame has: what a frame does not use costs it nothing. Shaders/shading.glsl has the same bits.
/// </summary>
[Flags]
internal enum LightGroups : uint
{
    None = 0,

    /// <summary>Suns, lamps and spots without a shadow.</summary>
    Open = 1,

    /// <summary>Those with one shadow map and an edge no wider than the filter.</summary>
    Sharp = 2,

    /// <summary>Lamps with a shadow map for each face of a cube.</summary>
    SharpCube = 4,

    /// <summary>Suns with several shadow maps, the finest first.</summary>
    SharpCascade = 8,

    /// <summary>Any of these with a visible penumbra.</summary>
    Soft = 16,

    /// <summary>Rectangles without a shadow.</summary>
    Rectangle = 32,

    /// <summary>Rectangles with one.</summary>
    ShadedRectangle = 64,

    /// <summary>Rings and discs without a shadow.</summary>
    Ring = 128,

    /// <summary>Rings and discs with one.</summary>
    ShadedRing = 256,

    /// <summary>An environment's map in place of a gradient; no group of lights, but code of its own all the same.</summary>
    Environment = 4096,

    /// <summary>Decals on the surfaces; likewise.</summary>
    Decals = 8192,
}
