// MuseumArtefacts: amphorae, lamps, masks and daggers on plinths in a gallery, each under a spotlight of its own.
//   synthrender render scenes/MuseumArtefacts.cs --frames 24 --seed 1 --out out/museum --overlay

public sealed class MuseumArtefacts : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        var plinths = Option("plinths", 3, "plinths in the row", minimum: 1, maximum: 7);
        var spacing = Option("spacing", 0.75f, "metres between the middles of two plinths", minimum: 0.5, maximum: 3);

        scene.AddCamera(width: 640, height: 480, verticalFov: Degrees(38))
             .Label(new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler());

        // Lamps hang in a row before the wall; a little of their light comes back from everywhere.
        var hall = scene.Root.Add(new Node("hall"));
        hall.Add(new ModelNode("floor", Shapes.Plane(24, 24, uvRepeat: 24)) { Tags = ["floor"] });
        hall.Add(new ModelNode("wall", Shapes.Box(new(24, 5, 0.2f))) { Local = Transform.At(new(0, 2.5f, -0.9f)), Tags = ["wall"] });

        var artefacts = Models("artefacts/*.glb");
        var plinth = Shapes.Box(new(1, 1, 1));
        Randomize("exhibits", frame =>
        {
            for (var i = 0; i < plinths; i++)
            {
                var stream = frame.Stream($"plinth {i}");
                var asset = artefacts[stream.NextIndex(artefacts.Length)];
                stream.Record("prefab", asset.Name);
                var height = Uniform(0.8, 1.2).Sample(stream, "height");
                var size = asset.Bounds.Size;
                var top = new Vector3((i - (plinths - 1) / 2f) * spacing, height, 0);
                var side = MathF.Max(size.X, size.Z) + Uniform(0.12, 0.25).Sample(stream, "margin");
                scene.Root.Add(new ModelNode("plinth", plinth)
                {
                    Local = new(top with { Y = height / 2 }, Quaternion.Identity, new(side, height, side)),
                    Tags = ["plinth"],
                });
                scene.Root.Add(new ModelNode(asset.Name, asset)
                {
                    Local = new(top - new Vector3(0, asset.Bounds.Min.Y, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitY, Uniform(-0.9, 0.9).Sample(stream, "turn")), Vector3.One),
                });
                var lamp = top + new Vector3(Uniform(-0.7, 0.7).Sample(stream, "lamp x"), 1.8f, Uniform(0.8, 1.6).Sample(stream, "lamp z"));
                scene.AddLight(
                    new SpotLight { Intensity = Uniform(9, 18).Sample(stream, "intensity"), InnerConeAngle = Degrees(6), OuterConeAngle = Degrees(15), Radius = 0.03f, Color = new(1, 0.84f, 0.65f) },
                    Transform.LookingAt(lamp, top + new Vector3(0, size.Y / 2, 0)), "spot");
            }
        });

        // Floors and walls change with the exhibition; the plinths' paint does with every frame.
        Randomize(new ProceduralTextureRandomizer { Name = "floors", Of = Selection.Tagged("floor"), Families = ["wood", "marble", "tiles", "concrete"], Pool = 6, RefreshEvery = 48, TileSize = Uniform(0.8, 1.6) });
        Randomize(new ColorRandomizer { Name = "walls", Of = Selection.Tagged("wall"), Color = Hsv(Uniform(0, 1), Uniform(0, 0.35), Uniform(0.3, 0.85)) });
        Randomize(new ColorRandomizer { Name = "plinths", Of = Selection.Tagged("plinth"), Color = Hsv(Uniform(0.05, 0.15), Uniform(0, 0.2), Uniform(0.35, 0.95)) });
        Randomize(new MorphRandomizer { Weight = Uniform(0, 0.8) });
        Randomize(new MaterialRandomizer { VariantChance = 0.5 });
        Randomize(new CameraRandomizer
        {
            LookAt = CameraTarget.AnyOf(Foreground),
            Distance = Uniform(0.6, 1.6),
            Azimuth = Uniform(Degrees(-50), Degrees(50)),
            Elevation = Uniform(Degrees(2), Degrees(22)),
            AimJitter = Uniform(-0.06, 0.06),
        });
    }
}
