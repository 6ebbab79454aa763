using System.Globalization;

namespace SynthRender.Rendering.Devices;

/// <summary>Picks a device from a list by what the user wrote.</summary>
public static class RenderDeviceSelection
{
    private const string InstallHint = "On Debian and Ubuntu: apt-get install mesa-vulkan-drivers libvulkan1.";

    private static readonly RenderDeviceKind[] Preference =
    [
        RenderDeviceKind.Discrete,
        RenderDeviceKind.Integrated,
        RenderDeviceKind.Virtual,
        RenderDeviceKind.Cpu,
        RenderDeviceKind.Other,
    ];

    /// <summary>
    /// The device that a selector names: <c>cpu</c>, an index, or a part of a name in any case; null or empty: the first
    /// discrete device, else integrated, else virtual, else the CPU.
    /// </summary>
    /// <exception cref="RenderDeviceException">There is no device, or none or several fit.</exception>
    public static RenderDeviceInfo Select(IReadOnlyList<RenderDeviceInfo> devices, string? selector)
    {
        ArgumentNullException.ThrowIfNull(devices);
        if (devices.Count == 0)
            throw new RenderDeviceException($"No Vulkan device was found on this machine. {InstallHint}");
        if (string.IsNullOrEmpty(selector))
            return devices.MinBy(device => Array.IndexOf(Preference, device.Kind))!;
        if (int.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            return devices.FirstOrDefault(device => device.Index == index)
                ?? throw Wrong(devices, $"There is no device {index}");
        }

        if (selector.Equals("cpu", StringComparison.OrdinalIgnoreCase))
        {
            return devices.FirstOrDefault(device => device.Kind == RenderDeviceKind.Cpu)
                ?? throw Wrong(devices, $"There is no CPU driver. {InstallHint[..^1]}");
        }

        List<RenderDeviceInfo> fits =
            [.. devices.Where(device => device.Name.Contains(selector, StringComparison.OrdinalIgnoreCase))];
        return fits.Count switch
        {
            1 => fits[0],
            0 => throw Wrong(devices, $"No device's name contains '{selector}'"),
            _ => throw Wrong(fits, $"'{selector}' names {fits.Count} devices; give more of the name, or the index"),
        };
    }

    private static RenderDeviceException Wrong(IEnumerable<RenderDeviceInfo> devices, string what) =>
        new($"{what}. There are:{string.Concat(devices.Select(device => $"\n  {device}"))}");
}
