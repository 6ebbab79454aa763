using SynthRender.Cli.Gallery.Exhibitions;

namespace SynthRender.Cli.Gallery;

/// <summary>All exhibitions, in the order of the documentation.</summary>
internal static class AllExhibitions
{
    public static IReadOnlyList<Exhibition> All { get; } =
    [
        new LightKinds(),
        new SurroundingKinds(),
        new ReflectionGrid(),
        new MaterialLayers(),
        new SurfaceTextures(),
        new SurfaceDecals(),
        new ToneCurves(),
        new CameraSettings(),
    ];
}
