namespace SynthRender.Gpu;

/// <summary>Sizes of texels and vertex elements in bytes.</summary>
public static class FormatSizeHelpers
{
    /// <summary>The bytes of one texel. Block-compressed formats have no size per texel: <see cref="VeldridException"/>.</summary>
    public static uint GetSizeInBytes(PixelFormat format)
    {
        if (FormatLayout.IsCompressed(format))
            throw new VeldridException($"{format} is block-compressed: it has no size per texel.");
        return FormatLayout.BytesPerBlock(format);
    }

    /// <summary>The bytes of one vertex element.</summary>
    public static uint GetSizeInBytes(VertexElementFormat format) => format switch
    {
        VertexElementFormat.Byte2_Norm or VertexElementFormat.Byte2
            or VertexElementFormat.SByte2_Norm or VertexElementFormat.SByte2
            or VertexElementFormat.Half1 => 2,
        VertexElementFormat.Float1 or VertexElementFormat.UInt1 or VertexElementFormat.Int1
            or VertexElementFormat.Byte4_Norm or VertexElementFormat.Byte4
            or VertexElementFormat.SByte4_Norm or VertexElementFormat.SByte4
            or VertexElementFormat.UShort2_Norm or VertexElementFormat.UShort2
            or VertexElementFormat.Short2_Norm or VertexElementFormat.Short2
            or VertexElementFormat.Half2 => 4,
        VertexElementFormat.Float2 or VertexElementFormat.UInt2 or VertexElementFormat.Int2
            or VertexElementFormat.UShort4_Norm or VertexElementFormat.UShort4
            or VertexElementFormat.Short4_Norm or VertexElementFormat.Short4
            or VertexElementFormat.Half4 => 8,
        VertexElementFormat.Float3 or VertexElementFormat.UInt3 or VertexElementFormat.Int3 => 12,
        VertexElementFormat.Float4 or VertexElementFormat.UInt4 or VertexElementFormat.Int4 => 16,
        _ => throw new VeldridException($"{format} is not a vertex element format."),
    };
}
