namespace SynthRender.Gpu;

/// <summary>The format of a texel.</summary>
public enum PixelFormat : byte
{
    /// <summary>R8, G8, B8, A8 bits, read as 0..1.</summary>
    R8_G8_B8_A8_UNorm = 0,

    /// <summary>B8, G8, R8, A8 bits, read as 0..1.</summary>
    B8_G8_R8_A8_UNorm = 1,

    /// <summary>R8 bits, read as 0..1.</summary>
    R8_UNorm = 2,

    /// <summary>R16 bits, read as 0..1; also a 16-bit depth target.</summary>
    R16_UNorm = 3,

    /// <summary>R32, G32, B32, A32 bits, floating point.</summary>
    R32_G32_B32_A32_Float = 4,

    /// <summary>R32 bits, floating point; also a 32-bit depth target.</summary>
    R32_Float = 5,

    /// <summary>Block-compressed, 4×4 texels per block: BC3 UNorm.</summary>
    BC3_UNorm = 6,

    /// <summary>24-bit normalised depth, 8-bit stencil.</summary>
    D24_UNorm_S8_UInt = 7,

    /// <summary>32-bit float depth, 8-bit stencil.</summary>
    D32_Float_S8_UInt = 8,

    /// <summary>R32, G32, B32, A32 bits, unsigned integers.</summary>
    R32_G32_B32_A32_UInt = 9,

    /// <summary>R8, G8 bits, read as −1..1.</summary>
    R8_G8_SNorm = 10,

    /// <summary>Block-compressed, 4×4 texels per block: BC1 Rgb UNorm.</summary>
    BC1_Rgb_UNorm = 11,

    /// <summary>Block-compressed, 4×4 texels per block: BC1 Rgba UNorm.</summary>
    BC1_Rgba_UNorm = 12,

    /// <summary>Block-compressed, 4×4 texels per block: BC2 UNorm.</summary>
    BC2_UNorm = 13,

    /// <summary>R10, G10, B10, A2 bits, read as 0..1.</summary>
    R10_G10_B10_A2_UNorm = 14,

    /// <summary>R10, G10, B10, A2 bits, unsigned integers.</summary>
    R10_G10_B10_A2_UInt = 15,

    /// <summary>R11, G11, B10 bits, floating point.</summary>
    R11_G11_B10_Float = 16,

    /// <summary>R8 bits, read as −1..1.</summary>
    R8_SNorm = 17,

    /// <summary>R8 bits, unsigned integers.</summary>
    R8_UInt = 18,

    /// <summary>R8 bits, signed integers.</summary>
    R8_SInt = 19,

    /// <summary>R16 bits, read as −1..1.</summary>
    R16_SNorm = 20,

    /// <summary>R16 bits, unsigned integers.</summary>
    R16_UInt = 21,

    /// <summary>R16 bits, signed integers.</summary>
    R16_SInt = 22,

    /// <summary>R16 bits, floating point.</summary>
    R16_Float = 23,

    /// <summary>R32 bits, unsigned integers.</summary>
    R32_UInt = 24,

    /// <summary>R32 bits, signed integers.</summary>
    R32_SInt = 25,

    /// <summary>R8, G8 bits, read as 0..1.</summary>
    R8_G8_UNorm = 26,

    /// <summary>R8, G8 bits, unsigned integers.</summary>
    R8_G8_UInt = 27,

    /// <summary>R8, G8 bits, signed integers.</summary>
    R8_G8_SInt = 28,

    /// <summary>R16, G16 bits, read as 0..1.</summary>
    R16_G16_UNorm = 29,

    /// <summary>R16, G16 bits, read as −1..1.</summary>
    R16_G16_SNorm = 30,

    /// <summary>R16, G16 bits, unsigned integers.</summary>
    R16_G16_UInt = 31,

    /// <summary>R16, G16 bits, signed integers.</summary>
    R16_G16_SInt = 32,

    /// <summary>R16, G16 bits, floating point.</summary>
    R16_G16_Float = 33,

