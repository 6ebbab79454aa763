namespace SynthRender.Gpu;

/// <summary>How a polygon is drawn.</summary>
public enum PolygonFillMode : byte
{
    /// <summary>Filled.</summary>
    Solid = 0,

    /// <summary>Its edges only.</summary>
    Wireframe = 1,
}
