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

    /// <summary>Lit colour of blended surfaces.</summary>
    Blend,

    /// <summary>Ids and depth of blended surfaces.</summary>
    BlendIds,

    /// <summary>Depth as a light sees it.</summary>
    Shadow,
}
