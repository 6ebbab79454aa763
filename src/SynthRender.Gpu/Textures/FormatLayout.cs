namespace SynthRender.Gpu;

/// <summary>How texels of a format lie in linear memory.</summary>
internal static class FormatLayout
{
    internal static bool IsCompressed(PixelFormat format) => format is
        PixelFormat.BC1_Rgb_UNorm or PixelFormat.BC1_Rgba_UNorm or PixelFormat.BC2_UNorm or PixelFormat.BC3_UNorm
        or PixelFormat.BC4_UNorm or PixelFormat.BC4_SNorm or PixelFormat.BC5_UNorm or PixelFormat.BC5_SNorm
        or PixelFormat.BC7_UNorm or PixelFormat.BC1_Rgb_UNorm_SRgb or PixelFormat.BC1_Rgba_UNorm_SRgb
        or PixelFormat.BC2_UNorm_SRgb or PixelFormat.BC3_UNorm_SRgb or PixelFormat.BC7_UNorm_SRgb
        or PixelFormat.ETC2_R8_G8_B8_UNorm or PixelFormat.ETC2_R8_G8_B8_A1_UNorm
        or PixelFormat.ETC2_R8_G8_B8_A8_UNorm;

    internal static bool IsStencil(PixelFormat format) =>
        format is PixelFormat.D24_UNorm_S8_UInt or PixelFormat.D32_Float_S8_UInt;

    internal static bool CanBeDepth(PixelFormat format) =>
        IsStencil(format) || format is PixelFormat.R16_UNorm or PixelFormat.R32_Float;

    internal static bool IsInteger(PixelFormat format) => format is
        PixelFormat.R8_UInt or PixelFormat.R8_SInt or PixelFormat.R16_UInt or PixelFormat.R16_SInt
        or PixelFormat.R32_UInt or PixelFormat.R32_SInt or PixelFormat.R8_G8_UInt or PixelFormat.R8_G8_SInt
        or PixelFormat.R16_G16_UInt or PixelFormat.R16_G16_SInt or PixelFormat.R32_G32_UInt
        or PixelFormat.R32_G32_SInt or PixelFormat.R8_G8_B8_A8_UInt or PixelFormat.R8_G8_B8_A8_SInt
        or PixelFormat.R16_G16_B16_A16_UInt or PixelFormat.R16_G16_B16_A16_SInt
        or PixelFormat.R32_G32_B32_A32_UInt or PixelFormat.R32_G32_B32_A32_SInt
        or PixelFormat.R10_G10_B10_A2_UInt;

    internal static bool IsUnsignedInteger(PixelFormat format) => format is
        PixelFormat.R8_UInt or PixelFormat.R16_UInt or PixelFormat.R32_UInt or PixelFormat.R8_G8_UInt
        or PixelFormat.R16_G16_UInt or PixelFormat.R32_G32_UInt or PixelFormat.R8_G8_B8_A8_UInt
        or PixelFormat.R16_G16_B16_A16_UInt or PixelFormat.R32_G32_B32_A32_UInt or PixelFormat.R10_G10_B10_A2_UInt;

    /// <summary>Whether a view may give a texture's texels another meaning: the channels, their order and their bits stay. Blocks keep theirs.</summary>
    internal static bool CanBeSeenAs(PixelFormat texture, PixelFormat view) =>
        texture == view || (!IsCompressed(texture) && !IsStencil(texture) && Channels(texture) == Channels(view));

    /// <summary>Texels along one edge of a block: 4 for compressed formats, else 1.</summary>
    internal static uint BlockEdge(PixelFormat format) => IsCompressed(format) ? 4u : 1u;

