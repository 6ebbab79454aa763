namespace SynthRender.DeviceTests.Oracle;

/// <summary>What the ray through a pixel's centre meets first, and how safe that is.</summary>
internal record struct OraclePixel
{
    public OraclePixel()
    {
    }

    /// <summary>Instance id of the nearest surface, 0 for background and for none.</summary>
    public uint Id { get; set; }

    /// <summary>Planar depth of that surface, +∞ for none.</summary>
    public double Depth { get; set; } = double.PositiveInfinity;

    /// <summary>The triangle, or null for none.</summary>
    public OracleTriangle? Triangle { get; set; }

    /// <summary>Depth of the nearest surface with another id, +∞ for none.</summary>
    public double OtherDepth { get; set; } = double.PositiveInfinity;

    /// <summary>Pixels to the nearest outline at or before the surface; +∞ when it is further than the caster looked.</summary>
    public double EdgeDistance { get; set; } = double.PositiveInfinity;

    /// <summary>Pixels to the nearest edge in which triangles join seamlessly, at or before the surface; it changes no id.</summary>
    public double SeamDistance { get; set; } = double.PositiveInfinity;

    /// <summary>A surface at or before this one is there or not depending on how a driver filters its alpha.</summary>
    public bool AlphaUnsure { get; set; }

    /// <summary>How far behind the nearest surface another instance's lies, as a fraction of the depth.</summary>
    public readonly double DepthGap => double.IsInfinity(OtherDepth) ? double.PositiveInfinity : (OtherDepth - Depth) / Depth;
}
