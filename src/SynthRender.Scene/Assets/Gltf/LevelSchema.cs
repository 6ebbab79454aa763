using SynthRender.Assets.Json;
using static SynthRender.Assets.Json.Shape;

namespace SynthRender.Assets.Gltf;

/// <summary>What the `synthrender` object of a mesh must look like; docs/levels.md says what its members mean.</summary>
internal static class LevelSchema
{
    // All levels together take at most so many times the room of full detail.
    private const int MostLevels = 8;

    private static readonly Shape Level = ClosedObject(
        ("triangles!", Integer(1)), ("error_m!", Number(0)), ("slip_m!", Number(0)), ("indices!", List(IndexOf("accessors"), 1)));

    /// <summary>The object.</summary>
    public static Shape Levels { get; } = ClosedObject(("version!", OneOf(1)), ("levels!", List(Level, 0, MostLevels)));
}
