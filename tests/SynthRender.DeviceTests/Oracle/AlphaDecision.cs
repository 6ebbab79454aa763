namespace SynthRender.DeviceTests.Oracle;

/// <summary>Whether a surface is there at a point, as far as its alpha says.</summary>
internal enum AlphaDecision
{
    /// <summary>Alpha is clearly at or above the cutoff.</summary>
    Solid,

    /// <summary>Alpha is clearly below it.</summary>
    Hole,

    /// <summary>Alpha is so near to it that texture filtering, which drivers may approximate, decides.</summary>
    Unsure,
}
