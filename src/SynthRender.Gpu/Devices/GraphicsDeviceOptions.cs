namespace SynthRender.Gpu;

/// <summary>Options of a <see cref="GraphicsDevice"/>. Those of a window do nothing here: nothing is ever shown.</summary>
public struct GraphicsDeviceOptions
{
    /// <summary>Whether the validation layers check every call.</summary>
    public bool Debug;

    /// <summary>Whether there is a window to present to. There is none here: leave it false.</summary>
    public bool HasMainSwapchain;

    /// <summary>Of a window.</summary>
    public PixelFormat? SwapchainDepthFormat;

    /// <summary>Of a window.</summary>
    public bool SyncToVerticalBlank;

    /// <summary>Without effect on Vulkan.</summary>
    public ResourceBindingModel ResourceBindingModel;

    /// <summary>Whether depth 0..1 is preferred; it is always so on Vulkan.</summary>
    public bool PreferDepthRangeZeroToOne;

    /// <summary>Whether +Y of clip space points up. When false it points down, as is Vulkan's way.</summary>
    public bool PreferStandardClipSpaceYDirection;

    /// <summary>Of a window.</summary>
    public bool SwapchainSrgbFormat;

    /// <summary>Debugging only.</summary>
    public GraphicsDeviceOptions(bool debug)
    {
        Debug = debug;
    }

    /// <summary>With a depth format and vertical sync of a window.</summary>
    public GraphicsDeviceOptions(bool debug, PixelFormat? swapchainDepthFormat, bool syncToVerticalBlank)
    {
        Debug = debug;
        SwapchainDepthFormat = swapchainDepthFormat;
        SyncToVerticalBlank = syncToVerticalBlank;
    }

    /// <summary>And a binding model.</summary>
    public GraphicsDeviceOptions(
        bool debug,
        PixelFormat? swapchainDepthFormat,
        bool syncToVerticalBlank,
        ResourceBindingModel resourceBindingModel)
    {
        Debug = debug;
        SwapchainDepthFormat = swapchainDepthFormat;
        SyncToVerticalBlank = syncToVerticalBlank;
        ResourceBindingModel = resourceBindingModel;
    }

    /// <summary>And a depth range.</summary>
    public GraphicsDeviceOptions(
        bool debug,
        PixelFormat? swapchainDepthFormat,
        bool syncToVerticalBlank,
        ResourceBindingModel resourceBindingModel,
        bool preferDepthRangeZeroToOne)
    {
        Debug = debug;
        SwapchainDepthFormat = swapchainDepthFormat;
        SyncToVerticalBlank = syncToVerticalBlank;
        ResourceBindingModel = resourceBindingModel;
        PreferDepthRangeZeroToOne = preferDepthRangeZeroToOne;
    }

    /// <summary>And a direction of Y.</summary>
    public GraphicsDeviceOptions(
        bool debug,
        PixelFormat? swapchainDepthFormat,
        bool syncToVerticalBlank,
        ResourceBindingModel resourceBindingModel,
        bool preferDepthRangeZeroToOne,
        bool preferStandardClipSpaceYDirection)
    {
        Debug = debug;
        SwapchainDepthFormat = swapchainDepthFormat;
        SyncToVerticalBlank = syncToVerticalBlank;
        ResourceBindingModel = resourceBindingModel;
        PreferDepthRangeZeroToOne = preferDepthRangeZeroToOne;
        PreferStandardClipSpaceYDirection = preferStandardClipSpaceYDirection;
    }

    /// <summary>All options.</summary>
    public GraphicsDeviceOptions(
        bool debug,
        PixelFormat? swapchainDepthFormat,
        bool syncToVerticalBlank,
        ResourceBindingModel resourceBindingModel,
        bool preferDepthRangeZeroToOne,
        bool preferStandardClipSpaceYDirection,
        bool swapchainSrgbFormat)
    {
        Debug = debug;
        SwapchainDepthFormat = swapchainDepthFormat;
        SyncToVerticalBlank = syncToVerticalBlank;
        ResourceBindingModel = resourceBindingModel;
        PreferDepthRangeZeroToOne = preferDepthRangeZeroToOne;
        PreferStandardClipSpaceYDirection = preferStandardClipSpaceYDirection;
        SwapchainSrgbFormat = swapchainSrgbFormat;
    }
}
