using System.Numerics;
using System.Runtime.InteropServices;
using SynthRender.Materials;

namespace SynthRender.Rendering.Drawing;

/// <summary>
/// The G-buffer words of a material without textures (packSurface in Shaders/gbuffer.glsl); the shader adds the normal. The CPU
/// driver shades every small triangle as a block of sixteen pixels, so what is the same for all of them is worked out here.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct PackedSurface
{
    private readonly uint _albedo;
    private readonly uint _roughness;
    private readonly uint _emissive;
    private readonly uint _rest;

    internal PackedSurface(Material material, bool unlit)
    {
        var color = Vector4.SquareRoot(Vector4.Clamp(material.BaseColorFactor, Vector4.Zero, Vector4.One));
        _albedo = Steps(color.X, 2047) | Steps(color.Y, 2047) << 11 | Steps(color.Z, 1023) << 22;
        _roughness = Steps(material.RoughnessFactor, 255) << 24;
        _emissive = Half(material.EmissiveFactor.X) | Half(material.EmissiveFactor.Y) << 16;
        _rest = Half(material.EmissiveFactor.Z) | Steps(material.MetallicFactor, 127) << 16 | (unlit ? 1u << 23 : 0) | 255u << 24;
    }

    private static uint Steps(float value, int steps) => (uint)(Math.Clamp(value, 0, 1) * steps + 0.5f);

    private static uint Half(float value) => BitConverter.HalfToUInt16Bits((Half)MathF.Min(value, 65504));
}
