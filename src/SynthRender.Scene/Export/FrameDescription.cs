using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Lights;

namespace SynthRender.Export;

/// <summary>
/// What glTF cannot say about a frame, for the scene's extras: image size, exposure, light from everywhere, and each light in radiometric
/// units with its size. Axes are glTF's.
/// </summary>
internal static class FrameDescription
{
    public static JsonObject Of(FrameSnapshot snapshot)
    {
        var lens = snapshot.Camera.Lens;
        var surroundings = snapshot.Surroundings;
        return new JsonObject
        {
            ["frame"] = snapshot.FrameIndex,
            ["camera"] = Camera(lens),
            ["surroundings"] = new JsonObject
            {
                ["skyRadiance"] = GlbBuffer.Numbers(surroundings.SkyRadiance),
                ["groundRadiance"] = GlbBuffer.Numbers(surroundings.GroundRadiance),
                ["background"] = surroundings.Background is { } color ? GlbBuffer.Numbers(color) : null,
            },
            ["lights"] = new JsonArray([.. snapshot.Lights.Select(Light)]),
        };
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
        // Every number of the kind, under its own name: Irradiance, Intensity, Radius …
        foreach (var property in frame.Light.GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            if (property.GetValue(frame.Light) is float value && float.IsFinite(value)) json[name] = value;
            else if (property.GetValue(frame.Light) is Vector2 size) json[name] = new JsonArray(size.X, size.Y);
        }

        return json;
    }
}
