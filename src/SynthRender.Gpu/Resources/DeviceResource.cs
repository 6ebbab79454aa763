namespace SynthRender.Gpu;

/// <summary>What belongs to a device and can be named.</summary>
public interface DeviceResource
{
    /// <summary>The name in messages, validation reports and frame debuggers; empty by default.</summary>
    string Name { get; set; }
}
