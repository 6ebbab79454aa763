// Small things under the lights of a table top, and a deer in a hall, for the comparison of shadows with a path tracer.
// A frame for each light, with what it is kept off by (even) and without (odd). Lights: see Names.
//   synthrender render tests/pathtracer/scenes/TableTop.cs --models models3d --models tests/faults/tabletop --set scale=nut

public sealed class TableTop : FixedLengthScenario
{
    private static readonly string[] Names = ["sun", "lamp", "panel", "ring", "window", "skylight", "ambient"];

    protected override void OnBuild(Scene scene)
    {
        Frames = 2 * Names.Length;
        var scale = Option("scale", "table", "table, nut (the same table, from close by) or hall");
        var camera = scene.AddCamera(320, 240, Degrees(32));
        var rig = scale switch
        {
            "table" => Table(scene, camera, new Vector3(0.07f, 0.34f, 0.5f), new Vector3(0.015f, 0.02f, 0.02f)),
            "nut" => Table(scene, camera, new Vector3(0.118f, 0.024f, 0.178f), new Vector3(0.106f, 0.0025f, 0.141f)),
            "hall" => Hall(scene, camera),
            _ => throw new ArgumentException($"The scale is table, nut or hall; got '{scale}'."),
        };
        foreach (var model in scene.Models)
        {
            model.Materials =
            [
                .. model.Materials.Select(_ => new Material { BaseColorFactor = new Vector4(0.8f, 0.8f, 0.8f, 1), RoughnessFactor = 1, MetallicFactor = 0 }),
            ];
        }

        var lights = Names.SkipLast(1).Select(name => Add(scene, rig, name)).ToArray();
        Randomize("frame", it =>
        {
            var name = Names[it.Frame / 2];
            var shaded = it.Frame % 2 == 0;
            foreach (var light in lights)
            {
                light.Enabled = light.Name == name;
                light.Light = light.Light with { CastsShadow = shaded };
            }

            var outdoors = name is "sun" or "ambient";
            (rig.Room.Enabled, rig.Ground.Enabled) = (!outdoors, outdoors);
            scene.Surroundings = Surroundings.Uniform(new Vector3(name == "ambient" ? 0.8f : 0));
            scene.AmbientOcclusion = name == "ambient" && shaded ? new AmbientOcclusion() : null;
        });
    }

    private Rig Table(Scene scene, PerceptionCamera camera, Vector3 eye, Vector3 target)
    {
        const float Height = 0.74f;
        camera.LookAt(eye, target);
        camera.Lens = camera.Lens with { Near = 0.004f, Far = 30 };
        scene.AddModel(Shapes.Table(1.2f, 0.8f), Transform.At(new(0, -Height, 0)), name: "table");
        AddModel(scene, "mug.glb", new(-0.06f, 0, -0.03f), turn: 0.5f, size: 1);
        AddModel(scene, "parts/hex_nut.glb", new(0.105f, 0, 0.14f), turn: 0.4f, size: 0.008f / 0.018f);
        scene.AddModel(Spoon.Make(), new Transform(new(0.08f, 0, 0.03f), Turned(0.6f), Vector3.One), new Labeling("spoon"));
        return new Rig(
            Size: 0.12f,
            Target: Vector3.Zero,
            Room: scene.AddModel(Shapes.Room(5, 4, 2.6f, new RoomWindow(1.6f, 1.3f)), Transform.At(new(0, -Height, 0)), name: "room"),
            Ground: scene.AddModel(Shapes.Plane(12, 12), Transform.At(new(0, -Height, 0)), name: "ground"),
            Lamp: new(0.5f, 0.8f, 0.3f),
            Panel: new(0.3f, 1.7f, 0.3f),
            PanelSize: new(1.2f, 0.6f),
            Ring: new(-0.18f, 0.36f, 0.2f),
            RingRadius: 0.09f,
            Sun: new(-3, 4, 1.5f),
            LowSun: new(0.15f, 0.8f, -2.1f),
            Skylight: new(0, 1.1f, -2.9f),
            SkylightSize: new(2.4f, 1.6f));
    }

