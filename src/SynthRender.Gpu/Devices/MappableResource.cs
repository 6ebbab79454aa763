namespace SynthRender.Gpu;

/// <summary>What the CPU can map: a <see cref="DeviceBuffer"/> or a <see cref="Texture"/>.</summary>
public interface MappableResource
{
}
