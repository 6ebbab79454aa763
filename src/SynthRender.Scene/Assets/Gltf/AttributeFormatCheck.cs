using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>Refuses vertex attributes in component types that only KHR_mesh_quantization allows, in a file that does not say it uses it.</summary>
internal static class AttributeFormatCheck
{
    private const string Extension = "KHR_mesh_quantization";
    private const int UnsignedByte = 5121;
    private const int UnsignedShort = 5123;
    private const int Float = 5126;

    /// <summary>Checks all primitives and their morph targets.</summary>
    /// <exception cref="AssetException">An attribute is quantised though the file does not declare it.</exception>
    public static void Check(GltfSource source)
    {
        if (source.Elements("extensionsUsed").Any(e => e.GetString() == Extension) || source.Elements("extensionsRequired").Any(e => e.GetString() == Extension)) return;
        for (var m = 0; m < source.Elements("meshes").Length; m++)
        {
            var p = 0;
            foreach (var primitive in source.Element("meshes", m).GetProperty("primitives").EnumerateArray())
            {
                var element = $"meshes[{m}].primitives[{p++}]";
                Check(source, primitive.GetProperty("attributes"), $"{element}.attributes");
                if (!primitive.TryGetProperty("targets", out var targets)) continue;
                var t = 0;
                foreach (var target in targets.EnumerateArray()) Check(source, target, $"{element}.targets[{t++}]");
            }
        }
    }

    private static void Check(GltfSource source, JsonElement attributes, string element)
    {
        foreach (var attribute in attributes.EnumerateObject())
        {
            var index = (int)attribute.Value.GetDouble();
            var accessor = source.Element("accessors", index);
            var component = GltfJson.Whole(accessor, "componentType");
            var normalized = accessor.TryGetProperty("normalized", out var flag) && flag.GetBoolean();
            var fits = attribute.Name switch
            {
                "POSITION" or "NORMAL" or "TANGENT" => component == Float,
                _ when attribute.Name.StartsWith("TEXCOORD_", StringComparison.Ordinal) => component == Float || (normalized && (component is UnsignedByte or UnsignedShort)),
                _ => true,
            };
            if (!fits)
                throw source.Fault($"{element}.{attribute.Name}",
                    $"accessors[{index}] has the component type {component}{(normalized ? ", normalized" : "")}, which needs the extension {Extension}; the file does not declare it.");
        }
    }
}
