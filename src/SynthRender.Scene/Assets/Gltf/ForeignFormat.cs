using System.Text;

namespace SynthRender.Assets.Gltf;

/// <summary>Tells by its first bytes, else by its ending, which other kind of model a file is.</summary>
internal static class ForeignFormat
{
    // Where the first element of an XML file is looked for: comments and licences may come before it.
    private const int Prologue = 4096;

    private static readonly (byte[] Start, string Name)[] Starts =
    [
        ("Kaydara FBX Binary"u8.ToArray(), "an Autodesk FBX file"), ("; FBX"u8.ToArray(), "an Autodesk FBX file"),
        ("BLENDER"u8.ToArray(), "a Blender file"), ("#usda"u8.ToArray(), "a USD file"), ("PXR-USDC"u8.ToArray(), "a USD file"),
        ("ply\n"u8.ToArray(), "a PLY file"), ("ply\r"u8.ToArray(), "a PLY file"), ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive"),
    ];

    private static readonly (string Tag, string Name)[] Elements =
    [
        ("<robot", "a robot description in URDF"), ("<mujoco", "a robot description in MJCF"), ("<sdf", "a robot description in SDF"),
        ("<COLLADA", "a COLLADA file"), ("<X3D", "an X3D file"),
    ];

    private static readonly (string Ending, string Name)[] Endings =
    [
        (".urdf", "a robot description in URDF"), (".xacro", "a robot description in xacro"), (".obj", "a Wavefront OBJ file"), (".stl", "an STL file"),
        (".ply", "a PLY file"), (".dae", "a COLLADA file"), (".fbx", "an Autodesk FBX file"), (".usd", "a USD file"), (".usda", "a USD file"),
        (".usdc", "a USD file"), (".usdz", "a USD file"), (".blend", "a Blender file"), (".3ds", "a 3DS file"),
    ];

    /// <summary>What the file is, with its article; null when nothing speaks against glTF.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="bytes">Its content.</param>
    public static string? Of(string file, ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Starts)
            if (bytes.StartsWith(start)) return name;
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Prologue)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith('{')) return null;
        if (text.StartsWith('<'))
            return Elements.Where(e => text.Contains(e.Tag, StringComparison.Ordinal)).Select(e => e.Name).FirstOrDefault() ?? "an XML file";
        return Endings.Where(e => file.EndsWith(e.Ending, StringComparison.OrdinalIgnoreCase)).Select(e => e.Name).FirstOrDefault();
    }
}
