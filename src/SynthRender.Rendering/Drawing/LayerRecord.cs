using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.Rendering.Drawing;

/// <summary>What a layered material has beyond the plain ones (Shaders/layer_record.glsl, std140).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LayerRecord
{
    internal Vector4 Reflectance;
    internal Vector4 Sheen;
    internal Vector4 Clearcoat;
    internal Vector4 Transmission;
    internal Vector4 Absorption;
    internal UvTransforms Uv;

    internal LayerRecord(Material material, PrimitiveAsset primitive, bool mirrored)
    {
        var coatNormals = NormalMapFrame.Factors(material.ClearcoatNormalTexture, material.ClearcoatNormalScale, primitive, mirrored);
        var f0 = Drawing.Reflectance.Dielectric(material.IndexOfRefraction);
        Reflectance = new Vector4(material.SpecularColorFactor * f0, material.SpecularFactor);
        Sheen = new Vector4(material.SheenColorFactor, material.SheenRoughnessFactor);
        Clearcoat = new Vector4(material.ClearcoatFactor, material.ClearcoatRoughnessFactor, coatNormals.X, coatNormals.Y);
        // Glass of infinite index would let no light in; what it lets through goes straight on.
        var index = material.IndexOfRefraction >= 1 ? material.IndexOfRefraction : 1;
        Transmission = new Vector4(material.TransmissionFactor, material.ThicknessFactor, index, 0);
        // KHR_materials_volume: attenuation = color^(distance / attenuationDistance).
        var color = Vector3.Max(material.AttenuationColor, new Vector3(1e-6f));
        Absorption = new Vector4(-MathF.Log(color.X), -MathF.Log(color.Y), -MathF.Log(color.Z), 0) / material.AttenuationDistance;
        Uv = default;
        DrawList.Place(Uv, 0, material.SpecularTexture);
        DrawList.Place(Uv, 1, material.SpecularColorTexture);
        DrawList.Place(Uv, 2, material.ClearcoatTexture);
        DrawList.Place(Uv, 3, material.ClearcoatRoughnessTexture);
        DrawList.Place(Uv, 4, material.ClearcoatNormalTexture);
        DrawList.Place(Uv, 5, material.SheenColorTexture);
        DrawList.Place(Uv, 6, material.SheenRoughnessTexture);
        DrawList.Place(Uv, 7, material.TransmissionTexture);
        DrawList.Place(Uv, 8, material.ThicknessTexture);
    }

    /// <summary>Nine textures, two rows each.</summary>
    [InlineArray(18)]
    internal struct UvTransforms
    {
        private Vector4 _row;
    }
}
