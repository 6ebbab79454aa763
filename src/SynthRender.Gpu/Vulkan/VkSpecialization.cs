using System.Runtime.InteropServices;

namespace SynthRender.Gpu.Vulkan;

/// <summary>Specialization constants as Vulkan reads them: a map of ids to eight-byte cells.</summary>
internal readonly unsafe struct VkSpecialization : IDisposable
{
    private const int Cell = 8;

    private readonly void* _memory;

    internal VkSpecialization(SpecializationConstant[]? constants)
    {
        if (constants is not { Length: > 0 })
            return;
        int count = constants.Length;
        int infoSize = sizeof(V.SpecializationInfo);
        int entriesSize = count * sizeof(V.SpecializationMapEntry);
        _memory = NativeMemory.Alloc((nuint)(infoSize + entriesSize + (count * Cell)));
        Info = (V.SpecializationInfo*)_memory;
        var entries = (V.SpecializationMapEntry*)((byte*)_memory + infoSize);
        byte* data = (byte*)entries + entriesSize;
        for (int i = 0; i < count; i++)
        {
            entries[i] = new V.SpecializationMapEntry(constants[i].ID, (uint)(i * Cell), Size(constants[i].Type));
            *(ulong*)(data + (i * Cell)) = constants[i].Data;
        }

        *Info = new V.SpecializationInfo((uint)count, entries, (nuint)(count * Cell), data);
    }

    internal V.SpecializationInfo* Info { get; }

    public void Dispose() => NativeMemory.Free(_memory);

    private static nuint Size(ShaderConstantType type) => type switch
    {
        ShaderConstantType.UInt16 or ShaderConstantType.Int16 => 2,
        ShaderConstantType.Bool or ShaderConstantType.UInt32 or ShaderConstantType.Int32
            or ShaderConstantType.Float => 4,
        ShaderConstantType.UInt64 or ShaderConstantType.Int64 or ShaderConstantType.Double => 8,
        _ => throw new VeldridException($"{type} is not the type of a specialization constant."),
    };
}
