using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;

namespace SynthRender.Benchmarks.Rendering;

/// <summary>
/// The workload that other renderers were measured on, from a folder with workload.json and its .glb files: 8 objects with 100,728
/// triangles on a floor, a sun and a lamp.
/// </summary>
public sealed class W1Workload
{
    // Local axes are glTF content turned from Y-up to Z-up: (x, y, z) → (x, −z, y). The world stays Z-up.
    private static readonly Matrix4x4 UpFromGltf = new(1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1);
    private readonly Dictionary<string, ModelAsset> _assets = [];
    private readonly ModelAsset _ground;
    private readonly JsonDocument _json;
    private readonly string _folder;

    public W1Workload(string folder)
    {
        _folder = folder;
        _json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "workload.json")));
        var size = 2 * _json.RootElement.GetProperty("ground").GetProperty("half_size").GetSingle();
        _ground = Shapes.Plane(size, size);
    }

    public int FrameCount => _json.RootElement.GetProperty("frames").GetArrayLength();

    public FrameSnapshot Frame(int index, int width, int height)
    {
        var frame = _json.RootElement.GetProperty("frames")[index];
        var models = ImmutableArray.CreateBuilder<FrameModel>();
        var instances = ImmutableArray.CreateBuilder<FrameInstance>();
        models.Add(Model(_ground, 0, UpFromGltf, Color(frame.GetProperty("ground_color")), 0.9f));
        foreach (var item in frame.GetProperty("objects").EnumerateArray())
        {
            var name = item.GetProperty("glb").GetString()!;
            if (!_assets.TryGetValue(name, out var asset)) _assets[name] = asset = GltfLoader.Load(Path.Combine(_folder, name));
            var id = item.GetProperty("instance_id").GetUInt32();
            var world = UpFromGltf * Matrix(item.GetProperty("matrix"));
            models.Add(Model(asset, id, world, Color(item.GetProperty("base_color")), item.GetProperty("roughness").GetSingle()));
            instances.Add(new FrameInstance { Id = id, Name = name, Labeling = new Labeling(name, ""), WorldFromObject = world });
        }

        return new FrameSnapshot
        {
            FrameIndex = index,
            Camera = Camera(frame.GetProperty("camera"), width, height),
            Labelers = [],
            Models = models.ToImmutable(),
            Lights = Lights(frame),
            Surroundings = Surroundings.Uniform(Color(frame.GetProperty("ambient"))),
            Instances = instances.ToImmutable(),
        };
    }

    private static FrameModel Model(ModelAsset asset, uint id, Matrix4x4 world, Vector3 color, float roughness)
    {
        var nodes = asset.ModelFromNodes(asset.RestPose);
        return new FrameModel
        {
            Asset = asset,
            InstanceId = id,
            WorldFromModel = world,
            WorldFromNodes = [.. nodes.Select(node => node * world)],
            WorldFromBind = [],
            MorphWeights = asset.RestMorphWeights,
            Materials = [.. asset.Materials.Select(m => m with
            {
                BaseColorFactor = new Vector4(color, 1), RoughnessFactor = roughness, MetallicFactor = 0,
            })],
            CastsShadow = true,
        };
    }

    private static CameraView Camera(JsonElement camera, int width, int height)
    {
        var horizontal = camera.GetProperty("hfov_deg").GetSingle() * MathF.PI / 180;
        var vertical = 2 * MathF.Atan(MathF.Tan(horizontal / 2) * height / width);
        var lens = new Lens(width, height, vertical) { Near = camera.GetProperty("near").GetSingle(), Far = camera.GetProperty("far").GetSingle() };
        return new CameraView("camera", lens, Matrix(camera.GetProperty("matrix")));
    }

    private static ImmutableArray<FrameLight> Lights(JsonElement frame)
    {
        var sun = frame.GetProperty("sun");
        var point = frame.GetProperty("point");
        return
        [
            new FrameLight(
                new DirectionalLight
                {
                    Irradiance = sun.GetProperty("irradiance_w_m2").GetSingle(),
                    AngularDiameter = sun.GetProperty("angle_rad").GetSingle(),
                },
                Vector3.Zero,
                -Vector3.Normalize(Color(sun.GetProperty("to_sun")))),
            new FrameLight(
                new PointLight
                {
                    Color = Color(point.GetProperty("color")),
                    Intensity = point.GetProperty("power_w").GetSingle() / (4 * MathF.PI),
                    Radius = point.GetProperty("radius").GetSingle(),
                },
                Color(point.GetProperty("position")),
                -Vector3.UnitZ),
        ];
    }

    private static Vector3 Color(JsonElement values) => new(values[0].GetSingle(), values[1].GetSingle(), values[2].GetSingle());

    /// <summary>Column vectors, row-major in the file; row vectors here.</summary>
    private static Matrix4x4 Matrix(JsonElement rows)
    {
        float At(int row, int column) => rows[row][column].GetSingle();
        return new Matrix4x4(
            At(0, 0), At(1, 0), At(2, 0), 0,
            At(0, 1), At(1, 1), At(2, 1), 0,
            At(0, 2), At(1, 2), At(2, 2), 0,
            At(0, 3), At(1, 3), At(2, 3), 1);
    }
}
