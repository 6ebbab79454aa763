namespace SynthRender.Rendering.Pipelines;

/// <summary>The passes that draw surfaces.</summary>
internal enum SurfacePass
{
    /// <summary>Ids, depth and material of opaque and cut-out surfaces.</summary>
    Geometry,

    /// <summary>Lit colour of layered surfaces, where the depth buffer has them.</summary>
    Layered,

    /// <summary>Ids and depth of surfaces that let light through.</summary>
    TransmissiveIds,

    /// <summary>Lit colour of blended surfaces, in the order in which they are drawn.</summary>
    Blend,

    /// <summary>Depth of the next layer of blended surfaces.</summary>
    Peel,

    /// <summary>Lit colour of one layer of blended surfaces, where the depth buffer has it.</summary>
    BlendLayer,

    /// <summary>Ids and depth of blended surfaces.</summary>
    BlendIds,

    /// <summary>Whose surface a pixel shows, where the depth buffer has it; for decals.</summary>
    Owner,

    /// <summary>Depth as a light sees it.</summary>
    Shadow,
}
