using System.Text;

namespace SynthRender.Gpu.Vulkan;

/// <summary>VK_EXT_debug_utils: names, groups and markers. Without the extension every call does nothing.</summary>
internal sealed unsafe class VkDebugUtils
{
    private const int LongestName = 256;

    private readonly delegate* unmanaged<V.Device, V.DebugUtilsObjectNameInfoEXT*, V.Result> _setName;
    private readonly delegate* unmanaged<V.CommandBuffer, V.DebugUtilsLabelEXT*, void> _begin;
    private readonly delegate* unmanaged<V.CommandBuffer, void> _end;
    private readonly delegate* unmanaged<V.CommandBuffer, V.DebugUtilsLabelEXT*, void> _insert;

    internal VkDebugUtils(VkInstance instance)
    {
        if (!instance.HasDebugUtils)
            return;
        _setName = (delegate* unmanaged<V.Device, V.DebugUtilsObjectNameInfoEXT*, V.Result>)
            instance.Function("vkSetDebugUtilsObjectNameEXT");
        _begin = (delegate* unmanaged<V.CommandBuffer, V.DebugUtilsLabelEXT*, void>)
            instance.Function("vkCmdBeginDebugUtilsLabelEXT");
        _end = (delegate* unmanaged<V.CommandBuffer, void>)instance.Function("vkCmdEndDebugUtilsLabelEXT");
        _insert = (delegate* unmanaged<V.CommandBuffer, V.DebugUtilsLabelEXT*, void>)
            instance.Function("vkCmdInsertDebugUtilsLabelEXT");
    }

    internal bool IsAvailable => _setName != null;

    internal void SetName(V.Device device, V.ObjectType type, ulong handle, string name)
    {
        if (_setName == null || handle == 0)
            return;
        byte* text = stackalloc byte[LongestName];
        Encode(name, text);
        var info = new V.DebugUtilsObjectNameInfoEXT
        {
            SType = V.StructureType.DebugUtilsObjectNameInfoExt,
            ObjectType = type,
            ObjectHandle = handle,
            PObjectName = text,
        };
        VkCheck.Success(_setName(device, &info), "vkSetDebugUtilsObjectNameEXT", name);
    }

    internal void Begin(V.CommandBuffer commands, string name)
    {
        if (_begin == null)
            return;
        byte* text = stackalloc byte[LongestName];
        Encode(name, text);
        var label = new V.DebugUtilsLabelEXT { SType = V.StructureType.DebugUtilsLabelExt, PLabelName = text };
        _begin(commands, &label);
    }

    internal void End(V.CommandBuffer commands)
    {
        if (_end != null)
            _end(commands);
    }

    internal void Insert(V.CommandBuffer commands, string name)
    {
        if (_insert == null)
            return;
        byte* text = stackalloc byte[LongestName];
        Encode(name, text);
        var label = new V.DebugUtilsLabelEXT { SType = V.StructureType.DebugUtilsLabelExt, PLabelName = text };
        _insert(commands, &label);
    }

    /// <summary>As UTF-8 with a zero at the end, in the caller's memory: groups are pushed while recording.</summary>
    private static void Encode(string name, byte* text)
    {
        var space = new Span<byte>(text, LongestName);
        System.Text.Unicode.Utf8.FromUtf16(name, space[..^1], out _, out int written);
        space[written] = 0;
    }
}
