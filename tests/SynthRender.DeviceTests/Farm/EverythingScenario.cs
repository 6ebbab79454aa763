using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Datasets.Labelers;
using SynthRender.DeviceTests.Cli;
using SynthRender.Environments;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Randomizers;
using SynthRender.Scenarios;

namespace SynthRender.DeviceTests.Farm;

/// <summary>Few pixels, every feature: all kinds of lights with shadows, skins, layered and clear materials, cut-outs, tone curves, the meter, all environments, made textures.</summary>
internal sealed class EverythingScenario : FixedLengthScenario
{
    private const int EnvironmentFrames = 10;

    protected override void OnBuild(Scene scene)
    {
        var camera = scene.AddCamera(64, 48, Units.Degrees(45));
        camera.Label(new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler());
        camera.Lens = camera.Lens with { AutoExposure = new AutoExposure(), Vignette = new Vignette { FieldRadius = 1.1f } };
        scene.AddModel(SynthRender.Assets.Shapes.Plane(20, 20), name: "floor");
        AddLights(scene);
        scene.AmbientOcclusion = new AmbientOcclusion { Radius = 0.3f };

        scene.AddModel(Model(Path.Combine(CommandLine.Repository, "models3d", "wildlife", "red_fox.glb")), Transform.At(new Vector3(0, 0, 1)));
        var sphere = SynthRender.Assets.Shapes.Sphere(0.4f);
        Place(scene, sphere, -1.2f, new Material { ClearcoatFactor = 1, SheenColorFactor = new Vector3(0.5f) });
        Place(scene, sphere, -0.4f, new Material { TransmissionFactor = 1, ThicknessFactor = 1, RoughnessFactor = 0.2f });
        Place(scene, sphere, 0.4f, new Material { AlphaMode = AlphaMode.Blend, BaseColorFactor = new Vector4(1, 0.5f, 0, 0.6f) });
        Place(scene, sphere, 1.2f, new Material { MetallicFactor = 1, SpecularColorFactor = new Vector3(1, 0.5f, 0.5f), EmissiveFactor = new Vector3(0.1f) });

        Randomize(new JointPoseRandomizer());
        Randomize(new AnimationPoseRandomizer());
        Randomize(new ColorRandomizer());
        Randomize(new MaterialRandomizer { Roughness = Distributions.Uniform(0.05, 1) });
        Randomize(new LightRandomizer { IntensityFactor = Distributions.Uniform(0.2, 2), Translation = new(Distributions.Uniform(-0.3, 0.3), 0, 0) });
        Randomize(new ExposureRandomizer
        {
            Stops = Distributions.Uniform(-1, 1),
            WhiteBalanceKelvin = Distributions.Uniform(4000, 9000),
            ToneCurve = new(Enum.GetValues<ToneCurve>()),
        });
        Randomize(new DecalRandomizer { Of = Selection.Everything, Within = new BoundingBox(new Vector3(-3), new Vector3(3)), Pool = 3, RefreshEvery = 8 });
        Randomize(new CameraRandomizer());
        Randomize(new ProceduralTextureRandomizer { Pool = 2, RefreshEvery = 8, Families = ["wood", "rust", "cells"] });
        // Every frame a new map would be most of the test's time.
        Randomize("around", frame => frame.Scene.Surroundings = Around(frame.Frame / EnvironmentFrames));
    }

    /// <summary>Environments of all kinds in turn, none of them twice.</summary>
    private static LightingEnvironment Around(int number)
    {
        var share = number * 0.618f % 1;
        return (number % 5) switch
        {
            0 => new SkyEnvironment { SunElevation = share, CloudCover = share, CloudSeed = number },
            1 => new StudioEnvironment { Boxes = [.. Enumerable.Range(0, number % 4).Select(i => new SoftBox { Azimuth = i + share })], Mottling = share, Seed = number },
            2 => new TheatreEnvironment { Width = 5 + share, TileSize = 0.1f + share / 2, Seed = number },
            3 => new ForestEnvironment { CanopyDensity = share, SunStrength = share, Season = share, Seed = number },
            _ => new ImageEnvironment(new EnvironmentImage($"image {number}", 64, 32, [.. Enumerable.Repeat(new Vector3(share), 64 * 32)])),
        };
    }

    private static void AddLights(Scene scene)
    {
        Light[] lights =
        [
            new DirectionalLight { AngularDiameter = 0.1f, Irradiance = 2 },
            new PointLight { Radius = 0.1f },
            new SpotLight(),
            new RectangleLight { Width = 1, Height = 1 },
            new RingLight { InnerRadius = 0.2f, OuterRadius = 0.5f },
        ];
        for (var i = 0; i < lights.Length; i++)
            scene.AddLight(lights[i], Transform.LookingAt(new Vector3(i - 2, 3, 2), Vector3.Zero));
    }

    private static void Place(Scene scene, ModelAsset asset, float x, Material material) =>
        scene.AddModel(asset, Transform.At(new Vector3(x, 0.4f, 0)), new Labeling("ball")).Materials = [material];
}