    private Rig Hall(Scene scene, PerceptionCamera camera)
    {
        camera.LookAt(new Vector3(2.5f, 2.4f, 8.6f), new Vector3(0, 0.8f, 0.2f));
        camera.Lens = camera.Lens with { Near = 0.2f, Far = 60, Exposure = 0.5f };
        AddModel(scene, "wildlife/red_deer.glb", new(0.2f, 0, 0.2f), turn: 0.9f, size: 1);
        foreach (var (x, z) in new[] { (-1.8f, 1.4f), (2.2f, -1.6f), (-2.4f, -2.4f) })
            scene.AddModel(Shapes.Cylinder(0.22f, 6), Transform.At(new(x, 3, z)), new Labeling("pillar"));
        return new Rig(
            Size: 1,
            Target: new(0, 0.5f, 0),
            Room: scene.AddModel(Shapes.Room(16, 20, 6, new RoomWindow(5, 3.4f, 1.2f)), Transform.Identity, name: "room"),
            Ground: scene.AddModel(Shapes.Plane(60, 60), name: "ground"),
            Lamp: new(2.4f, 3.2f, 2.6f),
            Panel: new(1.2f, 5.6f, 1),
            PanelSize: new(3, 1.5f),
            Ring: new(-1.5f, 4.6f, 1.5f),
            RingRadius: 1,
            Sun: new(-3, 4, 1.5f),
            LowSun: new(0.8f, 3.2f, -10),
            Skylight: new(0, 3.4f, -12.5f),
            SkylightSize: new(7, 4.5f));
    }

    // Each is as bright at the target as the others.
    private static LightNode Add(Scene scene, Rig rig, string name)
    {
        const float Irradiance = 1.6f;
        var from = name switch
        {
            "sun" => rig.Sun,
            "lamp" => rig.Lamp,
            "panel" => rig.Panel,
            "ring" => rig.Ring,
            "window" => rig.LowSun,
            _ => rig.Skylight,
        };
        var squared = (from - rig.Target).LengthSquared();
        Light light = name switch
        {
            "sun" => new DirectionalLight { Irradiance = Irradiance, AngularDiameter = Degrees(0.53f) },
            "lamp" => new PointLight { Intensity = Irradiance * squared, Radius = 0.05f },
            "panel" => new RectangleLight
            {
                Width = rig.PanelSize.X,
                Height = rig.PanelSize.Y,
                Radiance = Irradiance * squared / (rig.PanelSize.X * rig.PanelSize.Y),
            },
            "ring" => new RingLight
            {
                OuterRadius = rig.RingRadius,
                InnerRadius = 0.75f * rig.RingRadius,
                Radiance = Irradiance * squared / (0.4375f * MathF.PI * rig.RingRadius * rig.RingRadius),
            },
            "window" => new DirectionalLight { Irradiance = 2 * Irradiance, AngularDiameter = Degrees(0.53f) },
            _ => new RectangleLight
            {
                Width = rig.SkylightSize.X,
                Height = rig.SkylightSize.Y,
                Radiance = 2 * Irradiance * squared / (rig.SkylightSize.X * rig.SkylightSize.Y),
            },
        };
        return scene.AddLight(light, Transform.LookingAt(from, rig.Target), name);
    }

    private void AddModel(Scene scene, string path, Vector3 place, float turn, float size)
    {
        var model = Model(path);
        scene.AddModel(model, new Transform(place - new Vector3(0, model.Bounds.Min.Y * size, 0), Turned(turn), new Vector3(size)));
    }

    private static Quaternion Turned(float angle) => Quaternion.CreateFromAxisAngle(Vector3.UnitY, angle);

    private sealed record Rig(
        float Size,
        Vector3 Target,
        ModelNode Room,
        ModelNode Ground,
        Vector3 Lamp,
        Vector3 Panel,
        Vector2 PanelSize,
        Vector3 Ring,
        float RingRadius,
        Vector3 Sun,
        Vector3 LowSun,
        Vector3 Skylight,
        Vector2 SkylightSize);

