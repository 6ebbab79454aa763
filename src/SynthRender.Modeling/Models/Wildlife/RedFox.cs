using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;
using static SynthRender.Modeling.Models.Wildlife.Anatomy;

namespace SynthRender.Modeling.Models.Wildlife;

/// <summary>A red fox, 0.4 m at the shoulder: black stockings, white throat, a brush with a white tip.</summary>
public sealed class RedFox : IModel
{
    private static readonly Quadruped Frame = new()
    {
        Hips = new(0, 0.345f, -0.19f), Spine = new(0, 0.345f, -0.06f), Chest = new(0, 0.345f, 0.07f), Neck = new(0, 0.365f, 0.185f),
        Nape = new(0, 0.42f, 0.235f), Head = new(0, 0.475f, 0.275f), Jaw = new(0, 0.452f, 0.305f), Ear = new(0.034f, 0.515f, 0.270f),
        Tail = [new(0, 0.345f, -0.265f), new(0, 0.285f, -0.385f), new(0, 0.215f, -0.505f)], Arm = new(0.052f, 0.335f, 0.135f), Forearm = new(0.052f, 0.225f, 0.120f),
        Cannon = new(0.047f, 0.100f, 0.140f), Hand = new(0.047f, 0.038f, 0.140f), Thigh = new(0.045f, 0.335f, -0.195f),
        Shin = new(0.056f, 0.235f, -0.140f), Hock = new(0.048f, 0.135f, -0.245f), Foot = new(0.048f, 0.038f, -0.230f), Stride = 20f, CycleSeconds = 0.8f,
    };

    /// <inheritdoc/>
    public string Name => "red_fox";

