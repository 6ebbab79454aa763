using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Cameras;
using SynthRender.Environments;
using SynthRender.Frames;
using SynthRender.Lights;

namespace SynthRender.Export;

/// <summary>
/// What glTF cannot say about a frame, for the scene's extras: image size, exposure, light from everywhere, decals, and each light in radiometric
/// units with its size. Axes are glTF's.
/// </summary>
internal static class FrameDescription
{
    public static JsonObject Of(FrameSnapshot snapshot)
    {
        var lens = snapshot.Camera.Lens;
        return new JsonObject
        {
            ["frame"] = snapshot.FrameIndex,
            ["camera"] = Camera(lens),
            ["surroundings"] = Around(snapshot.Surroundings),
            ["lights"] = new JsonArray([.. snapshot.Lights.Select(Light)]),
            ["picture"] = snapshot.Background?.Image.Name,
            ["decals"] = new JsonArray([.. snapshot.Decals.Select(Decal)]),
        };
    }

    private static JsonNode Decal(FrameDecal frame) => new JsonObject
    {
        ["material"] = frame.Decal.Material.Name,
        ["size"] = new JsonArray(frame.Decal.Size.X, frame.Decal.Size.Y),
        ["depth"] = frame.Decal.Depth,
        ["opacity"] = frame.Decal.Opacity,
        ["position"] = GlbBuffer.Numbers(frame.WorldFromDecal.Translation),
        ["outwards"] = GlbBuffer.Numbers(Vector3.Normalize(Vector3.TransformNormal(Vector3.UnitZ, frame.WorldFromDecal))),
    };

    private static JsonObject Around(Surroundings surroundings)
    {
        var json = new JsonObject { ["type"] = surroundings.GetType().Name };
        if (surroundings is ImageEnvironment { Image.Name: var image }) json["image"] = image;
        Numbers(surroundings, json);
        json["background"] = surroundings.Background is { } color ? GlbBuffer.Numbers(color) : null;
        return json;
    }

    private static JsonObject Camera(Lens lens) => new()
    {
        ["width"] = lens.Width,
        ["height"] = lens.Height,
        ["exposure"] = lens.Exposure,
        ["toneCurve"] = lens.ToneCurve.ToString(),
        ["whiteBalance"] = GlbBuffer.Numbers(lens.WhiteBalance),
    };

    private static JsonNode Light(FrameLight frame)
    {
        var json = new JsonObject
        {
            ["type"] = frame.Light.GetType().Name,
            ["position"] = GlbBuffer.Numbers(frame.Position),
            ["direction"] = GlbBuffer.Numbers(frame.Direction),
            ["color"] = GlbBuffer.Numbers(frame.Light.Color),
            ["castsShadow"] = frame.Light.CastsShadow,
        };
        Numbers(frame.Light, json);
        return json;
    }

    /// <summary>Every number of a kind of light, under its own name: irradiance, skyRadiance, radius …</summary>
    private static void Numbers(object light, JsonObject json)
    {
        foreach (var property in light.GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            if (json.ContainsKey(name)) continue;
            switch (property.GetValue(light))
            {
                case float value when float.IsFinite(value):
                    json[name] = value;
                    break;
                case int value:
                    json[name] = value;
                    break;
                case Vector2 size:
                    json[name] = new JsonArray(size.X, size.Y);
                    break;
                case Vector3 color:
                    json[name] = GlbBuffer.Numbers(color);
                    break;
                case ImmutableArray<SoftBox> boxes:
                    json[name] = List(boxes);
                    break;
                case ImmutableArray<SurgicalLamp> lamps:
                    json[name] = List(lamps);
                    break;
            }
        }
    }

    private static JsonArray List<T>(ImmutableArray<T> parts) where T : notnull => new([.. parts.Select(part =>
    {
        var json = new JsonObject();
        Numbers(part, json);
        return (JsonNode)json;
    })]);
}
