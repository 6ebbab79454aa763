namespace SynthRender.Gpu;

/// <summary>How a pipeline tests and writes depth and stencil.</summary>
public struct DepthStencilStateDescription
{
    /// <summary>Whether depth is compared with the stored one.</summary>
    public bool DepthTestEnabled;

    /// <summary>Whether depth is stored when the test passes.</summary>
    public bool DepthWriteEnabled;

    /// <summary>When the depth test passes.</summary>
    public ComparisonKind DepthComparison;

    /// <summary>Whether stencil is tested.</summary>
    public bool StencilTestEnabled;

    /// <summary>For front faces.</summary>
    public StencilBehaviorDescription StencilFront;

    /// <summary>For back faces.</summary>
    public StencilBehaviorDescription StencilBack;

    /// <summary>The bits that are compared.</summary>
    public byte StencilReadMask;

    /// <summary>The bits that are written.</summary>
    public byte StencilWriteMask;

    /// <summary>The value that is compared and written.</summary>
    public uint StencilReference;

    /// <summary>The nearer wins; depth is written.</summary>
    public static readonly DepthStencilStateDescription DepthOnlyLessEqual =
        new(true, true, ComparisonKind.LessEqual);

    /// <summary>The nearer passes; depth is not written.</summary>
    public static readonly DepthStencilStateDescription DepthOnlyLessEqualRead =
        new(true, false, ComparisonKind.LessEqual);

    /// <summary>The greater depth wins (reversed depth); depth is written.</summary>
    public static readonly DepthStencilStateDescription DepthOnlyGreaterEqual =
        new(true, true, ComparisonKind.GreaterEqual);

    /// <summary>The greater depth passes; depth is not written.</summary>
    public static readonly DepthStencilStateDescription DepthOnlyGreaterEqualRead =
        new(true, false, ComparisonKind.GreaterEqual);

    /// <summary>No test and no write.</summary>
    public static readonly DepthStencilStateDescription Disabled =
        new(false, false, ComparisonKind.LessEqual);

    /// <summary>Depth only.</summary>
    public DepthStencilStateDescription(bool depthTestEnabled, bool depthWriteEnabled, ComparisonKind comparisonKind)
    {
        DepthTestEnabled = depthTestEnabled;
        DepthWriteEnabled = depthWriteEnabled;
        DepthComparison = comparisonKind;
    }

    /// <summary>Depth and stencil.</summary>
    public DepthStencilStateDescription(
        bool depthTestEnabled,
        bool depthWriteEnabled,
        ComparisonKind comparisonKind,
        bool stencilTestEnabled,
        StencilBehaviorDescription stencilFront,
        StencilBehaviorDescription stencilBack,
        byte stencilReadMask,
        byte stencilWriteMask,
        uint stencilReference)
    {
        DepthTestEnabled = depthTestEnabled;
        DepthWriteEnabled = depthWriteEnabled;
        DepthComparison = comparisonKind;
        StencilTestEnabled = stencilTestEnabled;
        StencilFront = stencilFront;
        StencilBack = stencilBack;
        StencilReadMask = stencilReadMask;
        StencilWriteMask = stencilWriteMask;
        StencilReference = stencilReference;
    }
}
