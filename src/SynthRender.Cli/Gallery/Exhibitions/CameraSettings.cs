using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Lights;
using SynthRender.Parameters;

namespace SynthRender.Cli.Gallery.Exhibitions;

/// <summary>Exposure, white balance and vignette.</summary>
internal sealed class CameraSettings : Exhibition
{
    public override string Name => "camera";

    public override string Title => "Camera";

    public override IEnumerable<Exhibit> Exhibits =>
    [
        new("one stop down", "Half the light.", With(lens => lens with { ExposureStops = -1 })),
        new("one stop up", "Twice the light.", With(lens => lens with { ExposureStops = 1 })),
        new("auto exposure", "The mean of the image becomes mid grey.", With(lens => lens with { ExposureStops = -4, AutoExposure = new AutoExposure() })),
        new("warm", "Light of 9000 K counts as white.", With(lens => lens with { WhiteBalance = Vector3.One / ColorSpace.LinearFromKelvin(9000) })),
        new("cold", "Light of 4500 K counts as white.", With(lens => lens with { WhiteBalance = Vector3.One / ColorSpace.LinearFromKelvin(4500) })),
        new("vignette", "Corners darken with the eighth power of the cosine.", With(lens => lens with
        {
            VerticalFov = Units.Degrees(75), Vignette = new Vignette { Strength = 2 },
        })),
        new("round field", "The field of an endoscope.", With(lens => lens with { Vignette = new Vignette { FieldRadius = 0.95f, FieldSoftness = 0.02f } })),
    ];

    public static void StillLife(GalleryScene scene)
    {
        scene.Floor(0.25f);
        scene.Sun(3);
        scene.Light(new SpotLight { Intensity = 14, InnerConeAngle = 0.1f, OuterConeAngle = 0.3f, Color = new Vector3(1, 0.8f, 0.55f) }, new Vector3(1.5f, 2.6f, 1.5f));
        scene.Place(scene.Model("artefacts/amphora.glb"), new Vector3(-0.7f, 0, 0), turn: 0.4f, scale: 2.2f);
        scene.Place(scene.Model("wildlife/red_fox.glb"), new Vector3(0.45f, 0, 0.3f), turn: -0.9f, scale: 1.7f);
    }

    private static Action<GalleryScene> With(Func<Lens, Lens> change) => scene =>
    {
        StillLife(scene);
        scene.Lens = change(scene.Lens with { ToneCurve = ToneCurve.Filmic, Exposure = 1.3f });
    };
}
