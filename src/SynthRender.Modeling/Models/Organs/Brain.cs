using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Organs;

/// <summary>A brain: two folded hemispheres with temporal lobes, the cerebellum with its fine leaves, the brain stem.</summary>
public sealed class Brain : IModel
{
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
            MeshField = Cerebrum(0.45f).Join(0.003f, Cerebellum(0.3f)).Join(0.004f, stem),
            Look = s => Tissue(s, cerebellum, stem),
            Relief = p => 0.00012f * Noise.Fractal(p * 420f, 3, 3u),
            Cell = 0.0017f,
            Triangles = 14000,
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
        var half = new SmoothUnion(0.018f,
        [
            new Ellipsoid(new(0.031f, 0.094f, -0.004f), new(0.0345f, 0.047f, 0.082f)),
            new Ellipsoid(new(0.030f, 0.085f, 0.040f), new(0.030f, 0.038f, 0.044f)),
            new Ellipsoid(new(0.028f, 0.080f, -0.052f), new(0.029f, 0.034f, 0.036f)),
        ]).Join(0.006f, new RoundCone(new(0.044f, 0.058f, 0.030f), new(0.043f, 0.062f, -0.030f), 0.0205f, 0.0190f));
        var whole = half.MirrorX(0.002f);
        // The fissure between the hemispheres, and the furrow over each temporal lobe.
        return whole.Cut(0.005f, new RoundBox(new(0, 0.135f, 0), new(0.0011f, 0.062f, 0.11f), 0.001f)).Raise(p => depth * Fold(p), 0.0048f, 0.9f);
    }

    // Sulci run where a bent noise is zero: long winding valleys about a gyrus apart.
    private static float Fold(Vector3 p)
    {
        var side = p.X >= 0f ? 1u : 2u;
        var q = p * 44f;
        var bent = q + 0.55f * new Vector3(Noise.Gradient(q * 0.9f, 31u + side), Noise.Gradient(q * 0.9f, 41u + side), Noise.Gradient(q * 0.9f, 51u + side));
        var n = Noise.Gradient(bent, 61u + side);
        var m = Noise.Gradient(bent * 1.7f + new Vector3(5f), 71u + side);
        var main = Smooth.Step(0.24f, 0.0f, MathF.Abs(n));
        var minor = Smooth.Step(0.20f, 0.0f, MathF.Abs(m)) * Smooth.Step(0.16f, 0.34f, MathF.Abs(n));
        var temporal = Smooth.Bump(0.0765f - 0.10f * (p.Z - 0.01f), 0.0045f, p.Y) * Smooth.Step(0.038f, 0.050f, MathF.Abs(p.X)) * Smooth.Step(-0.035f, -0.015f, p.Z);
        return 0.0012f - 0.0046f * MathF.Max(MathF.Max(main, 0.75f * minor), temporal);
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
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("CF9689"), Rgb.Hex("E7BFAE"), 0.5f + blotch), 0.34f + 0.06f * blotch);
        var deep = Smooth.Step(0.0f, -0.45f, s.Convexity) * 0.6f + Smooth.Step(0.75f, 0.35f, s.Occlusion) * 0.6f;
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("8C3A38"), 0.4f), Math.Clamp(deep, 0f, 0.85f));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("A02F30"), 0.28f), 0.65f * Vessels.Net(q, 95f));
        look = SurfaceLook.Mix(look, look with { Color = look.Color * new Vector3(0.90f, 0.78f, 0.74f) }, Smooth.Step(0.001f, -0.0005f, cerebellum.Distance(q)));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(Rgb.Hex("DCC3A6"), Rgb.Hex("EFE0C8"), 0.5f + blotch), 0.36f), Smooth.Step(0.0012f, -0.0004f, stem.Distance(q)));
        return look;
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
