namespace SynthRender.Rendering.Devices;

/// <summary>Which device is opened, and how.</summary>
public sealed record RenderDeviceOptions
{
    /// <summary>
    /// <c>cpu</c>, an index, or a part of a name in any case; null: the first discrete device, else integrated, else
    /// virtual, else the CPU.
    /// </summary>
    public string? Selector { get; init; }

    /// <summary>Whether the validation layers check every call. They must be installed, and are slow.</summary>
    public bool Validation { get; init; }

    /// <summary>
    /// Gets each message of the validation layers, on the thread of the call that caused it. With the Veldrid package it gets none:
    /// Veldrid itself throws the first error, and prints warnings.
    /// </summary>
    public Action<string>? OnValidationMessage { get; init; }

    /// <summary>
    /// Worker threads of the CPU driver, 0 or more; 0: it draws in the thread that submits, which is fastest with one
    /// device per core. Null: the driver decides. Other devices do not read it.
    /// </summary>
    public int? CpuDriverThreads { get; init; }
}
