using System.Numerics;
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

    /// <summary>Reflectance with a colour or a texture, which the G-buffer has no room for.</summary>
    SpecularColor = 1 << 11,
    Sheen = 1 << 12,
    Clearcoat = 1 << 13,
    Transmission = 1 << 14,

    /// <summary>Lit by a forward pass of its own.</summary>
    Layered = SpecularColor | Sheen | Clearcoat | Transmission,

    /// <summary>A normal map lies at an angle to the tangents (<see cref="NormalMapFrame"/>).</summary>
    TurnedNormals = 1 << 15,

    SpecularTexture = 1 << 16,
    SpecularColorTexture = 1 << 17,
    ClearcoatTexture = 1 << 18,
    ClearcoatRoughnessTexture = 1 << 19,
    ClearcoatNormalTexture = 1 << 20,
    SheenColorTexture = 1 << 21,
    SheenRoughnessTexture = 1 << 22,
    TransmissionTexture = 1 << 23,
    ThicknessTexture = 1 << 24,
    AnyLayerTexture = 511 << 16,
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
        return material.Unlit ? look : look | Layers(material);
    }

    private static SurfaceLook Layers(Material material)
    {
        var look = SurfaceLook.Plain;
        if (material.SpecularTexture is not null) look |= SurfaceLook.SpecularColor | SurfaceLook.SpecularTexture;
        if (material.SpecularColorTexture is not null) look |= SurfaceLook.SpecularColor | SurfaceLook.SpecularColorTexture;
        if (material.SpecularColorFactor != Vector3.One && material.MetallicFactor < 1) look |= SurfaceLook.SpecularColor;
        if (material.SheenColorFactor != Vector3.Zero)
        {
            look |= SurfaceLook.Sheen;
            if (material.SheenColorTexture is not null) look |= SurfaceLook.SheenColorTexture;
            if (material.SheenRoughnessTexture is not null) look |= SurfaceLook.SheenRoughnessTexture;
        }

        if (material.ClearcoatFactor > 0)
        {
            look |= SurfaceLook.Clearcoat;
            if (material.ClearcoatTexture is not null) look |= SurfaceLook.ClearcoatTexture;
            if (material.ClearcoatRoughnessTexture is not null) look |= SurfaceLook.ClearcoatRoughnessTexture;
            if (material.ClearcoatNormalTexture is not null) look |= SurfaceLook.ClearcoatNormalTexture;
        }

        if (material.TransmissionFactor > 0)
        {
            look |= SurfaceLook.Transmission;
            if (material.TransmissionTexture is not null) look |= SurfaceLook.TransmissionTexture;
            if (material.ThicknessFactor > 0 && material.ThicknessTexture is not null) look |= SurfaceLook.ThicknessTexture;
        }

        return look;
    }
}
