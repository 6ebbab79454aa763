using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Silk.NET.Core;

namespace SynthRender.Gpu.Vulkan;

/// <summary>
/// One connection to the Vulkan loader. Each device has its own: the CPU driver keeps its threads, and the lock around
/// them, per instance, and lanes that share one would wait for each other.
/// </summary>
internal sealed unsafe class VkInstance : IDisposable
{
    private const string ValidationLayer = "VK_LAYER_KHRONOS_validation";
    private const string DebugUtilsExtension = "VK_EXT_debug_utils";
    private const string ValidationFeaturesExtension = "VK_EXT_validation_features";

    private readonly V.DebugUtilsMessengerEXT _messenger;
    private GCHandle _sink;

    internal VkInstance(bool isValidated, Action<string>? onMessage)
    {
        if (!VkLoader.IsInstalled())
            throw new VeldridException($"There is no Vulkan on this machine: its loader, libvulkan, was not found. {VkLoader.InstallHint}");
        Api = V.Vk.GetApi();
        if (onMessage is not null)
            _sink = GCHandle.Alloc(onMessage);
        try
        {
            Handle = Create(isValidated, out bool hasDebugUtils);
            HasDebugUtils = hasDebugUtils;
            Physical = ListPhysical();
        }
        catch
        {
            if (Handle.Handle != 0)
                Api.DestroyInstance(Handle, null);
            if (_sink.IsAllocated)
                _sink.Free();
            Api.Dispose();
            throw;
        }

        if (isValidated)
            _messenger = CreateMessenger();
    }

    internal V.Vk Api { get; }

    internal V.Instance Handle { get; }

    internal bool HasDebugUtils { get; }

    internal V.PhysicalDevice[] Physical { get; }

    public void Dispose()
    {
        if (_messenger.Handle != 0)
        {
            var destroy = (delegate* unmanaged<V.Instance, V.DebugUtilsMessengerEXT, void*, void>)
                Function("vkDestroyDebugUtilsMessengerEXT");
            destroy(Handle, _messenger, null);
        }

        Api.DestroyInstance(Handle, null);
        if (_sink.IsAllocated)
            _sink.Free();
        Api.Dispose();
    }

    internal void* Function(string name)
    {
        void* function = (void*)Api.GetInstanceProcAddr(Handle, name).Handle;
        if (function == null)
            throw new VeldridException($"The Vulkan loader offers {DebugUtilsExtension}, but not its function {name}: reinstall it.");
        return function;
    }

    internal VkDeviceInfo Describe(int index)
    {
        var driver = new V.PhysicalDeviceDriverProperties { SType = V.StructureType.PhysicalDeviceDriverProperties };
        var properties = new V.PhysicalDeviceProperties2
        {
            SType = V.StructureType.PhysicalDeviceProperties2,
            PNext = &driver,
        };
        Api.GetPhysicalDeviceProperties2(Physical[index], &properties);
        Api.GetPhysicalDeviceMemoryProperties(Physical[index], out V.PhysicalDeviceMemoryProperties memory);
        ulong bytes = 0;
        for (int i = 0; i < memory.MemoryHeapCount; i++)
        {
            if ((memory.MemoryHeaps[i].Flags & V.MemoryHeapFlags.DeviceLocalBit) != 0)
                bytes += memory.MemoryHeaps[i].Size;
        }

        V.PhysicalDeviceProperties core = properties.Properties;
        return new VkDeviceInfo(
            index,
            Text(core.DeviceName),
            VkVendors.Name(core.VendorID),
            Kind(core.DeviceType),
            Version(core.ApiVersion),
            $"{Text(driver.DriverName)} {Text(driver.DriverInfo)}".Trim(),
            bytes);
    }

    /// <summary>A number of VK_MAKE_API_VERSION: 10 bits major (after 3 of variant and 7), 10 minor, 12 patch.</summary>
    internal static GraphicsApiVersion Version(uint version) =>
        new((int)((version >> 22) & 0x7F), (int)((version >> 12) & 0x3FF), 0, (int)(version & 0xFFF));

    private static string Text(byte* text) => Marshal.PtrToStringUTF8((IntPtr)text) ?? string.Empty;

