// Laparoscopy: abdominal organs through an endoscope, lit by the ring of light around its lens, with instruments that come in
// from the sides. Only the field of view is round; labels cover the whole image.
//   synthrender render scenes/Laparoscopy.cs --frames 24 --seed 1 --out out/laparoscopy --overlay

public sealed class Laparoscopy : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        var most = Option("instruments", 2, "most instruments in a frame", minimum: 0, maximum: 4);
        var round = Option("round", true, "the round field of an endoscope, black outside");

        var endoscope = scene.AddCamera(width: 640, height: 480, verticalFov: Degrees(60), name: "endoscope")
             .Label(new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler());
        endoscope.Lens = endoscope.Lens with
        {
            Near = 0.004f,
            Far = 2,
            ToneCurve = ToneCurve.Filmic,
            Vignette = new() { Strength = 1.5f, FieldRadius = round ? 1.22f : null, FieldSoftness = 0.03f },
        };

        // The light comes along with the camera: a ring around the lens, of 3 and 5 mm.
        endoscope.Add(new LightNode("ring", new RingLight { InnerRadius = 0.003f, OuterRadius = 0.005f, Radiance = 2400, Color = new(1, 0.96f, 0.9f) }));
        scene.Surroundings = Surroundings.Uniform(new(0.025f, 0.009f, 0.007f));

        // The patient lies on the back: the cavity's floor is below, the endoscope looks in from above and in front.
        // The endoscope may stand outside the cavity's wall, which is seen from within alone, and must not keep the light out.
        scene.AddModel(Model("scenery/abdominal_cavity.glb"), name: "cavity").CastsShadow = false;
        scene.AddModel(Model("scenery/bowel_loops.glb"), name: "bowel");
        var organs = Models("organs/liver.glb", "organs/kidney.glb");
        Randomize("organs", frame =>
        {
            foreach (var (organ, place) in organs.Zip([new Vector3(-0.02f, 0.06f, -0.02f), new Vector3(0.13f, 0.03f, 0.03f)]))
            {
                var stream = frame.Stream(organ.Name);
                scene.Root.Add(new ModelNode(organ.Name, organ)
                {
                    Local = new Transform(
                        place + Vector3InUnitBox(stream) * 0.015f,
                        Quaternion.CreateFromYawPitchRoll(
                            Uniform(-0.5, 0.5).Sample(stream, "yaw"), Uniform(-0.8, -0.3).Sample(stream, "pitch"), Uniform(-0.4, 0.4).Sample(stream, "roll")),
                        new Vector3(Uniform(0.9, 1.1).Sample(stream, "scale"))),
                });
            }
        });

        // Instruments hang on the endoscope: their ports are beside it, their tips in front of the organs.
        var tools = Models("organs/grasper.glb", "organs/forceps.glb");
        Randomize("instruments", frame =>
        {
            var count = Uniform(Math.Min(1, most), most).SampleInteger(frame.Stream(), "count");
            for (var i = 0; i < count; i++)
            {
                var stream = frame.Stream($"instrument {i}");
                var tool = Choose([.. tools]).Sample(stream, "tool", t => t.Name);
                var side = (i % 2 == 0 ? 1 : -1) * Uniform(0.4, 1.3).Sample(stream, "side");
                var depth = Uniform(0.07, 0.11).Sample(stream, "depth");
                var tip = new Vector3(0.25f * depth * MathF.Sin(side) + Uniform(-0.015, 0.015).Sample(stream, "tip x"), Uniform(-0.02, 0.02).Sample(stream, "tip y"), -depth);
                var port = new Vector3(0.16f * MathF.Sin(side), -0.14f * MathF.Cos(side), Uniform(-0.03, 0.05).Sample(stream, "port"));
                var facing = Transform.LookingAt(port, tip, Uniform(-3.1, 3.1).Sample(stream, "roll")).Rotation * Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI);
                endoscope.Add(new ModelNode(tool.Name, tool)
                {
                    Local = new Transform(tip - Vector3.Transform(new Vector3(0, 0, tool.Bounds.Max.Z), facing), facing, Vector3.One),
                });
            }
        });

        Randomize(new JointPoseRandomizer { Amount = Uniform(0, 1) });
        Randomize(new MorphRandomizer { Weight = Uniform(0, 0.9) });
        Randomize(new MaterialRandomizer { VariantChance = 0.6 });
        Randomize(new LightRandomizer { Light = "ring", IntensityFactor = Uniform(0.7, 1.5), Kelvin = Uniform(4800, 6500) });
        Randomize(new CameraRandomizer
        {
            LookAt = new Vector3(0.03f, 0.09f, 0.05f),
            Distance = Uniform(0.11, 0.2),
            Azimuth = Uniform(Degrees(-35), Degrees(35)),
            Elevation = Uniform(Degrees(30), Degrees(65)),
            AimJitter = Uniform(-0.15, 0.15),
            Roll = Uniform(Degrees(-25), Degrees(25)),
            InsideModels = true,
        });
    }

    private static Vector3 Vector3InUnitBox(RandomStream stream) =>
        new(Uniform(-1, 1).Sample(stream, "x"), Uniform(-1, 1).Sample(stream, "y"), Uniform(-1, 1).Sample(stream, "z"));
}
