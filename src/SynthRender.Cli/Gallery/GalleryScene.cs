using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.Cli.Gallery;

/// <summary>A scene before a camera at (0, 1.2, 4), with what several exhibits need.</summary>
internal sealed class GalleryScene
{
    private readonly AssetLibrary _models;

    public GalleryScene(AssetLibrary models, int width, int height)
    {
        _models = models;
        Camera = Scene.AddCamera(width, height, Units.Degrees(32));
        Camera.LookAt(new Vector3(0, 1.2f, 4), new Vector3(0, 0.45f, 0));
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.3f));
    }

    public Scene Scene { get; } = new();

    public PerceptionCamera Camera { get; }

    public Lens Lens { set => Camera.Lens = value; get => Camera.Lens; }

    public FrameSnapshot Capture() => SnapshotBuilder.Capture(Scene, Camera, 0, []);

    public ModelAsset Model(string path) => _models.Load(path);

    /// <summary>A grey floor at height 0.</summary>
    public void Floor(float brightness = 0.35f) => Paint(
        Scene.AddModel(Shapes.Plane(30, 30), name: "floor"),
        new Material { Name = "floor", BaseColorFactor = new Vector4(brightness, brightness, brightness, 1), RoughnessFactor = 0.9f });

    /// <summary>A low sun from the left front.</summary>
    public void Sun(float irradiance = 2.5f) =>
        Light(new DirectionalLight { Irradiance = irradiance, AngularDiameter = Units.Degrees(0.53f) }, new Vector3(-3, 4, 4));

    /// <summary>A light at a point, shining at the middle of the scene.</summary>
    public void Light(Light light, Vector3 from) => Scene.AddLight(light, Transform.LookingAt(from, new Vector3(0, 0.3f, 0)));

    /// <summary>A model in one material, or in its own.</summary>
    public ModelNode Place(ModelAsset asset, Vector3 at, Material? material = null, float turn = 0, float scale = 1)
    {
        var rotation = Quaternion.CreateFromAxisAngle(Vector3.UnitY, turn);
        var node = Scene.AddModel(asset, new Transform(at, rotation, new Vector3(scale)), new Labeling(asset.Name));
        if (material is not null) Paint(node, material);
        return node;
    }

    /// <summary>A ball of radius 0.55 in the middle, on a floor in the sun.</summary>
    public void Ball(Material material)
    {
        Floor();
        Sun();
        Place(Shapes.Sphere(0.55f, 64), new Vector3(0, 0.55f, 0), material);
    }

    /// <summary>A box, a ball and a ring in white on a floor.</summary>
    public void Solids()
    {
        Floor(0.6f);
        var white = new Material { Name = "white", BaseColorFactor = new Vector4(0.75f, 0.75f, 0.75f, 1), RoughnessFactor = 0.6f };
        Place(Shapes.Box(new Vector3(0.5f, 0.9f, 0.5f)), new Vector3(-0.8f, 0.45f, -0.2f), white, 0.5f);
        Place(Shapes.Sphere(0.4f, 64), new Vector3(0.1f, 0.4f, 0.2f), white);
        Place(Shapes.Torus(0.32f, 0.12f), new Vector3(0.95f, 0.12f, 0), white);
    }

    private static void Paint(ModelNode node, Material material) => node.Materials = [.. node.Materials.Select(_ => material)];
}
