namespace SynthRender.Rendering.Devices;

/// <summary>What sort of device a render device is.</summary>
public enum RenderDeviceKind
{
    /// <summary>A graphics card with memory of its own.</summary>
    Discrete,

    /// <summary>A graphics unit that shares the machine's memory.</summary>
    Integrated,

    /// <summary>A device that a virtual machine passes on.</summary>
    Virtual,

    /// <summary>The CPU, by a software driver such as Mesa lavapipe.</summary>
    Cpu,

    /// <summary>Not said by the driver.</summary>
    Other,
}
