namespace SynthRender.Gpu;

/// <summary>Which faces are not drawn.</summary>
public enum FaceCullMode : byte
{
    /// <summary>Back faces.</summary>
    Back = 0,

    /// <summary>Front faces.</summary>
    Front = 1,

    /// <summary>No face: all are drawn.</summary>
    None = 2,
}
