namespace SynthRender.Gpu;

/// <summary>The winding, as seen in the framebuffer, that makes a face a front face.</summary>
public enum FrontFace : byte
{
    /// <summary>Clockwise.</summary>
    Clockwise = 0,

    /// <summary>Counter-clockwise.</summary>
    CounterClockwise = 1,
}
