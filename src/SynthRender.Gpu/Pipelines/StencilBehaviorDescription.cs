namespace SynthRender.Gpu;

/// <summary>What the stencil test of one face does.</summary>
public struct StencilBehaviorDescription
{
    /// <summary>When the stencil test fails.</summary>
    public StencilOperation Fail;

    /// <summary>When the stencil and depth tests pass.</summary>
    public StencilOperation Pass;

    /// <summary>When the stencil test passes and the depth test fails.</summary>
    public StencilOperation DepthFail;

    /// <summary>When the test passes, reference against stored.</summary>
    public ComparisonKind Comparison;

    /// <summary>All fields.</summary>
    public StencilBehaviorDescription(
        StencilOperation fail,
        StencilOperation pass,
        StencilOperation depthFail,
        ComparisonKind comparison)
    {
        Fail = fail;
        Pass = pass;
        DepthFail = depthFail;
        Comparison = comparison;
    }
}
