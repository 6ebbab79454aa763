using System.Globalization;

namespace SynthRender.Rendering.Devices;

/// <summary>A device that frames can be drawn on.</summary>
/// <param name="Index">Its place in the list, from 0; stable as long as the machine's drivers stay the same.</param>
/// <param name="Name">Its name, as the driver gives it.</param>
/// <param name="Vendor">Who made it or its driver.</param>
/// <param name="Kind">What sort of device it is.</param>
/// <param name="ApiVersion">The Vulkan version, such as 1.3.230.</param>
/// <param name="Driver">The driver and its version, such as "llvmpipe Mesa 22.3.6"; empty when not known.</param>
/// <param name="MemoryInBytes">Its own memory; of a CPU or integrated device, the share of the machine's; 0 when not known.</param>
public sealed record RenderDeviceInfo(
    int Index,
    string Name,
    string Vendor,
    RenderDeviceKind Kind,
    string ApiVersion,
    string Driver,
    ulong MemoryInBytes)
{
    /// <summary>One line that names it: index, name, kind, driver.</summary>
    public override string ToString()
    {
        string driver = Driver.Length == 0 ? string.Empty : $", {Driver}";
        return string.Create(CultureInfo.InvariantCulture, $"{Index}: {Name} ({Kind}{driver})");
    }
}
