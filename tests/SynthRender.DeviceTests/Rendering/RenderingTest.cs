using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Base of the renderer's tests: a renderer on the validated device, and a scene before a camera.</summary>
public abstract class RenderingTest : IDisposable
{
    protected static readonly Vector3 Black = Vector3.Zero;

    private readonly ValidatedDevice _device;
    private FrameRenderer? _renderer;

    protected RenderingTest(ValidatedDevice device) => _device = device;

    protected FrameRenderer Renderer => _renderer ??= new FrameRenderer(_device.Device, Options);

    protected virtual FrameRendererOptions Options => new();

    /// <summary>What is drawn; without light from everywhere and without ambient occlusion unless a test says otherwise.</summary>
    protected Scene Scene { get; private set; } = DarkScene();

    /// <summary>64×48 pixels, 2 m before the origin, unless a test says otherwise.</summary>
    protected Lens Lens { get; set; } = new(64, 48, 0.8f);

    protected Vector3 Eye { get; set; } = new(0, 0, 2);

    protected Vector3 Target { get; set; }

    public void Dispose()
    {
        _renderer?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A square of side 2 in the XY plane that faces +Z.</summary>
    protected static ModelAsset Quad(Material material) => Oracle.Shapes.Model("quad", Oracle.Shapes.Quad(), material);

    protected static Material Diffuse(float albedo) =>
        Material.Default with { BaseColorFactor = new Vector4(albedo, albedo, albedo, 1), MetallicFactor = 0, RoughnessFactor = 1 };

    protected static Material Glow(Vector3 radiance) => Diffuse(0) with { EmissiveFactor = radiance };

    protected static TextureImage Texture(int width, int height, Func<int, int, Color4> pixel)
    {
        var rgba = new byte[4 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            var c = pixel(i % width, i / width);
            (rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2], rgba[4 * i + 3]) = (c.R, c.G, c.B, c.A);
        }

        return new TextureImage("test", width, height, rgba);
    }

    protected static TextureSlot Plain(byte r, byte g, byte b, byte a = 255) => new(Texture(2, 2, (_, _) => new Color4(r, g, b, a)));

    protected ModelNode Add(ModelAsset asset, Transform? at = null, string? label = "thing") =>
        Scene.AddModel(asset, at ?? Transform.Identity, label is null ? null : new Labeling(label));

    /// <summary>Light along a direction.</summary>
    protected void AddSun(Vector3 along, float irradiance, bool castsShadow = false) => Scene.AddLight(
        new DirectionalLight { Irradiance = irradiance, CastsShadow = castsShadow },
        new Transform(Vector3.Zero, Facing(along), Vector3.One));

    /// <summary>The rotation that turns −Z to a direction.</summary>
    protected static Quaternion Facing(Vector3 along)
    {
        var d = Vector3.Normalize(along);
        if (d.Z > 0.9999f) return Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI);
        return Quaternion.Normalize(new Quaternion(Vector3.Cross(-Vector3.UnitZ, d), 1 + Vector3.Dot(-Vector3.UnitZ, d)));
    }

    protected FrameSnapshot Snapshot()
    {
        var camera = Scene.AddCamera(Lens.Width, Lens.Height, Lens.VerticalFov);
        camera.Lens = Lens;
        camera.LookAt(Eye, Target);
        var snapshot = SnapshotBuilder.Capture(Scene, camera, 0, []);
        Scene.Root.Remove(camera);
        return snapshot;
    }

    protected RenderedFrame Render() => Renderer.Render(Snapshot());

    /// <summary>Starts an empty, dark scene.</summary>
    protected void NewScene() => Scene = DarkScene();

    private static Scene DarkScene() => new() { Surroundings = Surroundings.Uniform(Black), AmbientOcclusion = null };

    /// <summary>The colour in the middle of the image, 0 to 255.</summary>
    protected static Vector3 Middle(RenderedFrame frame) => At(frame, frame.Width / 2, frame.Height / 2);

    protected static Vector3 At(RenderedFrame frame, int x, int y)
    {
        var pixel = frame.Color.Slice(4 * (y * frame.Width + x), 4);
        return new Vector3(pixel[0], pixel[1], pixel[2]);
    }

    /// <summary>What a linear value is written as, 0 to 255, not rounded (IEC 61966-2-1).</summary>
    protected static double Srgb(double linear)
    {
        var c = Math.Clamp(linear, 0, 1);
        return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.Pow(c, 1 / 2.4) - 0.055);
    }

    /// <summary>The linear value of what is written, 0 to 255: the inverse of <see cref="Srgb"/>.</summary>
    protected static double Linear(double srgb)
    {
        var c = Math.Clamp(srgb / 255, 0, 1);
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    protected static void Near(double expected, double actual, double tolerance, string what = "") =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{what}: expected {expected:0.###} ± {tolerance:0.###}, got {actual:0.###}");

    protected readonly record struct Color4(byte R, byte G, byte B, byte A = 255);
}
