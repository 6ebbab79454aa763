using SynthRender.Cameras;

namespace SynthRender.Cli.Gallery.Exhibitions;

/// <summary>One bright scene through every tone curve.</summary>
internal sealed class ToneCurves : Exhibition
{
    public override string Name => "tone";

    public override string Title => "Tone curves";

    public override IEnumerable<Exhibit> Exhibits =>
    [
        new("none", "What is brighter than white is cut off.", Through(ToneCurve.None)),
        new("reinhard", "Everything up to the white point has a place.", Through(ToneCurve.Reinhard)),
        new("filmic", "A toe in the shadows, a shoulder in the lights.", Through(ToneCurve.Filmic)),
        new("agx", "Bright colours lose saturation, as on film.", Through(ToneCurve.AgX)),
    ];

    private static Action<GalleryScene> Through(ToneCurve curve) => scene =>
    {
        CameraSettings.StillLife(scene);
        scene.Lens = scene.Lens with { ToneCurve = curve, Exposure = 2.2f };
    };
}
