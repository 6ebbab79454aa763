using static SynthRender.Gpu.PixelFormat;

namespace SynthRender.Gpu.Vulkan;

/// <summary>Vulkan's names for formats.</summary>
internal static class VkFormats
{
    /// <summary>The Vulkan format of a texture. A depth target of R16_UNorm or R32_Float becomes D16 or D32.</summary>
    internal static V.Format Texture(PixelFormat format, bool isDepth)
    {
        if (isDepth && format == R16_UNorm)
            return V.Format.D16Unorm;
        if (isDepth && format == R32_Float)
            return V.Format.D32Sfloat;
        return format switch
        {
            R8_UNorm => V.Format.R8Unorm,
            R8_SNorm => V.Format.R8SNorm,
            R8_UInt => V.Format.R8Uint,
            R8_SInt => V.Format.R8Sint,
            R16_UNorm => V.Format.R16Unorm,
            R16_SNorm => V.Format.R16SNorm,
            R16_UInt => V.Format.R16Uint,
            R16_SInt => V.Format.R16Sint,
            R16_Float => V.Format.R16Sfloat,
            R32_UInt => V.Format.R32Uint,
            R32_SInt => V.Format.R32Sint,
            R32_Float => V.Format.R32Sfloat,
            R8_G8_UNorm => V.Format.R8G8Unorm,
            R8_G8_SNorm => V.Format.R8G8SNorm,
            R8_G8_UInt => V.Format.R8G8Uint,
            R8_G8_SInt => V.Format.R8G8Sint,
            R16_G16_UNorm => V.Format.R16G16Unorm,
            R16_G16_SNorm => V.Format.R16G16SNorm,
            R16_G16_UInt => V.Format.R16G16Uint,
            R16_G16_SInt => V.Format.R16G16Sint,
            R16_G16_Float => V.Format.R16G16Sfloat,
            R32_G32_UInt => V.Format.R32G32Uint,
            R32_G32_SInt => V.Format.R32G32Sint,
            R32_G32_Float => V.Format.R32G32Sfloat,
            R8_G8_B8_A8_UNorm => V.Format.R8G8B8A8Unorm,
            R8_G8_B8_A8_UNorm_SRgb => V.Format.R8G8B8A8Srgb,
            B8_G8_R8_A8_UNorm => V.Format.B8G8R8A8Unorm,
            B8_G8_R8_A8_UNorm_SRgb => V.Format.B8G8R8A8Srgb,
            R8_G8_B8_A8_SNorm => V.Format.R8G8B8A8SNorm,
            R8_G8_B8_A8_UInt => V.Format.R8G8B8A8Uint,
            R8_G8_B8_A8_SInt => V.Format.R8G8B8A8Sint,
            R16_G16_B16_A16_UNorm => V.Format.R16G16B16A16Unorm,
            R16_G16_B16_A16_SNorm => V.Format.R16G16B16A16SNorm,
            R16_G16_B16_A16_UInt => V.Format.R16G16B16A16Uint,
            R16_G16_B16_A16_SInt => V.Format.R16G16B16A16Sint,
            R16_G16_B16_A16_Float => V.Format.R16G16B16A16Sfloat,
            R32_G32_B32_A32_UInt => V.Format.R32G32B32A32Uint,
            R32_G32_B32_A32_SInt => V.Format.R32G32B32A32Sint,
            R32_G32_B32_A32_Float => V.Format.R32G32B32A32Sfloat,
            R10_G10_B10_A2_UNorm => V.Format.A2B10G10R10UnormPack32,
            R10_G10_B10_A2_UInt => V.Format.A2B10G10R10UintPack32,
            R11_G11_B10_Float => V.Format.B10G11R11UfloatPack32,
            D24_UNorm_S8_UInt => V.Format.D24UnormS8Uint,
            D32_Float_S8_UInt => V.Format.D32SfloatS8Uint,
            BC1_Rgb_UNorm => V.Format.BC1RgbUnormBlock,
            BC1_Rgb_UNorm_SRgb => V.Format.BC1RgbSrgbBlock,
            BC1_Rgba_UNorm => V.Format.BC1RgbaUnormBlock,
            BC1_Rgba_UNorm_SRgb => V.Format.BC1RgbaSrgbBlock,
            BC2_UNorm => V.Format.BC2UnormBlock,
            BC2_UNorm_SRgb => V.Format.BC2SrgbBlock,
            BC3_UNorm => V.Format.BC3UnormBlock,
            BC3_UNorm_SRgb => V.Format.BC3SrgbBlock,
            BC4_UNorm => V.Format.BC4UnormBlock,
            BC4_SNorm => V.Format.BC4SNormBlock,
            BC5_UNorm => V.Format.BC5UnormBlock,
            BC5_SNorm => V.Format.BC5SNormBlock,
            BC7_UNorm => V.Format.BC7UnormBlock,
            BC7_UNorm_SRgb => V.Format.BC7SrgbBlock,
            ETC2_R8_G8_B8_UNorm => V.Format.Etc2R8G8B8UnormBlock,
            ETC2_R8_G8_B8_A1_UNorm => V.Format.Etc2R8G8B8A1UnormBlock,
            ETC2_R8_G8_B8_A8_UNorm => V.Format.Etc2R8G8B8A8UnormBlock,
            _ => throw new VeldridException($"{format} is not a pixel format."),
        };
    }

