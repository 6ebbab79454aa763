using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Organs;

/// <summary>
/// A human heart: ventricles with the apex to the body's left, both auricles, aortic arch with its three branches, pulmonary trunk, venae cavae, coronary arteries in their grooves under fat.
/// </summary>
public sealed class Heart : IModel
{
    private static readonly Vector3 Apex = new(0.030f, 0.008f, 0.014f);
    private static readonly Vector3 Base = new(-0.008f, 0.082f, -0.004f);

    // Left anterior descending artery, right coronary, marginal branches: places on the front, projected onto the muscle.
    private static readonly Vector3[][] Coronaries =
    [
        [new(0.010f, 0.084f, 0.030f), new(0.012f, 0.070f, 0.034f), new(0.016f, 0.054f, 0.036f), new(0.021f, 0.038f, 0.034f), new(0.026f, 0.020f, 0.028f)],
        [new(0.013f, 0.066f, 0.034f), new(0.024f, 0.054f, 0.032f), new(0.032f, 0.042f, 0.028f)],
        [new(0.018f, 0.046f, 0.036f), new(0.027f, 0.036f, 0.032f), new(0.033f, 0.026f, 0.024f)],
        [new(0.014f, 0.060f, 0.036f), new(0.004f, 0.048f, 0.036f), new(-0.002f, 0.036f, 0.034f)],
        [new(-0.008f, 0.088f, 0.026f), new(-0.024f, 0.080f, 0.026f), new(-0.034f, 0.066f, 0.022f), new(-0.034f, 0.050f, 0.016f), new(-0.024f, 0.036f, 0.006f), new(-0.008f, 0.026f, -0.014f)],
        [new(-0.032f, 0.060f, 0.020f), new(-0.020f, 0.048f, 0.030f), new(-0.008f, 0.034f, 0.032f), new(0.006f, 0.022f, 0.028f)],
        [new(0.026f, 0.086f, 0.012f), new(0.042f, 0.076f, 0.004f), new(0.046f, 0.060f, -0.008f), new(0.036f, 0.044f, -0.020f)],
        [new(0.043f, 0.070f, 0.002f), new(0.044f, 0.050f, 0.008f), new(0.040f, 0.034f, 0.010f)],
    ];

    /// <inheritdoc/>
    public string Name => "heart";