    /// <inheritdoc/>
    public string Family => "wildlife";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "wildlife") { OcclusionReach = 0.08f };
        Frame.AddSkeleton(model);
        model.Material("Fur");
        model.Material("Eye");
        Add(model, "Fur", BodyField(), BodyFlesh(), Fur, FurRelief, 0.0040f, 12000, 1f);
        foreach (var side in Quadruped.Sides)
            Add(model, side + "Eye", new Ball(new((side == "Left" ? 1f : -1f) * 0.0245f, 0.4925f, 0.3290f), 0.0088f), Rigid("Head"), EyeLook, null, 0.0018f, 160, 0.8f, "Eye");
        AddVariation(model);
        AddLabels(model);
        Frame.AddJointsAndParts(model);
        Frame.AddWalk(model);
        Frame.AddGraze(model, "sniff", 70f, 34f);
        Frame.AddLookAround(model);
        return model;
    }

    private static Field[] Torso() =>
    [
        Narrow(Cone(0, 0.338f, -0.215f, 0.070f, 0, 0.330f, -0.07f, 0.074f), 0.84f),
        Narrow(Cone(0, 0.330f, -0.08f, 0.074f, 0, 0.322f, 0.06f, 0.083f), 0.84f),
        Narrow(Cone(0, 0.322f, 0.06f, 0.083f, 0, 0.330f, 0.155f, 0.078f), 0.82f),
    ];

    private static Field[] NeckShapes() =>
    [
        Narrow(Cone(0, 0.345f, 0.165f, 0.074f, 0, 0.415f, 0.225f, 0.062f), 0.86f), Narrow(Cone(0, 0.410f, 0.222f, 0.062f, 0, 0.462f, 0.262f, 0.053f), 0.90f),
    ];

    private static Field[] HeadShapes() =>
    [
        Cone(0, 0.482f, 0.278f, 0.046f, 0, 0.484f, 0.305f, 0.042f),
        Cone(0.022f, 0.462f, 0.285f, 0.034f, 0.050f, 0.452f, 0.276f, 0.012f).MirrorX(0.02f),
        Narrow(Cone(0, 0.474f, 0.318f, 0.029f, 0, 0.456f, 0.408f, 0.0125f), 0.86f),
        new Ball(new(0, 0.4565f, 0.4190f), 0.0090f),
    ];

    private static Field JawShape() => Narrow(Cone(0, 0.455f, 0.300f, 0.025f, 0, 0.441f, 0.388f, 0.0080f), 0.8f);

    private static Field EarShape() => new SmoothUnion(0.01f,
        [Cone(0.034f, 0.512f, 0.268f, 0.017f, 0.043f, 0.542f, 0.266f, 0.0195f), Cone(0.043f, 0.542f, 0.266f, 0.0195f, 0.050f, 0.598f, 0.262f, 0.003f)])
        .Stretch(new(0, 0, 0.266f), new Vector3(1f, 1f, 0.62f)).Cut(0.003f, Cone(0.041f, 0.530f, 0.2825f, 0.0130f, 0.049f, 0.580f, 0.272f, 0.0050f));

    private static Field[] TailShapes() =>
    [
        Tube.Along([new(0, 0.350f, -0.250f, 0.034f), new(0, 0.325f, -0.325f, 0.040f), new(0, 0.285f, -0.390f, 0.052f)], 4),
        Tube.Along([new(0, 0.285f, -0.390f, 0.052f), new(0, 0.250f, -0.450f, 0.059f), new(0, 0.215f, -0.510f, 0.060f)], 4),
        Tube.Along([new(0, 0.215f, -0.510f, 0.060f), new(0, 0.182f, -0.575f, 0.050f), new(0, 0.158f, -0.640f, 0.014f)], 4),
    ];

    private static Dictionary<string, Field[]> Legs() => new()
    {
        ["Arm"] = [Narrow(Cone(0.056f, 0.330f, 0.130f, 0.050f, 0.062f, 0.265f, 0.155f, 0.036f), 0.85f), Cone(0.058f, 0.265f, 0.150f, 0.036f, 0.053f, 0.222f, 0.122f, 0.0265f)],
        ["Forearm"] = [Cone(0.053f, 0.225f, 0.125f, 0.026f, 0.047f, 0.105f, 0.140f, 0.0165f)],
        ["Cannon"] = [Cone(0.047f, 0.102f, 0.140f, 0.0165f, 0.047f, 0.042f, 0.142f, 0.0150f)],
        ["Hand"] = [Cone(0.047f, 0.034f, 0.142f, 0.0160f, 0.047f, 0.0145f, 0.172f, 0.0145f), Cone(0.0385f, 0.0125f, 0.178f, 0.0100f, 0.0385f, 0.0105f, 0.186f, 0.0090f), Cone(0.0555f, 0.0125f, 0.178f, 0.0100f, 0.0555f, 0.0105f, 0.186f, 0.0090f)],
        ["Thigh"] = [Narrow(Cone(0.050f, 0.335f, -0.205f, 0.064f, 0.064f, 0.245f, -0.165f, 0.044f), 0.80f), Narrow(Cone(0.050f, 0.300f, -0.235f, 0.046f, 0.058f, 0.235f, -0.205f, 0.032f), 0.80f)],
        ["Shin"] = [Cone(0.058f, 0.240f, -0.155f, 0.038f, 0.049f, 0.140f, -0.235f, 0.0180f), Cone(0.054f, 0.205f, -0.205f, 0.024f, 0.048f, 0.145f, -0.252f, 0.0100f)],
        ["Hock"] = [Cone(0.048f, 0.140f, -0.248f, 0.0150f, 0.048f, 0.045f, -0.232f, 0.0145f)],
        ["Foot"] = [Cone(0.048f, 0.034f, -0.230f, 0.0155f, 0.048f, 0.0145f, -0.198f, 0.0145f), Cone(0.0400f, 0.0125f, -0.192f, 0.0095f, 0.0400f, 0.0105f, -0.184f, 0.0088f), Cone(0.0560f, 0.0125f, -0.192f, 0.0095f, 0.0560f, 0.0105f, -0.184f, 0.0088f)],
    };

    private static Field BodyField()
    {
        var torso = new SmoothUnion(0.025f, [.. Torso(), .. NeckShapes()]);
        var front = new SmoothUnion(0.007f, Legs().Take(4).SelectMany(l => l.Value)).MirrorX();
        var hind = new SmoothUnion(0.008f, Legs().Skip(4).SelectMany(l => l.Value)).MirrorX();
        var head = new SmoothUnion(0.012f, HeadShapes()).Join(0.005f, JawShape()).Join(0.005f, new Ball(new(0.0205f, 0.4945f, 0.3255f), 0.0115f).MirrorX())
            .Join(0.004f, EarShape().MirrorX());
        return torso.Join(0.024f, front).Join(0.026f, hind).Join(0.016f, head).Join(0.02f, new SmoothUnion(0.01f, TailShapes()))
            .Raise(Shag, 0.0055f, 0.5f);
    }

    private static float Shag(Vector3 p)
    {
        var tuft = Noise.Fractal(p * new Vector3(75f, 45f, 40f), 3, 61u);
        var bushy = 0.35f + 0.65f * Smooth.Step(-0.30f, -0.40f, p.Z) + 0.6f * Smooth.Step(0.10f, 0.16f, p.Z) * Smooth.Step(0.27f, 0.22f, p.Z) * Smooth.Step(0.24f, 0.30f, p.Y);
        return 0.0055f * tuft * MathF.Min(1f, bushy) * Smooth.Step(0.16f, 0.24f, p.Y + 0.3f * Smooth.Step(-0.25f, -0.35f, p.Z)) * Smooth.Step(0.300f, 0.270f, p.Z);
    }

    private static Flesh BodyFlesh()
    {
        var flesh = new Flesh();
        var torso = Torso();
        flesh.Add("Hips", torso[0], 0.05f).Add("Spine", torso[1], 0.05f).Add("Chest", torso[2], 0.05f);
        flesh.Add("Neck", NeckShapes()[0], 0.04f).Add("Nape", NeckShapes()[1], 0.035f);
        foreach (var shape in HeadShapes())
            flesh.Add("Head", shape, 0.022f);
        flesh.Add("Jaw", JawShape(), 0.010f);
        for (var i = 0; i < 3; i++)
            flesh.Add(Quadruped.TailName(i), TailShapes()[i], 0.03f);
        Quadruped.AddBoth(flesh, "Ear", EarShape(), 0.010f);
        foreach (var (bone, shapes) in Legs())
            foreach (var shape in shapes)
                Quadruped.AddBoth(flesh, bone, shape, bone is "Arm" or "Thigh" ? 0.035f : bone is "Forearm" or "Shin" ? 0.016f : 0.010f);
        return flesh;
    }

    private static SurfaceLook Fur(SurfacePoint s)
    {
        var p = s.Position;
        var strand = Strands(p);
        var cloud = Noise.Fractal(p * 14f, 3, 3u);
        var coat = Rgb.Mix(Rgb.Hex("A8501C"), Rgb.Hex("D07A34"), 0.5f + 0.5f * cloud + 0.4f * strand);
        var side = MathF.Abs(p.X);
        coat = Rgb.Mix(coat, Rgb.Hex("8A3F18"), 0.5f * Smooth.Step(0.6f, 0.95f, s.Normal.Y) * Smooth.Step(0.20f, 0.12f, p.Z));
        var white = Rgb.Mix(Rgb.Hex("D8CFC2"), Rgb.Hex("F4EFE6"), 0.5f + strand);
        // Throat, chest and cheeks are white, the belly greyish.
        var throat = Smooth.Step(0.08f, 0.19f, p.Z) * Smooth.Step(0.02f, -0.35f, s.Normal.Y + 0.25f * cloud) * Smooth.Step(0.22f, 0.26f, p.Y) * Smooth.Step(0.055f, 0.04f, side - 0.02f * Smooth.Step(0.40f, 0.44f, p.Y));
        coat = Rgb.Mix(coat, white, 0.95f * throat);
        var belly = Smooth.Step(-0.45f, -0.85f, s.Normal.Y) * Smooth.Step(0.23f, 0.26f, p.Y) * Smooth.Step(0.15f, 0.08f, p.Z) * Smooth.Step(-0.30f, -0.22f, p.Z);
        coat = Rgb.Mix(coat, Rgb.Hex("B9A894"), 0.7f * belly);
        var legs = p.Z > -0.30f ? Smooth.Step(0.185f, 0.120f, p.Y + 0.02f * strand) : 0f;
        coat = Rgb.Mix(coat, Rgb.Mix(Rgb.Hex("17120F"), Rgb.Hex("35281F"), 0.5f + strand), 0.95f * legs);
        if (p.Z < -0.28f)
        {
            coat = Rgb.Mix(coat, Rgb.Hex("5A2E18"), 0.35f * Smooth.Step(-0.40f, -0.55f, p.Z) * (0.5f + strand));
            coat = Rgb.Mix(coat, white, Smooth.Step(-0.560f, -0.585f, p.Z + 0.02f * strand));
        }

        if (p.Z > 0.22f && p.Y > 0.36f)
            coat = Face(s, coat, white, strand);
        return new SurfaceLook(coat * (0.85f + 0.15f * strand) * (0.6f + 0.4f * s.Occlusion), p.Z > 0.418f ? 0.3f : 0.8f);
    }

    private static Vector3 Face(SurfacePoint s, Vector3 coat, Vector3 white, float strand)
    {
        var p = s.Position;
        var side = MathF.Abs(p.X);
        // White runs from the lips over the cheeks, below a line that rises to the back.
        var cheek = Smooth.Step(0.225f, 0.265f, p.Z + 0.006f * strand) * Smooth.Step(0.40f, 0.435f, p.Y) * Smooth.Step(0.006f, -0.006f, p.Y - (0.4555f + 0.10f * MathF.Max(0f, 0.36f - p.Z) - 0.12f * MathF.Max(0f, 0.31f - p.Z)) + 0.004f * strand);
        coat = Rgb.Mix(coat, white, 0.95f * cheek);
        var eye = (new Vector3(side, p.Y, p.Z) - new Vector3(0.0255f, 0.4925f, 0.3310f)).Length();
        coat = Rgb.Mix(coat, Rgb.Hex("1A110C"), Smooth.Step(0.0135f, 0.0100f, eye));
        // The dark tear line from the eye toward the nose.
        var tear = Smooth.Bump(0.481f - 0.25f * (p.Z - 0.335f), 0.006f, p.Y) * Smooth.Bump(0.355f, 0.024f, p.Z) * Smooth.Step(0.008f, 0.013f, side);
        coat = Rgb.Mix(coat, Rgb.Hex("4A2A18"), 0.6f * tear);
        if (p.Y > 0.520f)
        {
            var ear = Smooth.Step(0.520f, 0.545f, p.Y);
            coat = Rgb.Mix(coat, s.Normal.Z > 0.05f ? Rgb.Mix(white, Rgb.Hex("C9A98E"), 0.5f) : Rgb.Hex("1B1512"), ear * (s.Normal.Z > 0.05f ? 0.8f : 0.92f));
        }

        return Rgb.Mix(coat, Rgb.Hex("0E0B0A"), Smooth.Step(0.4135f, 0.4175f, p.Z));
    }

    private static SurfaceLook EyeLook(SurfacePoint s)
    {
        var axis = Vector3.Normalize(new Vector3(s.Position.X > 0 ? 0.55f : -0.55f, 0.12f, 0.82f));
        var centre = new Vector3(s.Position.X > 0 ? 0.0245f : -0.0245f, 0.4925f, 0.3290f);
        var facing = Vector3.Dot(Vector3.Normalize(s.Position - centre), axis);
        return new SurfaceLook(facing > 0.93f ? new Vector3(0.01f) : facing > 0.62f ? Rgb.Hex("B5762A") : new Vector3(0.02f, 0.014f, 0.01f), 0.08f);
    }

    private static float Strands(Vector3 p)
    {
        var q = p + new Vector3(0.006f * Noise.Gradient(p * 26f, 71u));
        return Noise.Fractal(q * (p.Y < 0.20f && p.Z > -0.3f ? new Vector3(520f, 120f, 520f) : new Vector3(420f, 260f, 95f)), 2, 73u);
    }

    private static float FurRelief(Vector3 p) => (p.Z > 0.412f ? 0.00005f : 0.0007f) * Strands(p);

    private static void AddVariation(ModelDescription model)
    {
        model.Morph("bushy_tail", m => m.Solid == "Fur" && m.Position.Z < -0.28f ? m.Position + m.Normal * 0.018f * Smooth.Step(-0.28f, -0.40f, m.Position.Z) : m.Position);
        model.Morph("thin_tail", m => m.Solid == "Fur" && m.Position.Z < -0.28f ? m.Position - m.Normal * 0.020f * Smooth.Step(-0.28f, -0.40f, m.Position.Z) * Smooth.Step(-0.64f, -0.58f, m.Position.Z) : m.Position);
        model.Morph("winter_bulk", m => m.Solid == "Fur" ? m.Position + m.Normal * 0.016f * Bulk(m.Position) : m.Position);
        model.Morph("lean", m => m.Solid == "Fur" ? m.Position - m.Normal * 0.012f * Bulk(m.Position) : m.Position);
        model.Morph("large_ears", m => m.Solid == "Fur" && m.Position.Y > 0.520f ? new Vector3(m.Position.X, 0.520f + (m.Position.Y - 0.520f) * 1.35f, m.Position.Z) : m.Position);
        model.Variant("silver", new MaterialChange("Fur", new Vector3(0.22f, 0.30f, 0.40f)));
        model.Variant("pale", new MaterialChange("Fur", new Vector3(1f, 0.95f, 0.85f)));
        model.Variant("wet", new MaterialChange("Fur", new Vector3(0.55f, 0.52f, 0.5f), 0.5f));
        model.Variant("dark", new MaterialChange("Fur", new Vector3(0.60f, 0.50f, 0.45f)));
    }

    private static float Bulk(Vector3 p) => Smooth.Step(-0.30f, -0.22f, p.Z) * Smooth.Step(0.25f, 0.17f, p.Z) * Smooth.Step(0.21f, 0.28f, p.Y);

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("nose", "Fur", new(0, 0.457f, 0.428f), 0.02f);
        model.KeypointPair("eye", "LeftEye", new(0.0300f, 0.4935f, 0.3360f), 0.015f, "RightEye");
        model.KeypointPair("ear_tip", "Fur", new(0.050f, 0.600f, 0.262f), 0.015f);
        model.Keypoint("withers", "Fur", new(0, 0.405f, 0.10f), 0.04f);
        model.Keypoint("rump", "Fur", new(0, 0.407f, -0.21f), 0.04f);
        model.Keypoint("tail_root", "Fur", new(0, 0.388f, -0.275f), 0.03f);
        model.Keypoint("tail_middle", "Fur", new(0, 0.302f, -0.478f), 0.04f);
        model.Keypoint("tail_tip", "Fur", new(0, 0.152f, -0.653f), 0.03f);
        model.KeypointPair("elbow", "Fur", new(0.073f, 0.225f, 0.112f), 0.04f);
        model.KeypointPair("wrist", "Fur", new(0.047f, 0.103f, 0.157f), 0.03f);
        model.KeypointPair("front_paw", "Fur", new(0.047f, 0.008f, 0.194f), 0.02f);
        model.KeypointPair("knee", "Fur", new(0.092f, 0.245f, -0.130f), 0.04f);
        model.KeypointPair("hock", "Fur", new(0.048f, 0.146f, -0.264f), 0.03f);
        model.KeypointPair("hind_paw", "Fur", new(0.048f, 0.008f, -0.176f), 0.02f);
        model.Chain("nose", "withers", "rump", "tail_root", "tail_middle", "tail_tip");
        foreach (var side in (string[])["left_", "right_"])
        {
            model.Chain("nose", side + "eye", side + "ear_tip");
            model.Chain("withers", side + "elbow", side + "wrist", side + "front_paw");
            model.Chain("rump", side + "knee", side + "hock", side + "hind_paw");
        }
    }
}
