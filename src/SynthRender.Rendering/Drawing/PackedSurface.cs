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
        _emissive = Radiance(material.EmissiveFactor);
        var (f0, f90) = Reflectance.Of(material);
        _rest = Steps(MathF.Sqrt(f0), 255) | Steps(f90, 255) << 8 | Steps(material.MetallicFactor, 127) << 16 | (unlit ? 1u << 23 : 0) | 255u << 24;
    }

    private PackedSurface(uint rest)
    {
        (_albedo, _roughness, _emissive) = (0, 0, 0);
        _rest = rest;
    }

    /// <summary>Black without light: what a later pass lights.</summary>
    internal static PackedSurface LitLater { get; } = new(1u << 23 | 255u << 24);

    private static uint Steps(float value, int steps) => (uint)(Math.Clamp(value, 0, 1) * steps + 0.5f);

    /// <summary>One exponent for three channels (packRadiance in Shaders/gbuffer.glsl).</summary>
    private static uint Radiance(Vector3 color)
    {
        var c = Vector3.Clamp(color, Vector3.Zero, new Vector3(65408));
        var largest = MathF.Max(MathF.Max(c.X, c.Y), MathF.Max(c.Z, 1f / 65536)) * 1.001f;
        var exponent = Math.Clamp(MathF.ILogB(largest) + 1, -15, 16);
        var m = Vector3.Min(c * MathF.ScaleB(1, 9 - exponent) + new Vector3(0.5f), new Vector3(511));
        return (uint)m.X | (uint)m.Y << 9 | (uint)m.Z << 18 | (uint)(exponent + 15) << 27;
    }
}
