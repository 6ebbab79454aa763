namespace SynthRender.Gpu;

/// <summary>How vertices make primitives.</summary>
public enum PrimitiveTopology : byte
{
    /// <summary>Three vertices make a triangle.</summary>
    TriangleList = 0,

    /// <summary>Each vertex makes a triangle with the two before it.</summary>
    TriangleStrip = 1,

    /// <summary>Two vertices make a line.</summary>
    LineList = 2,

    /// <summary>Each vertex makes a line with the one before it.</summary>
    LineStrip = 3,

    /// <summary>Each vertex is a point.</summary>
    PointList = 4,
}
