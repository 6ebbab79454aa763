// Laparoscopy: abdominal organs through an endoscope, lit by the ring of light around its lens, with instruments that come in
// from the sides. The endoscope looks steeply in from a port, close to the tissue.
//   synthrender render scenes/Laparoscopy.cs --frames 24 --seed 1 --out out/laparoscopy --overlay

public sealed class Laparoscopy : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        var most = Option("instruments", 2, "most instruments in a frame", minimum: 0, maximum: 4);

        var camera = scene.AddCamera(width: 640, height: 480, verticalFov: Degrees(58), name: "endoscope")
             .Label(new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler());
        camera.Lens = camera.Lens with { Near = 0.004f, Far = 2 };
        camera.Add(new LightNode("ring", new SpotLight { Intensity = 0.06f, OuterConeAngle = Degrees(52), CastsShadow = false }));
        scene.Surroundings = Surroundings.Uniform(new(0.03f, 0.012f, 0.01f));

        var organs = Models("organs/liver.glb", "organs/kidney.glb");
        var tools = Models("organs/grasper.glb", "organs/forceps.glb");

        Randomize("organs", frame =>
        {
            foreach (var (organ, place) in organs.Zip([new Vector3(0, 0, 0), new Vector3(0.17f, -0.04f, 0.08f)]))
            {
                var stream = frame.Stream(organ.Name);
                scene.Root.Add(new ModelNode(organ.Name, organ)
                {
                    Local = Transform.At(place) with
                    {
                        Rotation = Quaternion.CreateFromYawPitchRoll(
                            Uniform(-0.6, 0.6).Sample(stream, "yaw"), Uniform(-0.9, -0.3).Sample(stream, "pitch"), Uniform(-0.4, 0.4).Sample(stream, "roll")),
                    },
                });
            }
        });

        Randomize(new MorphRandomizer { Weight = Uniform(0, 0.9) });
        Randomize(new MaterialRandomizer { VariantChance = 0.6 });
        Randomize(new CameraRandomizer
        {
            LookAt = new Vector3(0.03f, 0, 0.03f),
            Distance = Uniform(0.10, 0.2),
            Azimuth = Uniform(Degrees(-40), Degrees(40)),
            Elevation = Uniform(Degrees(25), Degrees(65)),
            AimJitter = Uniform(-0.1, 0.1),
            Roll = Uniform(Degrees(-25), Degrees(25)),
            InsideModels = true,
        });
    }
}
