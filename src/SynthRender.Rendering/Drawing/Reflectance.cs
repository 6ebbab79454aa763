using SynthRender.Materials;

namespace SynthRender.Rendering.Drawing;

/// <summary>How much a dielectric reflects, straight on (F0) and at grazing angles (F90), as KHR_materials_ior and KHR_materials_specular say.</summary>
internal static class Reflectance
{
    /// <summary>Fresnel's equations at normal incidence; 0 stands for an infinite index.</summary>
    internal static float Dielectric(float index)
    {
        var root = index == 0 ? 1 : (index - 1) / (index + 1);
        return root * root;
    }

    /// <summary>For colourless reflection; a coloured one is layered.</summary>
    internal static (float F0, float F90) Of(Material material) =>
        (Dielectric(material.IndexOfRefraction) * material.SpecularFactor, material.SpecularFactor);
}
