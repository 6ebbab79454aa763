using SynthRender.Rendering.Devices;

namespace SynthRender.Tests.Rendering.Devices;

/// <summary>Which device a selector names.</summary>
public sealed class RenderDeviceSelectionTests
{
    private static readonly RenderDeviceInfo[] Machine =
    [
        Device(0, "llvmpipe (LLVM 15.0.6, 256 bits)", RenderDeviceKind.Cpu),
        Device(1, "Intel UHD Graphics 770", RenderDeviceKind.Integrated),
        Device(2, "NVIDIA L4", RenderDeviceKind.Discrete),
        Device(3, "NVIDIA L40", RenderDeviceKind.Discrete),
        Device(4, "Virtio-GPU Venus", RenderDeviceKind.Virtual),
    ];

    [Theory]
    [InlineData(null, 2)]
    [InlineData("", 2)]
    [InlineData("cpu", 0)]
    [InlineData("CPU", 0)]
    [InlineData("3", 3)]
    [InlineData("l40", 3)]
    [InlineData("intel", 1)]
    [InlineData("LLVMPIPE", 0)]
    public void SelectorsNameOneDevice(string? selector, int index) =>
        Assert.Equal(index, RenderDeviceSelection.Select(Machine, selector).Index);

    [Theory]
    [InlineData(new[] { 0, 1, 4 }, 1)]
    [InlineData(new[] { 0, 4 }, 4)]
    [InlineData(new[] { 0 }, 0)]
    public void WithoutASelectorTheBestKindWins(int[] present, int index) =>
        Assert.Equal(index, RenderDeviceSelection.Select([.. present.Select(i => Machine[i])], null).Index);

    [Theory]
    [InlineData("radeon", "No device's name contains 'radeon'", "0: llvmpipe (LLVM 15.0.6, 256 bits) (Cpu")]
    [InlineData("nvidia", "'nvidia' names 2 devices", "3: NVIDIA L40 (Discrete")]
    [InlineData("17", "There is no device 17", "1: Intel UHD Graphics 770 (Integrated")]
    [InlineData("-1", "No device's name contains '-1'", "4: Virtio-GPU Venus (Virtual")]
    public void AWrongSelectorListsTheDevices(string selector, string what, string listed)
    {
        string message = Assert.Throws<RenderDeviceException>(() => RenderDeviceSelection.Select(Machine, selector)).Message;
        Assert.StartsWith(what, message, StringComparison.Ordinal);
        Assert.Contains(listed, message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAmbiguousNameListsOnlyWhatFits()
    {
        string message = Assert.Throws<RenderDeviceException>(() => RenderDeviceSelection.Select(Machine, "nvidia")).Message;
        Assert.DoesNotContain("Intel", message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutDevicesTheMessageSaysWhatToInstall()
    {
        foreach (RenderDeviceInfo[] devices in new[] { [], Machine[1..3] })
        {
            string message = Assert.Throws<RenderDeviceException>(() => RenderDeviceSelection.Select(devices, "cpu")).Message;
            Assert.Contains("apt-get install mesa-vulkan-drivers libvulkan1", message, StringComparison.Ordinal);
        }
    }

    private static RenderDeviceInfo Device(int index, string name, RenderDeviceKind kind) =>
        new(index, name, "vendor", kind, "1.3.0", "driver 1", 1ul << 30);
}
