using System.Numerics;
using SynthRender.Lights;

namespace SynthRender.Cli.Gallery.Exhibitions;

/// <summary>Every kind of light, alone.</summary>
internal sealed class LightKinds : Exhibition
{
    private static readonly Vector3 Side = new(-1.8f, 2.2f, 1.4f);

    public override string Name => "lights";

    public override string Title => "Lights";

    public override IEnumerable<Exhibit> Exhibits =>
    [
        new("surroundings", "Light from everywhere, brighter from above: no shadows, and no ambient occlusion.", scene =>
        {
            scene.Solids();
            scene.Scene.Surroundings = new GradientSurroundings(new Vector3(0.9f), new Vector3(0.15f));
            scene.Scene.AmbientOcclusion = null;
        }),
        new("ambient occlusion", "The same, but corners and contacts get less of it.", scene =>
        {
            scene.Solids();
            scene.Scene.Surroundings = new GradientSurroundings(new Vector3(0.9f), new Vector3(0.15f));
            scene.Scene.AmbientOcclusion = new AmbientOcclusion();
        }),
        new("sun", "A directional light half a degree wide, as the sun is.", Alone(new DirectionalLight { Irradiance = 3 })),
        new("wide sun", "A directional light 8 degrees wide: shadows harden where things touch.", Alone(
            new DirectionalLight { Irradiance = 3, AngularDiameter = Units.Degrees(8) })),
        new("point", "A small lamp that shines in all directions.", Alone(new PointLight { Intensity = 16, Radius = 0.01f })),
        new("large point", "A ball lamp of 20 cm radius.", Alone(new PointLight { Intensity = 16, Radius = 0.2f })),
        new("spot", "A spotlight; its cone fades between the two angles.", Alone(
            new SpotLight { Intensity = 20, InnerConeAngle = Units.Degrees(8), OuterConeAngle = Units.Degrees(17) })),
        new("rectangle", "A soft box of 1.2 by 0.8 m.", Alone(new RectangleLight { Width = 1.2f, Height = 0.8f, Radiance = 16 })),
        new("ring", "A ring light around the camera.", scene =>
        {
            scene.Solids();
            Dim(scene);
            scene.Light(new RingLight { InnerRadius = 0.25f, OuterRadius = 0.4f, Radiance = 90 }, new Vector3(0, 1.2f, 3.8f));
        }),
        new("several", "A warm lamp, a cold soft box and a faint sun.", scene =>
        {
            scene.Solids();
            Dim(scene);
            scene.Light(new PointLight { Intensity = 9, Color = new Vector3(1, 0.6f, 0.3f) }, Side);
            scene.Light(new RectangleLight { Width = 1, Height = 1, Radiance = 5, Color = new Vector3(0.4f, 0.65f, 1) }, new Vector3(2.2f, 1.8f, 1));
            scene.Light(new DirectionalLight { Irradiance = 0.8f }, new Vector3(0, 3, -3));
        }),
    ];

    private static Action<GalleryScene> Alone(Light light) => scene =>
    {
        scene.Solids();
        Dim(scene);
        scene.Light(light, Side);
    };

    private static void Dim(GalleryScene scene) => scene.Scene.Surroundings = Surroundings.Uniform(new Vector3(0.05f));
}
