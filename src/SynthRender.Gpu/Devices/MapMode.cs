namespace SynthRender.Gpu;

/// <summary>What the CPU does with a mapped resource.</summary>
public enum MapMode : byte
{
    /// <summary>It reads. Only staging resources can be read.</summary>
    Read = 0,

    /// <summary>It writes.</summary>
    Write = 1,

    /// <summary>It reads and writes. Only staging resources can be read.</summary>
    ReadWrite = 2,
}