    private static VkDeviceKind Kind(V.PhysicalDeviceType type) => type switch
    {
        V.PhysicalDeviceType.DiscreteGpu => VkDeviceKind.Discrete,
        V.PhysicalDeviceType.IntegratedGpu => VkDeviceKind.Integrated,
        V.PhysicalDeviceType.VirtualGpu => VkDeviceKind.Virtual,
        V.PhysicalDeviceType.Cpu => VkDeviceKind.Cpu,
        _ => VkDeviceKind.Other,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static Bool32 OnMessage(
        V.DebugUtilsMessageSeverityFlagsEXT severity,
        V.DebugUtilsMessageTypeFlagsEXT types,
        V.DebugUtilsMessengerCallbackDataEXT* data,
        void* user)
    {
        if (user != null && GCHandle.FromIntPtr((IntPtr)user).Target is Action<string> sink)
            sink(Text(data->PMessage));
        return false;
    }

    private V.Instance Create(bool isValidated, out bool hasDebugUtils)
    {
        hasDebugUtils = HasExtension(null, DebugUtilsExtension);
        if (isValidated && !(HasLayer() && hasDebugUtils))
        {
            throw new VeldridException(
                $"Validation was asked for, but {ValidationLayer} with {DebugUtilsExtension} is not installed. On Debian and Ubuntu: apt-get install vulkan-validationlayers.");
        }

        byte[] name = Encoding.UTF8.GetBytes("SynthRender\0");
        byte[] layer = Encoding.UTF8.GetBytes(ValidationLayer + "\0");
        byte[] debug = Encoding.UTF8.GetBytes(DebugUtilsExtension + "\0");
        byte[] features = Encoding.UTF8.GetBytes(ValidationFeaturesExtension + "\0");
        bool hasFeatures = isValidated && HasExtension(layer, ValidationFeaturesExtension);
        fixed (byte* pName = name, pLayer = layer, pDebug = debug, pFeatures = features)
        {
            byte** layers = stackalloc byte*[] { pLayer };
            byte** extensions = stackalloc byte*[2];
            uint extensionCount = 0;
            if (hasDebugUtils)
                extensions[extensionCount++] = pDebug;
            if (hasFeatures)
                extensions[extensionCount++] = pFeatures;
            var application = new V.ApplicationInfo
            {
                SType = V.StructureType.ApplicationInfo,
                PApplicationName = pName,
                PEngineName = pName,
                ApiVersion = V.Vk.Version13,
            };
            V.DebugUtilsMessengerCreateInfoEXT messenger = MessengerInfo();
            V.ValidationFeatureEnableEXT synchronization = V.ValidationFeatureEnableEXT.SynchronizationValidationExt;
            var validation = new V.ValidationFeaturesEXT
            {
                SType = V.StructureType.ValidationFeaturesExt,
                PNext = &messenger,
                EnabledValidationFeatureCount = 1,
                PEnabledValidationFeatures = &synchronization,
            };
            var info = new V.InstanceCreateInfo
            {
                SType = V.StructureType.InstanceCreateInfo,
                PNext = !isValidated ? null : hasFeatures ? &validation : &messenger,
                PApplicationInfo = &application,
                EnabledLayerCount = isValidated ? 1u : 0u,
                PpEnabledLayerNames = layers,
                EnabledExtensionCount = extensionCount,
                PpEnabledExtensionNames = extensions,
            };
            V.Instance instance;
            V.Result result = Api.CreateInstance(&info, null, &instance);
            if (result == V.Result.ErrorIncompatibleDriver)
                throw new VeldridException($"There is no Vulkan driver on this machine (vkCreateInstance returned {result}). {VkLoader.InstallHint}");
            VkCheck.Success(result, "vkCreateInstance", "the process");
            return instance;
        }
    }

    private V.PhysicalDevice[] ListPhysical()
    {
        uint count = 0;
        VkCheck.Success(Api.EnumeratePhysicalDevices(Handle, &count, null), "vkEnumeratePhysicalDevices", "the instance");
        var devices = new V.PhysicalDevice[count];
        fixed (V.PhysicalDevice* first = devices)
        {
            VkCheck.Success(
                Api.EnumeratePhysicalDevices(Handle, &count, first), "vkEnumeratePhysicalDevices", "the instance");
        }

        return devices;
    }

    private V.DebugUtilsMessengerEXT CreateMessenger()
    {
        var create = (delegate* unmanaged<
            V.Instance, V.DebugUtilsMessengerCreateInfoEXT*, void*, V.DebugUtilsMessengerEXT*, V.Result>)
            Function("vkCreateDebugUtilsMessengerEXT");
        V.DebugUtilsMessengerCreateInfoEXT info = MessengerInfo();
        V.DebugUtilsMessengerEXT messenger;
        VkCheck.Success(create(Handle, &info, null, &messenger), "vkCreateDebugUtilsMessengerEXT", "the instance");
        return messenger;
    }

    private V.DebugUtilsMessengerCreateInfoEXT MessengerInfo() => new()
    {
        SType = V.StructureType.DebugUtilsMessengerCreateInfoExt,
        MessageSeverity = V.DebugUtilsMessageSeverityFlagsEXT.WarningBitExt
            | V.DebugUtilsMessageSeverityFlagsEXT.ErrorBitExt,
        MessageType = V.DebugUtilsMessageTypeFlagsEXT.GeneralBitExt
            | V.DebugUtilsMessageTypeFlagsEXT.ValidationBitExt
            | V.DebugUtilsMessageTypeFlagsEXT.PerformanceBitExt,
        PfnUserCallback = new V.PfnDebugUtilsMessengerCallbackEXT(&OnMessage),
        PUserData = _sink.IsAllocated ? (void*)GCHandle.ToIntPtr(_sink) : null,
    };

    private bool HasLayer()
    {
        uint count = 0;
        VkCheck.Success(Api.EnumerateInstanceLayerProperties(&count, null), "vkEnumerateInstanceLayerProperties", "the loader");
        var layers = new V.LayerProperties[count];
        fixed (V.LayerProperties* first = layers)
        {
            VkCheck.Success(
                Api.EnumerateInstanceLayerProperties(&count, first), "vkEnumerateInstanceLayerProperties", "the loader");
            for (int i = 0; i < count; i++)
            {
                if (Text(first[i].LayerName) == ValidationLayer)
                    return true;
            }
        }

        return false;
    }

    private bool HasExtension(byte[]? layer, string name)
    {
        fixed (byte* pLayer = layer)
        {
            uint count = 0;
            VkCheck.Success(
                Api.EnumerateInstanceExtensionProperties(pLayer, &count, null),
                "vkEnumerateInstanceExtensionProperties",
                "the loader");
            var extensions = new V.ExtensionProperties[count];
            fixed (V.ExtensionProperties* first = extensions)
            {
                VkCheck.Success(
                    Api.EnumerateInstanceExtensionProperties(pLayer, &count, first),
                    "vkEnumerateInstanceExtensionProperties",
                    "the loader");
                for (int i = 0; i < count; i++)
                {
                    if (Text(first[i].ExtensionName) == name)
                        return true;
                }
            }
        }

        return false;
    }
}
