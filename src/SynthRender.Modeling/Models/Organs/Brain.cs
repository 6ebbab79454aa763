using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Organs;

/// <summary>A brain: two folded hemispheres with temporal lobes, the cerebellum with its fine leaves, the brain stem.</summary>
public sealed class Brain : IModel
{
    private static readonly Labyrinth Furrows = new(0.0210f, 61u);

    /// <inheritdoc/>
    public string Name => "brain";

    /// <inheritdoc/>
    public string Family => "organs";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "organ") { OcclusionReach = 0.010f };
        model.Node("Brain", null, 0, 0, 0);
        model.Material("Tissue");
        var cerebellum = Cerebellum(1f);
        var stem = Stem();
        model.Solids.Add(new Solid
        {
            Name = "Tissue",
            Material = "Tissue",
            Node = "Brain",
            Field = Cerebrum(1f).Join(0.003f, cerebellum).Join(0.004f, stem),
            MeshField = Cerebrum(0.8f).Join(0.003f, Cerebellum(0.3f)).Join(0.004f, stem),
            Look = s => Tissue(s, cerebellum, stem),
            Relief = p => 0.00012f * Noise.Fractal(p * 420f, 3, 3u),
            Cell = 0.0017f,
            Triangles = 16000,
            WearScale = 0.0035f,
        });
        var centre = new Vector3(0, 0.085f, 0);
        model.Morph("long_skull", m => centre + (m.Position - centre) * new Vector3(0.95f, 0.97f, 1.10f));
        model.Morph("round_skull", m => centre + (m.Position - centre) * new Vector3(1.08f, 1.04f, 0.93f));
        model.Morph("atrophied", m => m.Position - m.Normal * 0.0016f * Smooth.Step(-0.2f, 0.6f, Vector3.Dot(m.Normal, Vector3.Normalize(m.Position - centre))));
        model.Morph("full_temporal_lobes", m => m.Position + new Vector3(MathF.Sign(m.Position.X) * 0.007f, -0.003f, 0.004f) * Smooth.Bump(0.050f, 0.026f, m.Position.Y) * Smooth.Step(0.024f, 0.044f, MathF.Abs(m.Position.X)));
        model.Variant("fresh", new MaterialChange("Tissue", new Vector3(1f, 0.86f, 0.84f), 0.75f));
        model.Variant("fixed", new MaterialChange("Tissue", new Vector3(0.86f, 0.92f, 0.84f)));
        model.Variant("grey", new MaterialChange("Tissue", new Vector3(0.72f, 0.80f, 0.84f)));
        model.Variant("congested", new MaterialChange("Tissue", new Vector3(0.86f, 0.58f, 0.56f), 0.8f));
        AddLabels(model);
        return model;
    }

    private static Field Cerebrum(float depth)
    {
        // Nearly round across, flat where the halves face each other.
        var half = new SmoothUnion(0.022f,
        [
            new Ellipsoid(new(0.017f, 0.093f, -0.006f), new(0.0525f, 0.0500f, 0.081f)),
            new Ellipsoid(new(0.018f, 0.085f, 0.038f), new(0.0400f, 0.0370f, 0.044f)),
            new Ellipsoid(new(0.016f, 0.082f, -0.054f), new(0.0360f, 0.0340f, 0.034f)),
        ]).Join(0.008f, new RoundCone(new(0.044f, 0.056f, 0.032f), new(0.045f, 0.060f, -0.032f), 0.0205f, 0.0195f));
        var whole = half.MirrorX(0.004f).Cut(0.010f, new Ellipsoid(new(0, 0.036f, 0.004f), new(0.024f, 0.016f, 0.040f)));
        return whole.Cut(0.005f, new RoundBox(new(0, 0.135f, 0), new(0.0009f, 0.065f, 0.12f), 0.0008f)).Raise(p => depth * Fold(p), 0.0048f, 1.6f);
    }

    // Furrows about a gyrus apart, sharp at the bottom, the gyri between them round.
    private static float Fold(Vector3 p)
    {
        var bent = p + 0.004f * new Vector3(Noise.Gradient(p * 38f, 31u), Noise.Gradient(p * 38f, 41u), Noise.Gradient(p * 38f, 51u));
        var side = Furrows.Distance(bent);
        var temporal = MathF.Abs(bent.Y - 0.0750f + 0.24f * (bent.Z - 0.01f) + 0.003f * Noise.Gradient(p * 30f, 71u)) + 0.02f * Smooth.Step(0.046f, 0.036f, MathF.Abs(p.X))
            + 0.02f * Smooth.Step(-0.015f, -0.035f, p.Z);
        var slope = 1f - Math.Clamp(MathF.Min(side, temporal) / 0.0045f, 0f, 1f);
        return 0.0010f - 0.0036f * slope * slope;
    }

    private static Field Cerebellum(float depth)
    {
        var lobe = new Ellipsoid(new(0.023f, 0.040f, -0.052f), new(0.029f, 0.0235f, 0.0275f)).MirrorX(0.010f);
        return lobe.Raise(p => depth * (0.0009f * MathF.Sin(Leaf(p)) - 0.0006f), 0.0016f, 0.9f);
    }

    private static float Leaf(Vector3 p) => (p.Y * 1.0f - 0.35f * MathF.Abs(p.X) - 0.25f * p.Z + 0.0012f * Noise.Gradient(p * 120f, 81u)) * 1500f;

    private static Field Stem() => Tube.Along(
    [
        new(0, 0.068f, -0.008f, 0.0135f), new(0, 0.046f, -0.014f, 0.0150f), new(0, 0.030f, -0.021f, 0.0120f), new(0, 0.008f, -0.028f, 0.0085f), new(0, -0.016f, -0.031f, 0.0072f),
    ], 6);

    private static SurfaceLook Tissue(SurfacePoint s, Field cerebellum, Field stem)
    {
        var q = s.Position;
        var blotch = Noise.Fractal(q * 36f, 3, 5u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("D3968C"), Rgb.Hex("EBC3B4"), 0.5f + blotch), 0.24f + 0.06f * blotch);
        var onCerebellum = Smooth.Step(0.001f, -0.0005f, cerebellum.Distance(q));
        var onStem = Smooth.Step(0.0012f, -0.0004f, stem.Distance(q));
        // 1 on the crest of a gyrus, 0 at the bottom of a furrow.
        var crest = Math.Clamp(1f + (Fold(q) - 0.0010f) / 0.0036f, 0f, 1f);
        var deep = (1f - onCerebellum) * (1f - onStem) * (1f - crest);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("8E3B3B"), 0.32f), 0.8f * deep * deep + 0.5f * Smooth.Step(0.6f, 0.3f, s.Occlusion));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("A5272C"), 0.2f), 0.75f * Vessels.Net(q, 62f));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("7A2A45"), 0.2f), 0.45f * Vessels.Net(q + new Vector3(0.31f), 110f));
        look = SurfaceLook.Mix(look, look with { Color = look.Color * new Vector3(0.86f, 0.70f, 0.67f) }, onCerebellum);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(Rgb.Hex("DCC3A6"), Rgb.Hex("EFE0C8"), 0.5f + blotch), 0.3f), onStem);
        return look with { Color = look.Color * (0.7f + 0.3f * s.Occlusion) };
    }

    private static void AddLabels(ModelDescription model)
    {
        model.KeypointPair("frontal_pole", "Tissue", new(0.022f, 0.088f, 0.085f), 0.015f);
        model.KeypointPair("occipital_pole", "Tissue", new(0.022f, 0.085f, -0.088f), 0.015f);
        model.KeypointPair("temporal_pole", "Tissue", new(0.044f, 0.056f, 0.051f), 0.015f);
        model.KeypointPair("parietal_top", "Tissue", new(0.028f, 0.142f, -0.010f), 0.015f);
        model.KeypointPair("lateral", "Tissue", new(0.066f, 0.094f, -0.004f), 0.015f);
        model.KeypointPair("cerebellum_side", "Tissue", new(0.053f, 0.040f, -0.052f), 0.015f);
        model.Keypoint("cerebellum_back", "Tissue", new(0.012f, 0.038f, -0.078f), 0.015f);
        model.Keypoint("stem_front", "Tissue", new(0, 0.046f, 0.001f), 0.015f);
        model.Keypoint("stem_end", "Tissue", new(0, -0.023f, -0.032f), 0.015f);
        foreach (var side in (string[])["left_", "right_"])
        {
            model.Chain(side + "frontal_pole", side + "parietal_top", side + "occipital_pole", side + "cerebellum_side");
            model.Chain(side + "frontal_pole", side + "temporal_pole", side + "lateral", side + "parietal_top");
        }

        model.Chain("cerebellum_back", "stem_front", "stem_end");
        model.Part("brain", "Brain");
    }
}
