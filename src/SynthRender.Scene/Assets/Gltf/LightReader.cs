using System.Numerics;
using System.Text.Json;
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
    /// <param name="source">For messages.</param>
    /// <param name="json">The light; its shape has been checked.</param>
    /// <param name="element">Where it stands.</param>
    /// <exception cref="AssetException">A spot light's cone is impossible.</exception>
    public static Light Read(GltfSource source, JsonElement json, string element)
    {
        var color = json.TryGetProperty("color", out var tint) ? GltfJson.Triple(tint) : Vector3.One;
        var amount = Number(json, "intensity", 1) / LuminousEfficacy;
        var range = Number(json, "range", float.PositiveInfinity);
        switch (json.GetProperty("type").GetString())
        {
            case "directional":
                return new DirectionalLight { Color = color, Irradiance = amount };
            case "point":
                return new PointLight { Color = color, Intensity = amount, Range = range };
            default:
                json.TryGetProperty("spot", out var spot);
                var (inner, outer) = (Number(spot, "innerConeAngle", 0), Number(spot, "outerConeAngle", MathF.PI / 4));
                if (!(inner < outer))
                    throw source.Fault($"{element}.spot", $"found innerConeAngle {inner} and outerConeAngle {outer}, expected the inner below the outer.");
                return new SpotLight { Color = color, Intensity = amount, InnerConeAngle = inner, OuterConeAngle = MathF.Min(outer, MathF.PI / 2), Range = range };
        }
    }

    private static float Number(JsonElement owner, string name, float otherwise) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? (float)value.GetDouble() : otherwise;
}