    /// <summary>Bytes of one block (of one texel, when not compressed).</summary>
    internal static uint BytesPerBlock(PixelFormat format) => format switch
    {
        PixelFormat.R8_UNorm or PixelFormat.R8_SNorm or PixelFormat.R8_UInt or PixelFormat.R8_SInt => 1,
        PixelFormat.R16_UNorm or PixelFormat.R16_SNorm or PixelFormat.R16_UInt or PixelFormat.R16_SInt
            or PixelFormat.R16_Float or PixelFormat.R8_G8_UNorm or PixelFormat.R8_G8_SNorm
            or PixelFormat.R8_G8_UInt or PixelFormat.R8_G8_SInt => 2,
        PixelFormat.R32_UInt or PixelFormat.R32_SInt or PixelFormat.R32_Float
            or PixelFormat.R16_G16_UNorm or PixelFormat.R16_G16_SNorm or PixelFormat.R16_G16_UInt
            or PixelFormat.R16_G16_SInt or PixelFormat.R16_G16_Float
            or PixelFormat.R8_G8_B8_A8_UNorm or PixelFormat.R8_G8_B8_A8_UNorm_SRgb or PixelFormat.R8_G8_B8_A8_SNorm
            or PixelFormat.R8_G8_B8_A8_UInt or PixelFormat.R8_G8_B8_A8_SInt
            or PixelFormat.B8_G8_R8_A8_UNorm or PixelFormat.B8_G8_R8_A8_UNorm_SRgb
            or PixelFormat.R10_G10_B10_A2_UNorm or PixelFormat.R10_G10_B10_A2_UInt or PixelFormat.R11_G11_B10_Float
            or PixelFormat.D24_UNorm_S8_UInt => 4,
        PixelFormat.D32_Float_S8_UInt => 5,
        PixelFormat.R32_G32_UInt or PixelFormat.R32_G32_SInt or PixelFormat.R32_G32_Float
            or PixelFormat.R16_G16_B16_A16_UNorm or PixelFormat.R16_G16_B16_A16_SNorm
            or PixelFormat.R16_G16_B16_A16_UInt or PixelFormat.R16_G16_B16_A16_SInt
            or PixelFormat.R16_G16_B16_A16_Float
            or PixelFormat.BC1_Rgb_UNorm or PixelFormat.BC1_Rgb_UNorm_SRgb or PixelFormat.BC1_Rgba_UNorm
            or PixelFormat.BC1_Rgba_UNorm_SRgb or PixelFormat.BC4_UNorm or PixelFormat.BC4_SNorm
            or PixelFormat.ETC2_R8_G8_B8_UNorm or PixelFormat.ETC2_R8_G8_B8_A1_UNorm => 8,
        PixelFormat.R32_G32_B32_A32_Float or PixelFormat.R32_G32_B32_A32_UInt or PixelFormat.R32_G32_B32_A32_SInt
            or PixelFormat.BC2_UNorm or PixelFormat.BC2_UNorm_SRgb or PixelFormat.BC3_UNorm
            or PixelFormat.BC3_UNorm_SRgb or PixelFormat.BC5_UNorm or PixelFormat.BC5_SNorm
            or PixelFormat.BC7_UNorm or PixelFormat.BC7_UNorm_SRgb or PixelFormat.ETC2_R8_G8_B8_A8_UNorm => 16,
        _ => throw new VeldridException($"{format} is not a pixel format."),
    };

    /// <summary>Bytes of one tightly packed row of texels (of blocks).</summary>
    internal static uint RowPitch(uint width, PixelFormat format)
    {
        uint edge = BlockEdge(format);
        return (width + edge - 1) / edge * BytesPerBlock(format);
    }

    /// <summary>Rows of texels (of blocks) in a height.</summary>
    internal static uint Rows(uint height, PixelFormat format)
    {
        uint edge = BlockEdge(format);
        return (height + edge - 1) / edge;
    }

    /// <summary>Bytes of a tightly packed region.</summary>
    internal static ulong RegionSize(uint width, uint height, uint depth, PixelFormat format) =>
        (ulong)RowPitch(width, format) * Rows(height, format) * depth;

    /// <summary>An edge of a texture at a mip level.</summary>
    internal static uint MipEdge(uint edge, uint mipLevel) => Math.Max(1, edge >> (int)mipLevel);

    /// <summary>The name of a format without the meaning of its numbers: R8_G8_B8_A8 of R8_G8_B8_A8_UNorm_SRgb.</summary>
    private static string Channels(PixelFormat format) =>
        string.Join('_', format.ToString().Split('_').TakeWhile(part => char.IsAsciiDigit(part[^1])));
}
