namespace SynthRender.Gpu;

/// <summary>The value of one specialization constant.</summary>
public struct SpecializationConstant
{
    /// <summary>The constant's id in the shader.</summary>
    public uint ID;

    /// <summary>Its type.</summary>
    public ShaderConstantType Type;

    /// <summary>Its bits, in the low end.</summary>
    public ulong Data;

    /// <summary>A constant of a type and its bits.</summary>
    public SpecializationConstant(uint id, ShaderConstantType type, ulong data)
    {
        ID = id;
        Type = type;
        Data = data;
    }

    /// <summary>A boolean.</summary>
    public SpecializationConstant(uint id, bool value)
        : this(id, ShaderConstantType.Bool, value ? 1u : 0u)
    {
    }

    /// <summary>16 bits, unsigned.</summary>
    public SpecializationConstant(uint id, ushort value)
        : this(id, ShaderConstantType.UInt16, value)
    {
    }

    /// <summary>16 bits, signed.</summary>
    public SpecializationConstant(uint id, short value)
        : this(id, ShaderConstantType.Int16, unchecked((ushort)value))
    {
    }

    /// <summary>32 bits, unsigned.</summary>
    public SpecializationConstant(uint id, uint value)
        : this(id, ShaderConstantType.UInt32, value)
    {
    }

    /// <summary>32 bits, signed.</summary>
    public SpecializationConstant(uint id, int value)
        : this(id, ShaderConstantType.Int32, unchecked((uint)value))
    {
    }

    /// <summary>64 bits, unsigned.</summary>
    public SpecializationConstant(uint id, ulong value)
        : this(id, ShaderConstantType.UInt64, value)
    {
    }

    /// <summary>64 bits, signed.</summary>
    public SpecializationConstant(uint id, long value)
        : this(id, ShaderConstantType.Int64, unchecked((ulong)value))
    {
    }

    /// <summary>A float.</summary>
    public SpecializationConstant(uint id, float value)
        : this(id, ShaderConstantType.Float, BitConverter.SingleToUInt32Bits(value))
    {
    }

    /// <summary>A double.</summary>
    public SpecializationConstant(uint id, double value)
        : this(id, ShaderConstantType.Double, BitConverter.DoubleToUInt64Bits(value))
    {
    }
}
