using System.Numerics;
using System.Runtime.InteropServices;
using SynthRender.Materials;

namespace SynthRender.Rendering.Textures;

/// <summary>What the shaders read about a texture to be made (Shaders/procedural.glsl, std140).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct ProceduralConstants(ProceduralTexture texture, uint size)
{
    private readonly uint _seed = texture.Seed;
    private readonly uint _scale = (uint)texture.Scale;
    private readonly uint _size = size;
    private readonly uint _variant = (uint)texture.Variant;
    private readonly Vector4 _color = new(texture.Color, texture.Contrast);
    private readonly Vector4 _second = new(texture.SecondColor, texture.Relief);
    private readonly Vector4 _detail = new(texture.DetailColor, texture.Roughness);
    private readonly Vector4 _factors = new(texture.Wear, texture.Metallic, 0, 0);
}