    // A thin sheet, hollow where it is wide, that lies on its bowl and the end of its handle, along x.
    private static class Spoon
    {
        private const int Along = 72;
        private const int Across = 14;
        private const float Length = 0.17f;
        private const float Thickness = 0.0014f;
        private const float Rim = 0.009f;
        private const float Bowl = 0.64f;

        public static ModelAsset Make()
        {
            var (positions, indices) = (new List<Vector3>(), new List<uint>());
            Sheet(positions, indices, Thickness, faceUp: true);
            Sheet(positions, indices, 0, faceUp: false);
            Edge(positions, indices, 0);
            Edge(positions, indices, Across);
            var normals = new Vector3[positions.Count];
            for (var i = 0; i < indices.Count; i += 3)
            {
                var (a, b, c) = ((int)indices[i], (int)indices[i + 1], (int)indices[i + 2]);
                var normal = Vector3.Cross(positions[b] - positions[a], positions[c] - positions[a]);
                foreach (var corner in (int[])[a, b, c]) normals[corner] += normal;
            }

            var bounds = new BoundingBox(positions.Aggregate(Vector3.Min), positions.Aggregate(Vector3.Max));
            var primitive = new PrimitiveAsset
            {
                Material = 0,
                Positions = positions.ToArray(),
                Normals = normals.Select(n => n.LengthSquared() > 0 ? Vector3.Normalize(n) : Vector3.UnitY).ToArray(),
                Indices = indices.ToArray(),
                Bounds = bounds,
            };
            return new ModelAsset(
                "spoon",
                [new NodeAsset("spoon", -1, Transform.Identity, 0, -1, [], -1, -1)],
                [new MeshAsset("spoon", [primitive], [])],
                [new Material()],
                [])
            { Bounds = bounds };
        }

        private static Vector3 At(int i, int j, float lift)
        {
            var t = (float)i / Along;
            var v = 2f * j / Across - 1;
            var s = (t - 0.5f * (1 + Bowl)) / (0.5f * (1 - Bowl));
            var handle = 0.0035f + 0.0025f * MathF.Pow(MathF.Max(0, 1 - t / Bowl), 2);
            var round = MathF.Sqrt(MathF.Max(0, 1 - s * s));
            var width = t < Bowl ? handle : MathF.Max(0.021f * round, handle * MathF.Max(0, MathF.Min(1, -2 * s - 1)));
            var height = t < Bowl
                ? Rim * t / Bowl + 0.011f * MathF.Sin(MathF.PI * t / Bowl)
                : Rim * (1 - (1 - v * v) * (1 - s * s));
            return new Vector3(Length * (t - 0.5f), height + lift, width * v);
        }

        private static void Sheet(List<Vector3> positions, List<uint> indices, float lift, bool faceUp)
        {
            var first = (uint)positions.Count;
            for (var i = 0; i <= Along; i++)
                for (var j = 0; j <= Across; j++) positions.Add(At(i, j, lift));
            for (var i = 0u; i < Along; i++)
            {
                for (var j = 0u; j < Across; j++)
                {
                    var a = first + i * (Across + 1) + j;
                    Quad(indices, a, a + 1, a + Across + 2, a + Across + 1, faceUp);
                }
            }
        }

        private static void Edge(List<Vector3> positions, List<uint> indices, int j)
        {
            var first = (uint)positions.Count;
            for (var i = 0; i <= Along; i++) positions.AddRange([At(i, j, 0), At(i, j, Thickness)]);
            for (var i = 0u; i < Along; i++)
            {
                var a = first + 2 * i;
                Quad(indices, a, a + 2, a + 3, a + 1, j == 0);
            }
        }

        private static void Quad(List<uint> indices, uint a, uint b, uint c, uint d, bool forwards) =>
            indices.AddRange(forwards ? [a, b, c, a, c, d] : [a, c, b, a, d, c]);
    }
}