    /// <summary>R32, G32 bits, unsigned integers.</summary>
    R32_G32_UInt = 34,

    /// <summary>R32, G32 bits, signed integers.</summary>
    R32_G32_SInt = 35,

    /// <summary>R32, G32 bits, floating point.</summary>
    R32_G32_Float = 36,

    /// <summary>R8, G8, B8, A8 bits, read as −1..1.</summary>
    R8_G8_B8_A8_SNorm = 37,

    /// <summary>R8, G8, B8, A8 bits, unsigned integers.</summary>
    R8_G8_B8_A8_UInt = 38,

    /// <summary>R8, G8, B8, A8 bits, signed integers.</summary>
    R8_G8_B8_A8_SInt = 39,

    /// <summary>R16, G16, B16, A16 bits, read as 0..1.</summary>
    R16_G16_B16_A16_UNorm = 40,

    /// <summary>R16, G16, B16, A16 bits, read as −1..1.</summary>
    R16_G16_B16_A16_SNorm = 41,

    /// <summary>R16, G16, B16, A16 bits, unsigned integers.</summary>
    R16_G16_B16_A16_UInt = 42,

    /// <summary>R16, G16, B16, A16 bits, signed integers.</summary>
    R16_G16_B16_A16_SInt = 43,

    /// <summary>R16, G16, B16, A16 bits, floating point.</summary>
    R16_G16_B16_A16_Float = 44,

    /// <summary>R32, G32, B32, A32 bits, signed integers.</summary>
    R32_G32_B32_A32_SInt = 45,

    /// <summary>Block-compressed, 4×4 texels per block: ETC2 R8 G8 B8 UNorm.</summary>
    ETC2_R8_G8_B8_UNorm = 46,

    /// <summary>Block-compressed, 4×4 texels per block: ETC2 R8 G8 B8 A1 UNorm.</summary>
    ETC2_R8_G8_B8_A1_UNorm = 47,

    /// <summary>Block-compressed, 4×4 texels per block: ETC2 R8 G8 B8 A8 UNorm.</summary>
    ETC2_R8_G8_B8_A8_UNorm = 48,

    /// <summary>Block-compressed, 4×4 texels per block: BC4 UNorm.</summary>
    BC4_UNorm = 49,

    /// <summary>Block-compressed, 4×4 texels per block: BC4 SNorm.</summary>
    BC4_SNorm = 50,

    /// <summary>Block-compressed, 4×4 texels per block: BC5 UNorm.</summary>
    BC5_UNorm = 51,

    /// <summary>Block-compressed, 4×4 texels per block: BC5 SNorm.</summary>
    BC5_SNorm = 52,

    /// <summary>Block-compressed, 4×4 texels per block: BC7 UNorm.</summary>
    BC7_UNorm = 53,

    /// <summary>R8, G8, B8, A8 bits, read as 0..1, colour stored as sRGB.</summary>
    R8_G8_B8_A8_UNorm_SRgb = 54,

    /// <summary>B8, G8, R8, A8 bits, read as 0..1, colour stored as sRGB.</summary>
    B8_G8_R8_A8_UNorm_SRgb = 55,

    /// <summary>Block-compressed, 4×4 texels per block: BC1 Rgb UNorm SRgb.</summary>
    BC1_Rgb_UNorm_SRgb = 56,

    /// <summary>Block-compressed, 4×4 texels per block: BC1 Rgba UNorm SRgb.</summary>
    BC1_Rgba_UNorm_SRgb = 57,

    /// <summary>Block-compressed, 4×4 texels per block: BC2 UNorm SRgb.</summary>
    BC2_UNorm_SRgb = 58,

    /// <summary>Block-compressed, 4×4 texels per block: BC3 UNorm SRgb.</summary>
    BC3_UNorm_SRgb = 59,

    /// <summary>Block-compressed, 4×4 texels per block: BC7 UNorm SRgb.</summary>
    BC7_UNorm_SRgb = 60,
}