    /// <inheritdoc/>
    public string Family => "organs";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "organ") { OcclusionReach = 0.012f };
        model.Node("Heart", null, 0, 0, 0);
        model.Material("Tissue");

        var muscle = Muscle();
        var arteries = new SmoothUnion(0.001f, Coronaries.Select((path, i) => OnSurface(muscle, path, i is 0 or 4 or 6 ? 0.0019f : 0.0013f)));
        var veins = VeinTrunks();
        var aorta = Aorta();
        var pulmonary = PulmonaryTrunk();
        var whole = new SmoothUnion(0.004f, [muscle, veins]).Join(0.003f, aorta).Join(0.003f, pulmonary).Join(0.0016f, arteries);

        model.Solids.Add(new Solid
        {
            Name = "Tissue",
            Material = "Tissue",
            Node = "Heart",
            Field = whole,
            Look = p => Tissue(p, muscle, arteries, veins, aorta, pulmonary),
            Relief = Relief,
            Cell = 0.0011f,
            Triangles = 16000,
        });

        AddVariation(model);
        AddLabels(model);
        return model;
    }

    private static Field Muscle()
    {
        var left = new RoundCone(new(0.012f, 0.064f, -0.004f), Apex, 0.0335f, 0.0125f);
        var right = new RoundCone(new(-0.012f, 0.060f, 0.008f), new(0.018f, 0.020f, 0.016f), 0.0275f, 0.0110f);
        var ventricles = new SmoothUnion(0.010f, [left, right]);
        var rightAtrium = new Ellipsoid(new(-0.030f, 0.082f, -0.004f), new(0.0190f, 0.0225f, 0.0190f));
        var rightAuricle = new RoundCone(new(-0.026f, 0.092f, 0.012f), new(-0.010f, 0.097f, 0.025f), 0.0115f, 0.0058f);
        var leftAtrium = new Ellipsoid(new(0.006f, 0.088f, -0.024f), new(0.0270f, 0.0170f, 0.0170f));
        var leftAuricle = new RoundCone(new(0.030f, 0.089f, -0.006f), new(0.027f, 0.091f, 0.016f), 0.0105f, 0.0052f);
        // The groove between atria and ventricles runs around the base, across the heart's axis.
        var axis = Vector3.Normalize(Base - Apex);
        return new SmoothUnion(0.006f, [ventricles, rightAtrium, rightAuricle, leftAtrium, leftAuricle])
            .Raise(p => -0.0022f * Smooth.Bump(0.0f, 0.007f, Vector3.Dot(p - new Vector3(-0.006f, 0.081f, 0f), axis))
                + 0.0009f * Noise.Fractal(p * 60f, 3, 11u), 0.0034f, 0.55f);
    }

    private static Field VeinTrunks() => new SmoothUnion(0.003f,
    [
        Vessels.Opened(Tube.Along([new(-0.026f, 0.086f, -0.010f, 0.0100f), new(-0.0275f, 0.108f, -0.011f, 0.0098f), new(-0.027f, 0.130f, -0.010f, 0.0095f)]), new(-0.027f, 0.130f, -0.010f), new(0, 1, 0.04f), 0.0095f),
        Vessels.Opened(Tube.Along([new(-0.030f, 0.070f, -0.014f, 0.0110f), new(-0.029f, 0.052f, -0.023f, 0.0110f), new(-0.028f, 0.036f, -0.028f, 0.0108f)]), new(-0.028f, 0.036f, -0.028f), new(0.06f, -1, -0.3f), 0.0108f),
        Vessels.Opened(Tube.Along([new(0.020f, 0.093f, -0.030f, 0.0070f), new(0.048f, 0.097f, -0.034f, 0.0062f)]), new(0.048f, 0.097f, -0.034f), new(1, 0.14f, -0.14f), 0.0062f),
        Vessels.Opened(Tube.Along([new(0.020f, 0.082f, -0.030f, 0.0070f), new(0.047f, 0.080f, -0.036f, 0.0062f)]), new(0.047f, 0.080f, -0.036f), new(1, -0.07f, -0.22f), 0.0062f),
        Vessels.Opened(Tube.Along([new(-0.010f, 0.092f, -0.030f, 0.0070f), new(-0.042f, 0.096f, -0.034f, 0.0062f)]), new(-0.042f, 0.096f, -0.034f), new(-1, 0.12f, -0.12f), 0.0062f),
    ]);

    private static Field Aorta()
    {
        var arch = Tube.Along(
        [
            new(-0.004f, 0.082f, 0.006f, 0.0130f), new(-0.011f, 0.104f, 0.010f, 0.0138f), new(-0.009f, 0.124f, 0.006f, 0.0130f),
            new(0.006f, 0.136f, -0.004f, 0.0122f), new(0.020f, 0.132f, -0.018f, 0.0116f), new(0.025f, 0.114f, -0.028f, 0.0110f),
            new(0.025f, 0.090f, -0.034f, 0.0104f), new(0.023f, 0.066f, -0.037f, 0.0100f),
        ], 8);
        var branches = new SmoothUnion(0.001f,
        [
            Tube.Along([new(-0.005f, 0.132f, 0.002f, 0.0058f), new(-0.010f, 0.148f, 0.003f, 0.0054f), new(-0.016f, 0.160f, 0.004f, 0.0052f)]),
            Tube.Along([new(0.006f, 0.140f, -0.004f, 0.0043f), new(0.006f, 0.152f, -0.003f, 0.0041f), new(0.005f, 0.163f, -0.002f, 0.0040f)]),
            Tube.Along([new(0.015f, 0.138f, -0.012f, 0.0050f), new(0.020f, 0.150f, -0.012f, 0.0047f), new(0.025f, 0.159f, -0.011f, 0.0045f)]),
        ]);
        return new SmoothUnion(0.004f, [Vessels.Opened(arch, new(0.023f, 0.066f, -0.037f), new(-0.09f, -1, -0.12f), 0.0100f), branches])
            .Cut(0.0008f, Tube.Along([new(-0.014f, 0.154f, 0.0036f, 0.0036f), new(-0.017f, 0.164f, 0.0042f, 0.0038f)]))
            .Cut(0.0008f, Tube.Along([new(0.0055f, 0.158f, -0.0025f, 0.0026f), new(0.005f, 0.168f, -0.002f, 0.0028f)]))
            .Cut(0.0008f, Tube.Along([new(0.023f, 0.1555f, -0.0114f, 0.0030f), new(0.026f, 0.164f, -0.0108f, 0.0032f)]));
    }

    private static Field PulmonaryTrunk() => new SmoothUnion(0.005f,
    [
        Tube.Along([new(0.006f, 0.080f, 0.022f, 0.0128f), new(0.012f, 0.096f, 0.021f, 0.0124f), new(0.017f, 0.108f, 0.010f, 0.0118f), new(0.018f, 0.113f, -0.006f, 0.0105f)]),
        Vessels.Opened(Tube.Along([new(0.018f, 0.112f, -0.004f, 0.0095f), new(0.034f, 0.113f, -0.012f, 0.0085f), new(0.050f, 0.110f, -0.018f, 0.0078f)]), new(0.050f, 0.110f, -0.018f), new(1, -0.19f, -0.38f), 0.0078f),
        Vessels.Opened(Tube.Along([new(0.014f, 0.113f, -0.010f, 0.0090f), new(-0.010f, 0.113f, -0.014f, 0.0082f), new(-0.044f, 0.110f, -0.016f, 0.0076f)]), new(-0.044f, 0.110f, -0.016f), new(-1, -0.09f, -0.06f), 0.0076f),
    ]);

    private static Tube OnSurface(Field muscle, Vector3[] path, float radius)
    {
        var points = new Vector4[path.Length];
        for (var i = 0; i < path.Length; i++)
            points[i] = new Vector4(path[i], radius * (1f - 0.5f * i / path.Length));
        return Tube.Along([.. Spline.Sample(points, 5).Select(p =>
            new Vector4(muscle.Project(new Vector3(p.X, p.Y, p.Z), 0.03f, 0.0004f), p.W))], 1);
    }

    private static SurfaceLook Tissue(SurfacePoint p, Field muscle, Field arteries, Field veins, Field aorta, Field pulmonary)
    {
        var q = p.Position;
        var fibre = Noise.Fractal(q * new Vector3(260f, 90f, 260f), 3, 3u);
        var blotch = Noise.Fractal(q * 45f, 3, 5u);
        var red = Rgb.Mix(Rgb.Hex("7A1E1D"), Rgb.Hex("A9453A"), 0.5f + 0.9f * blotch + 0.45f * fibre);
        var look = new SurfaceLook(red, 0.21f + 0.06f * fibre);

        // Fat lies in the grooves beside the coronaries and at the base.
        var axis = Vector3.Normalize(Base - Apex);
        var groove = Smooth.Bump(0f, 0.010f, Vector3.Dot(q - new Vector3(-0.006f, 0.081f, 0f), axis));
        var nearArtery = arteries.Distance(q);
        var ragged = Noise.Fractal(q * 85f, 3, 7u);
        var fat = Smooth.Step(0.0085f, 0.0005f, nearArtery + 0.011f * ragged) * 0.9f
            + groove * Smooth.Step(-0.1f, 0.35f, Noise.Fractal(q * 120f, 3, 9u));
        // Fat lies in lobules with darker clefts.
        var lobule = Noise.Cells(q * 340f, 19u);
        var yellow = Rgb.Mix(Rgb.Hex("C08B4A"), Rgb.Hex("E6C684"), 0.35f + Smooth.Step(0f, 0.35f, lobule.Second - lobule.Nearest) + 0.5f * ragged);
        look = SurfaceLook.Mix(look, new SurfaceLook(yellow, 0.26f), Math.Clamp(fat, 0f, 1f) * 0.8f);

        var onMuscle = muscle.Distance(q);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("4C5E8E"), 0.28f), Smooth.Step(0.0008f, -0.0006f, veins.Distance(q) - onMuscle * 0.2f) * Smooth.Step(0.000f, 0.002f, onMuscle));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(Rgb.Hex("C4463A"), Rgb.Hex("D8806A"), 0.5f + blotch), 0.30f), Smooth.Step(0.0010f, -0.0004f, aorta.Distance(q)));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(Rgb.Hex("5A6CA0"), Rgb.Hex("7F86AE"), 0.5f + blotch), 0.30f), Smooth.Step(0.0010f, -0.0004f, pulmonary.Distance(q)) * Smooth.Step(0.0005f, 0.0025f, onMuscle));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("A81E1C"), 0.25f), Smooth.Step(0.0004f, -0.0001f, nearArtery));

        // Thin surface vessels.
        var thread = MathF.Abs(Noise.Gradient(q * 110f + 0.6f * new Vector3(Noise.Gradient(q * 240f, 21u)), 17u));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("6E1418"), 0.26f), 0.5f * Smooth.Step(0.035f, 0.0f, thread));
        return look with { Color = look.Color * (0.65f + 0.35f * p.Occlusion) };
    }

    private static float Relief(Vector3 p) =>
        0.00016f * Noise.Fractal(p * new Vector3(420f, 150f, 420f), 3, 3u) + 0.00012f * Noise.Gradient(p * 900f, 29u);

    private static void AddVariation(ModelDescription model)
    {
        var axis = Vector3.Normalize(Base - Apex);
        model.Morph("dilated", m =>
        {
            var along = Vector3.Dot(m.Position - Apex, axis);
            var onAxis = Apex + axis * along;
            return m.Position + (m.Position - onAxis) * 0.20f * Smooth.Bump(0.035f, 0.06f, along);
        });
        model.Morph("longer_apex", m => m.Position - axis * 0.016f * Smooth.Step(0.060f, 0.005f, Vector3.Dot(m.Position - Apex, axis)));
        model.Morph("wider_vessels", m => m.Position + m.Normal * 0.0022f * Smooth.Step(0.100f, 0.116f, m.Position.Y));
        model.Morph("systole", m =>
        {
            var along = Vector3.Dot(m.Position - Apex, axis);
            var inward = (Apex + axis * along - m.Position) * 0.12f + axis * 0.006f;
            return m.Position + inward * Smooth.Step(0.075f, 0.045f, along);
        });
        model.Variant("pale", new MaterialChange("Tissue", new Vector3(1f, 0.86f, 0.80f)));
        model.Variant("congested", new MaterialChange("Tissue", new Vector3(0.72f, 0.55f, 0.62f), 0.85f));
        model.Variant("wet", new MaterialChange("Tissue", new Vector3(0.95f, 0.92f, 0.92f), 0.45f));
        model.Variant("specimen", new MaterialChange("Tissue", new Vector3(0.80f, 0.78f, 0.66f)));
    }

    private static void AddLabels(ModelDescription model)
    {
        void Key(string name, float x, float y, float z, float depth) => model.Keypoint(name, "Tissue", new Vector3(x, y, z), depth);
        Key("apex", 0.034f, -0.003f, 0.018f, 0.012f);
        Key("aortic_arch_top", 0.006f, 0.149f, -0.004f, 0.015f);
        Key("brachiocephalic_end", -0.016f, 0.165f, 0.004f, 0.010f);
        Key("left_carotid_end", 0.005f, 0.167f, -0.002f, 0.008f);
        Key("left_subclavian_end", 0.025f, 0.164f, -0.011f, 0.008f);
        Key("superior_vena_cava_end", -0.027f, 0.130f, -0.001f, 0.015f);
        Key("inferior_vena_cava_end", -0.028f, 0.036f, -0.038f, 0.015f);
        Key("pulmonary_trunk_front", 0.010f, 0.092f, 0.036f, 0.012f);
        Key("left_pulmonary_artery_end", 0.052f, 0.117f, -0.018f, 0.012f);
        Key("right_pulmonary_artery_end", -0.044f, 0.117f, -0.016f, 0.012f);
        Key("right_auricle_tip", -0.007f, 0.098f, 0.031f, 0.010f);
        Key("left_auricle_tip", 0.026f, 0.091f, 0.021f, 0.010f);
        Key("left_anterior_descending_middle", 0.017f, 0.054f, 0.036f, 0.010f);
        Key("right_coronary_bend", -0.036f, 0.066f, 0.022f, 0.010f);
        Key("left_margin", 0.045f, 0.060f, -0.004f, 0.012f);
        model.Chain("aortic_arch_top", "brachiocephalic_end");
        model.Chain("aortic_arch_top", "left_carotid_end");
        model.Chain("aortic_arch_top", "left_subclavian_end");
        model.Chain("aortic_arch_top", "pulmonary_trunk_front", "left_anterior_descending_middle", "apex");
        model.Chain("superior_vena_cava_end", "right_auricle_tip", "right_coronary_bend", "apex");
        model.Chain("pulmonary_trunk_front", "left_auricle_tip", "left_margin", "apex");
        model.Part("heart", "Heart");
    }
}
