namespace SynthRender.Assets;

/// <summary>What the indices of a primitive join. Strips, fans and loops are turned into these when a file is read.</summary>
public enum PrimitiveTopologyKind
{
    /// <summary>Three indices a triangle, counter-clockwise from the front.</summary>
    Triangles,

    /// <summary>Two indices a line, one pixel wide.</summary>
    Lines,

    /// <summary>One index a point, one pixel large.</summary>
    Points,
}