    internal static V.Format VertexElement(VertexElementFormat format) => format switch
    {
        VertexElementFormat.Float1 => V.Format.R32Sfloat,
        VertexElementFormat.Float2 => V.Format.R32G32Sfloat,
        VertexElementFormat.Float3 => V.Format.R32G32B32Sfloat,
        VertexElementFormat.Float4 => V.Format.R32G32B32A32Sfloat,
        VertexElementFormat.Byte2_Norm => V.Format.R8G8Unorm,
        VertexElementFormat.Byte2 => V.Format.R8G8Uint,
        VertexElementFormat.Byte4_Norm => V.Format.R8G8B8A8Unorm,
        VertexElementFormat.Byte4 => V.Format.R8G8B8A8Uint,
        VertexElementFormat.SByte2_Norm => V.Format.R8G8SNorm,
        VertexElementFormat.SByte2 => V.Format.R8G8Sint,
        VertexElementFormat.SByte4_Norm => V.Format.R8G8B8A8SNorm,
        VertexElementFormat.SByte4 => V.Format.R8G8B8A8Sint,
        VertexElementFormat.UShort2_Norm => V.Format.R16G16Unorm,
        VertexElementFormat.UShort2 => V.Format.R16G16Uint,
        VertexElementFormat.UShort4_Norm => V.Format.R16G16B16A16Unorm,
        VertexElementFormat.UShort4 => V.Format.R16G16B16A16Uint,
        VertexElementFormat.Short2_Norm => V.Format.R16G16SNorm,
        VertexElementFormat.Short2 => V.Format.R16G16Sint,
        VertexElementFormat.Short4_Norm => V.Format.R16G16B16A16SNorm,
        VertexElementFormat.Short4 => V.Format.R16G16B16A16Sint,
        VertexElementFormat.UInt1 => V.Format.R32Uint,
        VertexElementFormat.UInt2 => V.Format.R32G32Uint,
        VertexElementFormat.UInt3 => V.Format.R32G32B32Uint,
        VertexElementFormat.UInt4 => V.Format.R32G32B32A32Uint,
        VertexElementFormat.Int1 => V.Format.R32Sint,
        VertexElementFormat.Int2 => V.Format.R32G32Sint,
        VertexElementFormat.Int3 => V.Format.R32G32B32Sint,
        VertexElementFormat.Int4 => V.Format.R32G32B32A32Sint,
        VertexElementFormat.Half1 => V.Format.R16Sfloat,
        VertexElementFormat.Half2 => V.Format.R16G16Sfloat,
        VertexElementFormat.Half4 => V.Format.R16G16B16A16Sfloat,
        _ => throw new VeldridException($"{format} is not a vertex element format."),
    };

    internal static V.SampleCountFlags Samples(TextureSampleCount count) => (V.SampleCountFlags)(1 << (int)count);

    internal static V.ImageAspectFlags Aspects(PixelFormat format, bool isDepth)
    {
        if (!isDepth)
            return V.ImageAspectFlags.ColorBit;
        return FormatLayout.IsStencil(format)
            ? V.ImageAspectFlags.DepthBit | V.ImageAspectFlags.StencilBit
            : V.ImageAspectFlags.DepthBit;
    }
}
