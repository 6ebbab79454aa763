// CameraTrap: animals in a forest clearing, as a trail camera strapped to a trunk sees them, at any hour of the day.
//   synthrender render scenes/CameraTrap.cs --frames 24 --seed 1 --out out/trap --overlay

public sealed class CameraTrap : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        var most = Option("most", 3, "most animals in a frame", minimum: 1, maximum: 12);
        var plants = Option("plants", 1.0, "factor on the number of plants", minimum: 0, maximum: 4);
        var kinds = Option("animals", "wildlife/red_*.glb", "the animals: a pattern under the model folders");

        var camera = scene.AddCamera(width: 640, height: 480, verticalFov: Degrees(42))
             .Label(new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler());
        camera.Lens = camera.Lens with
        {
            Near = 0.1f,
            Far = 400,
            ToneCurve = ToneCurve.AgX,
            AutoExposure = new() { Key = 0.2f, Least = 0.5f, Most = 6 },
            Vignette = new() { Strength = 0.7f },
        };
        scene.AmbientOcclusion = new() { Radius = 0.4f };

        var ground = scene.AddModel(Shapes.Plane(240, 240, uvRepeat: 120), name: "ground");

        Randomize(new ForegroundObjectPlacementRandomizer
        {
            Prefabs = Models(kinds),
            Count = Uniform(1, most),
            Center = new(0, 0, -1),
            Area = new(5, 7),
            SeparationDistance = 0.3f,
            Scale = Uniform(0.85, 1.1),
        });
        Randomize(new AnimationPoseRandomizer());
        Randomize(new MorphRandomizer { Weight = Uniform(0, 0.7) });
        Randomize(new MaterialRandomizer { VariantChance = 0.4 });

        // The wood around the clearing: trunks at the back, undergrowth between, grass everywhere.
        Scatter("trees", ["scenery/pine_trunk.glb", "scenery/birch_trunk.glb"], 26 * plants, new(0, 0, -13), new(34, 14), Uniform(2, 2.8));
        Scatter("thicket", ["scenery/bush.glb", "scenery/sapling.glb"], 26 * plants, new(0, 0, -19), new(44, 7), Uniform(1.8, 3), separation: -3);
        Scatter("saplings", ["scenery/sapling.glb", "scenery/bush.glb"], 9 * plants, new(0, 0, -8), new(20, 9), Uniform(0.8, 1.4));
        Scatter("ferns", ["scenery/fern.glb"], 22 * plants, new(0, 0, -5), new(16, 15), Uniform(0.7, 1.3));
        Scatter("rocks", ["scenery/boulder.glb", "scenery/boulder_flat.glb", "scenery/fallen_log.glb"], 3 * plants, new(0, 0, -6), new(14, 8), Uniform(0.7, 1.2));
        Scatter("grass", ["scenery/grass_clump.glb", "scenery/grass_tall.glb", "scenery/grass_dry.glb"], 130 * plants, new(0, 0, -3), new(13, 17), Uniform(0.7, 1.4));
        Scatter("litter", ["scenery/leaf_litter.glb"], 14 * plants, new(0, 0, -1), new(10, 12), Uniform(0.8, 1.5));

        Randomize(new ProceduralTextureRandomizer { Of = ground, Families = ["soil"], Pool = 6, RefreshEvery = 64, TileSize = Uniform(0.8, 1.4) });
        Randomize(new SkyRandomizer { SunElevation = Uniform(Degrees(8), Degrees(65)), Turbidity = Uniform(2, 6), CloudCover = Uniform(0, 1) });
        Randomize(new ExposureRandomizer { Stops = Uniform(-0.6, 0.6) });
        Randomize(new CameraRandomizer
        {
            LookAt = CameraTarget.AnyOf(Foreground),
            Distance = Uniform(3, 8),
            Azimuth = Uniform(Degrees(-35), Degrees(35)),
            Elevation = Uniform(Degrees(2), Degrees(14)),
            AimJitter = Uniform(-0.12, 0.12),
            Roll = Uniform(Degrees(-3), Degrees(3)),
            MinimumHeight = 0.35f,
        });
    }

    /// <summary>Plants that differ from frame to frame; they hide and shade, but are background.</summary>
    private void Scatter(string name, string[] models, double count, Vector3 center, Vector2 area, FloatParameter scale, float separation = -0.25f) =>
        Randomize(new BackgroundObjectPlacementRandomizer
        {
            Name = name,
            Prefabs = Models(models),
            Count = Uniform(Math.Round(0.6 * count), Math.Round(1.2 * count)),
            Center = center,
            Area = area,
            Scale = scale,
            SeparationDistance = separation,
            KeepClearOf = name == "trees" ? Foreground : null,
        });
}
