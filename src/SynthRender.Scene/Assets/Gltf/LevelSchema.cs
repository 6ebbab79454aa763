using SynthRender.Assets.Json;
using static SynthRender.Assets.Json.Shape;

namespace SynthRender.Assets.Gltf;

/// <summary>What the `synthrender` object of a mesh must look like; docs/levels.md says what its members mean.</summary>
internal static class LevelSchema
{
    // All levels together take at most so many times the room of full detail.
    private const int MostLevels = 8;

    private static readonly Shape Level = ClosedObject(
        ("triangles!", Integer(1)), ("error_m!", Number(0)), ("slip_m!", Numbers(2, 0)), ("color_m!", Number(0)), ("alpha_m!", Number(0)),
        ("relief_m!", Number(0)), ("weight_shift!", Number(0)), ("indices!", List(IndexOf("accessors"), 1)));

    // The lists of version 1 say nothing of colours and normals, so that nobody may draw them.
    private static readonly Shape FirstLevel = ClosedObject(
        ("triangles!", Integer(1)), ("error_m!", Number(0)), ("slip_m!", Number(0)), ("indices!", List(IndexOf("accessors"), 1)));

    /// <summary>The object, whatever its version.</summary>
    public static Shape Versioned { get; } = Object(("version!", OneOf(1, 2)));

    /// <summary>The object in version 1.</summary>
    public static Shape FirstLevels { get; } = ClosedObject(("version!", OneOf(1)), ("levels!", List(FirstLevel, 0, MostLevels)));

    /// <summary>The object in version 2.</summary>
    public static Shape Levels { get; } = ClosedObject(("version!", OneOf(2)), ("levels!", List(Level, 0, MostLevels)));
}
