namespace SynthRender.Gpu.Vulkan;

/// <summary>Names of vendor ids: PCI ids, and Khronos' own from 0x10000 on (VkVendorId).</summary>
internal static class VkVendors
{
    internal static string Name(uint id) => id switch
    {
        0x1002 => "AMD",
        0x1010 => "Imagination Technologies",
        0x106B => "Apple",
        0x10DE => "NVIDIA",
        0x13B5 => "Arm",
        0x1414 => "Microsoft",
        0x14E4 => "Broadcom",
        0x15AD => "VMware",
        0x1AE0 => "Google",
        0x5143 => "Qualcomm",
        0x8086 => "Intel",
        0x10005 => "Mesa",
        _ => $"0x{id:X4}",
    };
}
