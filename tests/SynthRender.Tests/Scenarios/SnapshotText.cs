using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Materials;

namespace SynthRender.Tests.Scenarios;

/// <summary>
/// A frame as text, every value of everything that is drawn or labelled to its last bit, so that two frames can be compared and a
/// difference can be read. What is shared and immutable (assets, pixels, labelers) stands for itself by type and name.
/// </summary>
internal static class SnapshotText
{
    public static string Of(IEnumerable<FrameSnapshot> frame)
    {
        var text = new StringBuilder();
        foreach (var snapshot in frame) Write(text, "snapshot", snapshot);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string path, object? value)
    {
        switch (value)
        {
            case null or string or bool or Enum or int or uint:
                text.Append(CultureInfo.InvariantCulture, $"{path} {value}\n");
                break;
            case float or double:
                text.Append(CultureInfo.InvariantCulture, $"{path} {value:R}\n");
                break;
            case ModelAsset asset:
                text.Append(CultureInfo.InvariantCulture, $"{path} asset {asset.Name}\n");
                break;
            case TextureImage image:
                text.Append(CultureInfo.InvariantCulture, $"{path} image {image.Name}\n");
                break;
            case CameraLabeler labeler:
                text.Append(CultureInfo.InvariantCulture, $"{path} labeler {labeler.Id}\n");
                break;
            case IEnumerable items:
                var i = 0;
                foreach (var item in items) Write(text, $"{path}[{i++}]", item);
                text.Append(CultureInfo.InvariantCulture, $"{path} has {i}\n");
                break;
            default:
                WriteMembers(text, path, value);
                break;
        }
    }

    private static void WriteMembers(StringBuilder text, string path, object value)
    {
        var type = value.GetType();
        text.Append(CultureInfo.InvariantCulture, $"{path} {type.Name}\n");
        const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance;
        // Vectors, quaternions and matrices keep their numbers in fields.
        if (type.Namespace == "System.Numerics")
            foreach (var field in type.GetFields(Members)) Write(text, $"{path}.{field.Name}", field.GetValue(value));
        else
            foreach (var property in type.GetProperties(Members).Where(p => p.GetIndexParameters().Length == 0)) Write(text, $"{path}.{property.Name}", property.GetValue(value));
    }
}
