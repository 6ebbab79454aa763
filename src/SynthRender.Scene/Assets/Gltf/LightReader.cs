using SharpGLTF.Schema2;
using SynthRender.Lights;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Reads KHR_lights_punctual. Its lux and candela are turned into W/m² and W/sr with 683 lm/W, the luminous efficacy that defines
/// the candela (at 555 nm); Blender and other exporters that write radiometric values times 683 come back as they were.
/// </summary>
internal static class LightReader
{
    /// <summary>Lumens per watt.</summary>
    public const float LuminousEfficacy = 683f;

    /// <summary>Reads a light.</summary>
    /// <exception cref="AssetException">A spot light's cone is impossible.</exception>
    public static Light Read(GltfDocument document, int index)
    {
        var light = document.Root.LogicalPunctualLights[index];
        var range = light.Range > 0 ? light.Range : float.PositiveInfinity;
        switch (light.LightType)
        {
            case PunctualLightType.Directional:
                return new DirectionalLight { Color = light.Color, Irradiance = light.Intensity / LuminousEfficacy };
            case PunctualLightType.Point:
                return new PointLight { Color = light.Color, Intensity = light.Intensity / LuminousEfficacy, Range = range };
            default:
                if (!(light.InnerConeAngle < light.OuterConeAngle))
                    throw document.Source.Fault($"extensions.KHR_lights_punctual.lights[{index}].spot",
                        $"found innerConeAngle {light.InnerConeAngle} and outerConeAngle {light.OuterConeAngle}, expected the inner below the outer.");
                return new SpotLight
                {
                    Color = light.Color,
                    Intensity = light.Intensity / LuminousEfficacy,
                    InnerConeAngle = light.InnerConeAngle,
                    OuterConeAngle = MathF.Min(light.OuterConeAngle, MathF.PI / 2),
                    Range = range,
                };
        }
    }
}
