namespace SynthRender.Gpu;

/// <summary>How a pipeline rasterises.</summary>
public struct RasterizerStateDescription
{
    /// <summary>The faces that are left out.</summary>
    public FaceCullMode CullMode;

    /// <summary>How polygons are filled.</summary>
    public PolygonFillMode FillMode;

    /// <summary>The winding of a front face in the framebuffer.</summary>
    public FrontFace FrontFace;

    /// <summary>Whether what lies nearer than 0 or farther than 1 is cut off; when not, its depth is clamped.</summary>
    public bool DepthClipEnabled;

    /// <summary>Whether the scissor rectangle cuts; when not, the whole framebuffer is drawn to.</summary>
    public bool ScissorTestEnabled;

    /// <summary>Back faces culled, solid, clockwise, clipped, no scissor.</summary>
    public static readonly RasterizerStateDescription Default =
        new(FaceCullMode.Back, PolygonFillMode.Solid, FrontFace.Clockwise, true, false);

    /// <summary>Nothing culled, solid, clockwise, clipped, no scissor.</summary>
    public static readonly RasterizerStateDescription CullNone =
        new(FaceCullMode.None, PolygonFillMode.Solid, FrontFace.Clockwise, true, false);

    /// <summary>All fields.</summary>
    public RasterizerStateDescription(
        FaceCullMode cullMode,
        PolygonFillMode fillMode,
        FrontFace frontFace,
        bool depthClipEnabled,
        bool scissorTestEnabled)
    {
        CullMode = cullMode;
        FillMode = fillMode;
        FrontFace = frontFace;
        DepthClipEnabled = depthClipEnabled;
        ScissorTestEnabled = scissorTestEnabled;
    }
}
