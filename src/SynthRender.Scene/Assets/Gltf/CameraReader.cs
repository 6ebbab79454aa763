using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads cameras.</summary>
internal static class CameraReader
{
    /// <summary>Reads a camera.</summary>
    /// <param name="source">For messages.</param>
    /// <param name="json">The camera; its shape has been checked.</param>
    /// <param name="element">Where it stands.</param>
    /// <exception cref="AssetException">The camera lacks its values, or they are impossible.</exception>
    public static CameraAsset Read(GltfSource source, JsonElement json, string element)
    {
        var name = GltfJson.Name(json, element);
        var type = json.GetProperty("type").GetString()!;
        if (!json.TryGetProperty(type, out var lens)) throw source.Fault($"{element}.{type}",
            $"is missing, though the type is \"{type}\".");
        var near = Number(lens, "znear")!.Value;
        var far = Number(lens, "zfar") ?? float.PositiveInfinity;
        if (far <= near) throw source.Fault($"{element}.{type}.zfar", $"found {far}, expected more than znear, {near}.");
        if (type == "orthographic") return new CameraAsset(name, null, AspectRatio(lens), MathF.Abs(Number(lens, "ymag")!.Value), near, far);
        var fov = Number(lens, "yfov")!.Value;
        if (fov >= MathF.PI) throw source.Fault($"{element}.perspective.yfov", $"found {fov}, expected radians below π.");
        return new CameraAsset(name, fov, Number(lens, "aspectRatio"), null, near, far);
    }

    private static float? AspectRatio(JsonElement lens)
    {
        var ratio = MathF.Abs(Number(lens, "xmag")!.Value / Number(lens, "ymag")!.Value);
        return float.IsFinite(ratio) && ratio > 0 ? ratio : null;
    }

    private static float? Number(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) ? (float)value.GetDouble() : null;
}
