using System.Numerics;
using SynthRender.Environments;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.Cli.Gallery.Exhibitions;

/// <summary>Environments around a mirror, rough gold, plastic and plaster; then each as it is seen itself.</summary>
internal sealed class SurroundingKinds : Exhibition
{
    private static readonly SkyEnvironment Clear = new() { SunElevation = Units.Degrees(50), SunAzimuth = Units.Degrees(-40), CloudCover = 0.35f, CloudSeed = 4 };
    private static readonly StudioEnvironment Studio = new() { Seed = 1 };

    private static readonly StudioEnvironment Strips = new()
    {
        Boxes =
        [
            new SoftBox { Azimuth = Units.Degrees(-70), Elevation = Units.Degrees(10), Width = Units.Degrees(12), Height = Units.Degrees(90), Radiance = 9 },
            new SoftBox
            {
                Azimuth = Units.Degrees(70), Elevation = Units.Degrees(10), Width = Units.Degrees(12), Height = Units.Degrees(90), Radiance = 9,
                Color = new Vector3(1, 0.62f, 0.33f),
            },
            new SoftBox { Azimuth = Units.Degrees(180), Elevation = Units.Degrees(60), Roll = 0.4f, Width = Units.Degrees(60), Height = Units.Degrees(20), Radiance = 2 },
        ],
        BackdropRadiance = new Vector3(0.03f, 0.035f, 0.045f),
        FloorRadiance = new Vector3(0.03f),
        Seed = 2,
    };

    private static readonly TheatreEnvironment Theatre = new() { Seed = 1 };

    private static readonly TheatreEnvironment BlueTheatre = new()
    {
        Lamps = [new SurgicalLamp { Azimuth = Units.Degrees(200), Elevation = Units.Degrees(75), AngularRadius = Units.Degrees(24), Petals = 18, Radiance = 20 }],
        WallRadiance = new Vector3(0.14f, 0.22f, 0.36f), Width = 8, Length = 6, TileSize = 0.15f, Seed = 5,
    };

    private static readonly ForestEnvironment Forest = new() { SunAzimuth = Units.Degrees(150), Seed = 1 };
    private static readonly ForestEnvironment Autumn = new() { SunAzimuth = Units.Degrees(-60), Season = 0.95f, CanopyDensity = 0.5f, TrunkCount = 22, Seed = 7 };

    public override string Name => "environments";

    public override string Title => "Environments";

    public override IEnumerable<Exhibit> Exhibits =>
    [
        Balls("sky", "The sky by day with some clouds, and its sun.", Clear),
        Balls("low sun", "The sun 6 degrees up.", new SkyEnvironment { SunElevation = Units.Degrees(6), SunAzimuth = Units.Degrees(-40) }),
        Balls("overcast", "A closed cover of clouds: a seventh of a clear day's light.", Clear with { CloudCover = 1 }),
        Balls("studio", "Soft boxes before a mottled backdrop.", Studio),
        Balls("strip lights", "A cold and a warm strip and a box behind.", Strips),
        Balls("theatre", "Two surgical lamps in a tiled room.", Theatre),
        Balls("blue theatre", "Another room with one large lamp.", BlueTheatre),
        Balls("forest", "Beneath a dense canopy.", Forest),
        Balls("autumn", "An open wood late in the year.", Autumn),
        View("studio view", "The studio as a background, towards its lights.", Studio, new Vector3(-0.1f, 0.4f, 1)),
        View("theatre view", "The theatre as a background, upwards.", Theatre, new Vector3(-0.35f, 0.75f, 1)),
        View("forest view", "The forest as a background.", Forest, new Vector3(0.3f, 0.15f, -1)),
    ];

    private static Exhibit Balls(string name, string caption, LightingEnvironment environment) => new(name, caption, scene =>
    {
        Surround(scene, environment);
        scene.Camera.LookAt(new Vector3(0, 0.15f, 4.2f), new Vector3(0, 0.1f, 0));
        var ball = Assets.Shapes.Sphere(0.44f, 64);
        Material[] materials =
        [
            new() { Name = "mirror", MetallicFactor = 1, RoughnessFactor = 0.02f },
            new() { Name = "gold", BaseColorFactor = new Vector4(1, 0.71f, 0.29f, 1), MetallicFactor = 1, RoughnessFactor = 0.35f },
            new() { Name = "plastic", BaseColorFactor = new Vector4(0.6f, 0.03f, 0.02f, 1), RoughnessFactor = 0.25f },
            new() { Name = "plaster", BaseColorFactor = new Vector4(0.75f, 0.75f, 0.75f, 1), RoughnessFactor = 1 },
        ];
        for (var i = 0; i < materials.Length; i++) scene.Place(ball, new Vector3(0.46f * (i % 2 == 0 ? -1 : 1), i < 2 ? 0.56f : -0.36f, 0), materials[i]);
    });

    private static Exhibit View(string name, string caption, LightingEnvironment environment, Vector3 towards) => new(name, caption, scene =>
    {
        Surround(scene, environment);
        scene.Camera.LookAt(Vector3.Zero, towards);
        scene.Lens = scene.Lens with { VerticalFov = Units.Degrees(80) };
    });

    private static void Surround(GalleryScene scene, LightingEnvironment environment)
    {
        scene.Scene.Surroundings = environment;
        if (environment is SkyEnvironment sky) scene.Scene.AddLight(sky.Sun, sky.SunPlace);
    }
}
