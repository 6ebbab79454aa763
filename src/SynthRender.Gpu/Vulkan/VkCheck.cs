namespace SynthRender.Gpu.Vulkan;

/// <summary>Turns Vulkan results into exceptions that name the call, the object and the result.</summary>
internal static class VkCheck
{
    internal static void Success(V.Result result, string call, string about)
    {
        if (result != V.Result.Success)
            throw Failure(result, call, about);
    }

    /// <summary>For calls made while recording: the message is put together only when it is needed.</summary>
    internal static void Success(V.Result result, string call, string kind, string name)
    {
        if (result != V.Result.Success)
            throw Failure(result, call, $"{kind} '{name}'");
    }

    internal static VeldridException Failure(V.Result result, string call, string about)
    {
        string meaning = result switch
        {
            V.Result.ErrorOutOfDeviceMemory =>
                "The device is out of memory: make fewer or smaller resources, or dispose some",
            V.Result.ErrorOutOfHostMemory => "The machine is out of memory",
            V.Result.ErrorDeviceLost =>
                "The device was lost (the driver reset it, or a shader ran too long): it must be opened again",
            V.Result.ErrorInitializationFailed => "The driver could not start",
            V.Result.ErrorIncompatibleDriver => "The driver does not speak this version of Vulkan: update it",
            V.Result.ErrorLayerNotPresent =>
                "A validation layer is not installed (Debian: apt-get install vulkan-validationlayers)",
            V.Result.ErrorExtensionNotPresent => "The driver lacks an extension: update it",
            V.Result.ErrorFeatureNotPresent => "The driver lacks a feature: update it or take another device",
            V.Result.ErrorTooManyObjects => "The driver's limit of objects is reached: dispose some",
            V.Result.ErrorFormatNotSupported => "The format is not supported here",
            _ => "The driver refused",
        };
        return new VeldridException($"{call} of {about} returned {result}. {meaning}.");
    }
}
