namespace SynthRender.Gpu;

/// <summary>How binding slots are numbered on backends other than Vulkan; Vulkan has one way, set = slot and binding = element.</summary>
public enum ResourceBindingModel
{
    /// <summary>The default.</summary>
    Default = 0,

    /// <summary>Slots are numbered per set.</summary>
    Improved = 1,
}
