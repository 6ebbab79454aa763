using SynthRender.Materials;

namespace SynthRender.Rendering.Drawing;

/// <summary>The properties of a material and a primitive that choose a shader variant; everything else is data.</summary>
[Flags]
internal enum SurfaceLook
{
    Plain = 0,
    BaseColorTexture = 1,
    NormalTexture = 2,
    MetallicRoughnessTexture = 4,
    OcclusionTexture = 8,
    EmissiveTexture = 16,
    AnyTexture = 31,
    Masked = 32,
    DoubleSided = 64,

    /// <summary>The object's transform mirrors, which turns the winding of its triangles.</summary>
    Mirrored = 128,

    /// <summary>Vertices carry a second UV set and colours.</summary>
    ExtraVertexData = 256,
    Lines = 512,
    Points = 1024,
}

internal static class SurfaceLooks
{
    internal static SurfaceLook Of(Material material)
    {
        var look = SurfaceLook.Plain;
        if (material.BaseColorTexture is not null) look |= SurfaceLook.BaseColorTexture;
        if (material.NormalTexture is not null) look |= SurfaceLook.NormalTexture;
        if (material.MetallicRoughnessTexture is not null) look |= SurfaceLook.MetallicRoughnessTexture;
        if (material.OcclusionTexture is not null) look |= SurfaceLook.OcclusionTexture;
        if (material.EmissiveTexture is not null) look |= SurfaceLook.EmissiveTexture;
        if (material.AlphaMode == AlphaMode.Mask) look |= SurfaceLook.Masked;
        if (material.DoubleSided) look |= SurfaceLook.DoubleSided;
        return look;
    }
}
