using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets.Gltf;
using SynthRender.Frames;
using SynthRender.Lights;

namespace SynthRender.Export;

/// <summary>KHR_lights_punctual of a .glb. W/m² and W/sr become lux and candela with 683 lm/W, as they are read (Assets/Gltf/LightReader.cs).</summary>
internal sealed class GlbLights
{
    public JsonArray Lights { get; } = [];

    /// <summary>What glTF has no light for.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The index of the light, or null when glTF cannot say it.</summary>
    public int? Add(FrameLight frame)
    {
        JsonObject json;
        switch (frame.Light)
        {
            case DirectionalLight sun:
                json = new JsonObject { ["type"] = "directional", ["intensity"] = sun.Irradiance * LightReader.LuminousEfficacy };
                break;
            case PointLight lamp:
                json = new JsonObject { ["type"] = "point", ["intensity"] = lamp.Intensity * LightReader.LuminousEfficacy };
                if (float.IsFinite(lamp.Range)) json["range"] = lamp.Range;
                break;
            case SpotLight spot:
                json = new JsonObject
                {
                    ["type"] = "spot",
                    ["intensity"] = spot.Intensity * LightReader.LuminousEfficacy,
                    ["spot"] = new JsonObject { ["innerConeAngle"] = spot.InnerConeAngle, ["outerConeAngle"] = spot.OuterConeAngle },
                };
                if (float.IsFinite(spot.Range)) json["range"] = spot.Range;
                break;
            default:
                Warnings.Add($"glTF has no light like {frame.Light.GetType().Name}; it is left out, and described under extras.");
                return null;
        }

        json["color"] = GlbBuffer.Numbers(frame.Light.Color);
        Lights.Add(json);
        return Lights.Count - 1;
    }
}
