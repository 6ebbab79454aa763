namespace SynthRender.Rendering.Lighting;

/// <summary>
/// Lights that are shaded by the same code lie together in the frame's constants, and a pipeline has the code of the groups that a
/// frame has: what a frame does not use costs it nothing. Shaders/light_groups.glsl has the same numbers.
/// </summary>
[Flags]
internal enum LightGroups : uint
{
    None = 0,

    /// <summary>Suns, lamps and spots without a shadow.</summary>
    Open = 1,

    /// <summary>Lamps and spots with one shadow map and an edge no wider than the filter.</summary>
    SharpLamp = 2,

    /// <summary>Lamps with several such maps: fitted to what is seen, or for each face of a cube.</summary>
    SharpLampViews = 4,

    /// <summary>Suns with one shadow map and such an edge.</summary>
    SharpSun = 8,

    /// <summary>Suns with several, the finest first.</summary>
    SharpCascade = 16,

    /// <summary>Lamps and spots with a visible penumbra, with one map or a cube.</summary>
    SoftLamp = 32,

    /// <summary>Suns with a visible penumbra and one map.</summary>
    SoftSun = 64,

    /// <summary>Rectangles without a shadow.</summary>
    Rectangle = 128,

    /// <summary>Rectangles with one.</summary>
    ShadedRectangle = 256,

    /// <summary>Rings and discs without a shadow.</summary>
    Ring = 512,

    /// <summary>Rings and discs with one.</summary>
    ShadedRing = 1024,

    /// <summary>Rectangles, rings and discs so wide that parts of them have shadow maps of their own.</summary>
    SplitArea = 2048,

    /// <summary>An environment's map in place of a gradient; no group of lights, but code of its own all the same.</summary>
    Environment = 4096,

    /// <summary>Decals on the surfaces; likewise.</summary>
    Decals = 8192,

    /// <summary>Lamps and spots with a visible penumbra and maps that are fitted to what is seen.</summary>
    SoftLampViews = 16384,

    /// <summary>Suns with a visible penumbra and several maps, the finest first.</summary>
    SoftSunViews = 32768,
}
