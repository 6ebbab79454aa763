// MuseumArtefacts: amphorae, lamps, masks and daggers on plinths in a gallery, each under a spotlight of its own.
//   synthrender render scenes/MuseumArtefacts.cs --frames 24 --seed 1 --out out/museum --overlay

public sealed class MuseumArtefacts : FixedLengthScenario
{
    private const float PlinthWidth = 0.5f;

    protected override void OnBuild(Scene scene)
    {
        var plinths = Option("plinths", 3, "plinths in the row", minimum: 1, maximum: 7);
        var spacing = Option("spacing", 1.0f, "metres between the middles of two plinths", minimum: 0.7, maximum: 3);

        scene.AddCamera(width: 640, height: 480, verticalFov: Degrees(38))
             .Label(new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler());

        var hall = scene.Root.Add(new Node("hall"));
        hall.Add(new ModelNode("floor", Shapes.Plane(24, 24, uvRepeat: 12)) { Tags = ["floor"] });
        hall.Add(new ModelNode("wall", Shapes.Box(new(24, 5, 0.2f))) { Local = Transform.At(new(0, 2.5f, -1.6f)), Tags = ["wall"] });
        scene.Surroundings = Surroundings.Uniform(new(0.05f, 0.048f, 0.045f));

        var artefacts = Models("artefacts/*.glb");
        var plinth = Shapes.Box(new(PlinthWidth, 1, PlinthWidth));
        Randomize("exhibits", frame =>
        {
            for (var i = 0; i < plinths; i++)
            {
                var stream = frame.Stream($"plinth {i}");
                var asset = artefacts[stream.NextIndex(artefacts.Length)];
                stream.Record("prefab", asset.Name);
                var height = Uniform(0.7, 1.15).Sample(stream, "height");
                var turn = Uniform(-0.7, 0.7).Sample(stream, "turn");
                var x = (i - (plinths - 1) / 2f) * spacing;
                scene.Root.Add(new ModelNode("plinth", plinth) { Local = new(new(x, height / 2, 0), Quaternion.Identity, new(1, height, 1)), Tags = ["plinth"] });
                var size = asset.Bounds.Size;
                var scale = MathF.Min(1, 0.95f * PlinthWidth / MathF.Max(size.X, size.Z));
                scene.Root.Add(new ModelNode(asset.Name, asset)
                {
                    Local = new(new(x, height - asset.Bounds.Min.Y * scale, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitY, turn), new(scale)),
                });
                var lamp = new Vector3(x, height, 0) + new Vector3(Uniform(-0.5, 0.5).Sample(stream, "lamp x"), 2.2f, Uniform(0.7, 1.6).Sample(stream, "lamp z"));
                scene.AddLight(new SpotLight { Intensity = 12, InnerConeAngle = Degrees(7), OuterConeAngle = Degrees(16), Color = new(1, 0.86f, 0.68f) },
                    Transform.LookingAt(lamp, new(x, height + 0.2f, 0)), "spot");
            }
        });

        Randomize(new MorphRandomizer { Weight = Uniform(0, 0.8) });
        Randomize(new MaterialRandomizer { VariantChance = 0.5 });
        Randomize(new CameraRandomizer
        {
            LookAt = Foreground,
            Distance = Uniform(1.6, 3.2),
            Azimuth = Uniform(Degrees(-50), Degrees(50)),
            Elevation = Uniform(Degrees(2), Degrees(22)),
            AimJitter = Uniform(-0.06, 0.06),
        });
    }
}
