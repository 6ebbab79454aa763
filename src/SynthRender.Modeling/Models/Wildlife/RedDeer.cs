using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;
using static SynthRender.Modeling.Models.Wildlife.Anatomy;

namespace SynthRender.Modeling.Models.Wildlife;

/// <summary>A red deer stag, 1.25 m at the withers, with a neck mane and twelve-point antlers.</summary>
public sealed class RedDeer : IModel
{
    private static readonly Quadruped Frame = new()
    {
        Hips = new(0, 1.08f, -0.46f), Spine = new(0, 1.08f, -0.16f), Chest = new(0, 1.08f, 0.18f), Neck = new(0, 1.10f, 0.46f),
        Nape = new(0, 1.36f, 0.66f), Head = new(0, 1.605f, 0.82f), Jaw = new(0, 1.56f, 0.88f), Ear = new(0.062f, 1.655f, 0.805f),
        Tail = [new(0, 1.12f, -0.70f)], Arm = new(0.125f, 1.06f, 0.38f), Forearm = new(0.125f, 0.77f, 0.35f),
        Cannon = new(0.115f, 0.44f, 0.385f), Hand = new(0.115f, 0.15f, 0.375f), Thigh = new(0.10f, 1.02f, -0.48f),
        Shin = new(0.13f, 0.80f, -0.37f), Hock = new(0.115f, 0.53f, -0.645f), Foot = new(0.115f, 0.16f, -0.605f),
    };

    /// <inheritdoc/>
    public string Name => "red_deer";

    /// <inheritdoc/>
    public string Family => "wildlife";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "wildlife") { OcclusionReach = 0.25f };
        Frame.AddSkeleton(model);
        model.Material("Fur");
        model.Material("Antler");
        model.Material("Hoof");
        model.Material("Eye");
        var flesh = Flesh();
        Add(model, "Fur", BodyField(), flesh, Fur, FurRelief, 0.0105f, 11000, 1f);
        Add(model, "Antler", Antler().MirrorX(), Rigid("Head"), AntlerLook, p => 0.0012f * Noise.Fractal(p * new Vector3(160f, 40f, 160f), 3, 9u), 0.0050f, 3200, 0.8f);
        foreach (var side in Quadruped.Sides)
        {
            var sign = side == "Left" ? 1f : -1f;
            Add(model, side + "Hand", Hoof(new Vector3(sign * 0.115f, 0, 0.405f)), Rigid(side + "Hand"), HoofLook, null, 0.0050f, 260, 0.6f, "Hoof");
            Add(model, side + "Foot", Hoof(new Vector3(sign * 0.115f, 0, -0.565f)), Rigid(side + "Foot"), HoofLook, null, 0.0050f, 260, 0.6f, "Hoof");
            Add(model, side + "Eye", new Ball(new(sign * 0.0560f, 1.598f, 0.905f), 0.0185f), Rigid("Head"),
                _ => new SurfaceLook(new Vector3(0.012f, 0.008f, 0.006f), 0.08f), null, 0.0035f, 160, 0.7f, "Eye");
        }

        AddVariation(model);
        AddLabels(model);
        Frame.AddJointsAndParts(model);
        model.Part("antlers", "Head");
        Frame.AddWalk(model);
        Frame.AddGraze(model, "graze", 80f, 40f);
        Frame.AddLookAround(model);
        return model;
    }

    private static Field[] Torso() =>
    [
        Narrow(new RoundCone(new(0, 1.030f, -0.52f), new(0, 0.995f, -0.20f), 0.190f, 0.212f), 0.86f),
        Narrow(new RoundCone(new(0, 0.990f, -0.22f), new(0, 0.968f, 0.12f), 0.216f, 0.248f), 0.86f),
        Narrow(new RoundCone(new(0, 0.968f, 0.12f), new(0, 0.990f, 0.40f), 0.248f, 0.225f), 0.82f),
        Narrow(new RoundCone(new(0, 1.13f, 0.08f), new(0, 1.15f, 0.34f), 0.085f, 0.095f), 0.7f),
    ];

    private static Field[] NeckShapes() =>
    [
        Narrow(new RoundCone(new(0, 1.02f, 0.43f), new(0, 1.32f, 0.630f), 0.215f, 0.150f), 0.76f),
        Narrow(new RoundCone(new(0, 1.30f, 0.62f), new(0, 1.560f, 0.780f), 0.148f, 0.094f), 0.80f),
    ];

    private static Field[] HeadShapes() =>
    [
        Narrow(new RoundCone(new(0, 1.603f, 0.835f), new(0, 1.585f, 0.915f), 0.080f, 0.068f), 0.90f),
        Narrow(new RoundCone(new(0, 1.588f, 0.91f), new(0, 1.490f, 1.105f), 0.062f, 0.040f), 0.82f),
        new RoundCone(new(0, 1.481f, 1.105f), new(0, 1.476f, 1.122f), 0.036f, 0.034f),
        Narrow(new RoundCone(new(0, 1.555f, 0.865f), new(0, 1.540f, 0.94f), 0.062f, 0.048f), 0.80f),
    ];

    private static Field JawShape() => Narrow(new RoundCone(new(0, 1.525f, 0.92f), new(0, 1.447f, 1.085f), 0.040f, 0.024f), 0.80f);

    private static Field EarShape()
    {
        // A leaf: flat across, hollow toward the front.
        var tip = new Vector3(0.185f, 1.735f, 0.775f);
        var root = Frame.Ear;
        var middle = Vector3.Lerp(root, tip, 0.52f);
        var along = Vector3.Normalize(tip - root);
        var leaf = new SmoothUnion(0.02f, [new RoundCone(root, middle, 0.016f, 0.040f), new RoundCone(middle, tip, 0.040f, 0.006f)]);
        var across = Vector3.Normalize(Vector3.Cross(along, new Vector3(0.35f, 0f, 1f)));
        var facing = Vector3.Cross(across, along);
        if (facing.Z < 0f)
            facing = -facing;
        var shell = leaf.Meet(0.006f, new HalfSpace(middle + facing * 0.012f, facing)).Cut(0.006f, new RoundCone(Vector3.Lerp(root, tip, 0.30f) + facing * 0.030f, Vector3.Lerp(root, tip, 0.8f) + facing * 0.020f, 0.022f, 0.017f));
        return shell;
    }

    private static Field TailShape() => Tube.Along([new(0, 1.11f, -0.66f, 0.040f), new(0, 1.07f, -0.715f, 0.034f), new(0, 0.985f, -0.735f, 0.020f)], 4);

    private static Dictionary<string, Field[]> FrontLeg() => new()
    {
        ["Arm"] =
        [
            Narrow(new RoundCone(new(0.150f, 1.08f, 0.35f), new(0.172f, 0.90f, 0.465f), 0.115f, 0.080f), 0.85f),
            new RoundCone(new(0.140f, 0.90f, 0.455f), new(0.122f, 0.76f, 0.36f), 0.078f, 0.060f),
        ],
        ["Forearm"] = [new RoundCone(new(0.122f, 0.77f, 0.365f), new(0.115f, 0.46f, 0.385f), 0.058f, 0.030f), new RoundCone(new(0.115f, 0.47f, 0.39f), new(0.115f, 0.41f, 0.39f), 0.0315f, 0.0275f)],
        ["Cannon"] = [new RoundCone(new(0.115f, 0.42f, 0.385f), new(0.115f, 0.16f, 0.375f), 0.0245f, 0.0195f)],
        ["Hand"] = [new RoundCone(new(0.115f, 0.155f, 0.374f), new(0.115f, 0.135f, 0.376f), 0.0255f, 0.024f), new RoundCone(new(0.115f, 0.14f, 0.376f), new(0.115f, 0.065f, 0.408f), 0.0215f, 0.025f)],
    };

    private static Dictionary<string, Field[]> HindLeg() => new()
    {
        ["Thigh"] =
        [
            Narrow(new RoundCone(new(0.115f, 1.05f, -0.52f), new(0.150f, 0.82f, -0.41f), 0.165f, 0.100f), 0.80f),
            Narrow(new RoundCone(new(0.120f, 0.95f, -0.58f), new(0.140f, 0.76f, -0.52f), 0.110f, 0.070f), 0.80f),
        ],
        ["Shin"] = [new RoundCone(new(0.130f, 0.81f, -0.40f), new(0.117f, 0.55f, -0.625f), 0.090f, 0.036f), new RoundCone(new(0.125f, 0.74f, -0.53f), new(0.115f, 0.57f, -0.67f), 0.055f, 0.019f)],
        ["Hock"] = [new RoundCone(new(0.115f, 0.555f, -0.665f), new(0.115f, 0.49f, -0.648f), 0.030f, 0.030f), new RoundCone(new(0.115f, 0.51f, -0.645f), new(0.115f, 0.17f, -0.605f), 0.0290f, 0.0215f)],
        ["Foot"] = [new RoundCone(new(0.115f, 0.165f, -0.605f), new(0.115f, 0.145f, -0.602f), 0.0270f, 0.0255f), new RoundCone(new(0.115f, 0.15f, -0.602f), new(0.115f, 0.065f, -0.562f), 0.0225f, 0.026f)],
    };

    private static Field BodyField()
    {
        var torso = new SmoothUnion(0.05f, [.. Torso(), .. NeckShapes()]);
        var front = new SmoothUnion(0.018f, FrontLeg().Values.SelectMany(f => f)).MirrorX();
        var hind = new SmoothUnion(0.022f, HindLeg().Values.SelectMany(f => f)).MirrorX();
        var head = new SmoothUnion(0.028f, [.. HeadShapes()]).Join(0.010f, JawShape())
            .Join(0.012f, new Ball(new(0.046f, 1.607f, 0.900f), 0.024f).MirrorX())
            .Join(0.012f, EarShape().MirrorX())
            .Cut(0.006f, new Ball(new(0.018f, 1.492f, 1.146f), 0.009f).MirrorX());
        return torso.Join(0.055f, front).Join(0.06f, hind).Join(0.03f, head).Join(0.02f, TailShape())
            .Raise(Shag, 0.022f, 0.8f);
    }

    // The mane hangs in tufts under the neck; elsewhere the coat is close.
    private static float Shag(Vector3 p)
    {
        var mane = Mane(p);
        var tuft = Noise.Fractal(p * new Vector3(38f, 12f, 30f), 3, 61u);
        return 0.0015f * tuft + mane * (0.009f + 0.018f * tuft);
    }

    private static float Mane(Vector3 p) =>
        Smooth.Step(0.40f, 0.50f, p.Z) * Smooth.Step(0.86f, 0.76f, p.Z) * Smooth.Step(0.78f, 0.88f, p.Y) * Smooth.Step(1.56f, 1.44f, p.Y)
            * Smooth.Step(0.15f, 0.11f, MathF.Abs(p.X) - 0.04f);

    private static Flesh Flesh()
    {
        var flesh = new Flesh();
        var torso = Torso();
        flesh.Add("Hips", torso[0], 0.14f).Add("Spine", torso[1], 0.14f).Add("Chest", torso[2], 0.14f).Add("Chest", torso[3], 0.10f);
        flesh.Add("Neck", NeckShapes()[0], 0.10f).Add("Nape", NeckShapes()[1], 0.08f);
        foreach (var shape in HeadShapes())
            flesh.Add("Head", shape, 0.05f);
        flesh.Add("Jaw", JawShape(), 0.022f).Add("Tail", TailShape(), 0.04f);
        Quadruped.AddBoth(flesh, "Ear", EarShape(), 0.025f);
        foreach (var (bone, shapes) in FrontLeg().Concat(HindLeg()))
            foreach (var shape in shapes)
                Quadruped.AddBoth(flesh, bone, shape, bone is "Arm" or "Thigh" ? 0.09f : bone is "Forearm" or "Shin" ? 0.035f : 0.022f);
        return flesh;
    }

    private static Field Antler() => new SmoothUnion(0.014f,
    [
        Tube.Along(
        [
            new(0.040f, 1.655f, 0.865f, 0.023f), new(0.058f, 1.710f, 0.848f, 0.0230f), new(0.116f, 1.795f, 0.789f, 0.0205f), new(0.205f, 1.899f, 0.725f, 0.0190f),
            new(0.278f, 2.035f, 0.716f, 0.0180f), new(0.295f, 2.163f, 0.767f, 0.0175f), new(0.282f, 2.227f, 0.801f, 0.0160f),
        ], 6),
        new Ring(new(0.047f, 1.682f, 0.858f), Vector3.Normalize(new Vector3(0.25f, 0.93f, -0.26f)), 0.021f, 0.007f),
        Tine(new(0.048f, 1.695f, 0.856f), new(0.074f, 1.707f, 0.951f), new(0.095f, 1.795f, 1.020f), 0.0155f),
        Tine(new(0.091f, 1.771f, 0.809f), new(0.130f, 1.791f, 0.895f), new(0.143f, 1.871f, 0.951f), 0.0135f),
        Tine(new(0.212f, 1.911f, 0.719f), new(0.237f, 1.931f, 0.813f), new(0.237f, 2.015f, 0.878f), 0.0145f),
        Tine(new(0.293f, 2.163f, 0.766f), new(0.332f, 2.219f, 0.762f), new(0.341f, 2.299f, 0.736f), 0.0140f),
        Tine(new(0.285f, 2.211f, 0.796f), new(0.272f, 2.275f, 0.809f), new(0.246f, 2.347f, 0.800f), 0.0135f),
        Tine(new(0.286f, 2.195f, 0.788f), new(0.298f, 2.235f, 0.852f), new(0.298f, 2.307f, 0.899f), 0.0130f),
    ]);

    private static Tube Tine(Vector3 a, Vector3 b, Vector3 c, float radius) =>
        Tube.Along([new Vector4(a, radius), new Vector4(b, radius * 0.8f), new Vector4(c, radius * 0.22f)], 6);

    private static Field Hoof(Vector3 at)
    {
        Field Toe(float x) => new RoundCone(at + new Vector3(x * 0.9f, 0.055f, -0.004f), at + new Vector3(x, 0.012f, 0.034f), 0.021f, 0.014f)
            .Join(0.006f, new RoundCone(at + new Vector3(x, 0.018f, -0.014f), at + new Vector3(x, 0.012f, 0.034f), 0.018f, 0.013f));
        return new SmoothUnion(0.003f, [Toe(0.0145f), Toe(-0.0145f)]).Meet(0.002f, new HalfSpace(Vector3.Zero, -Vector3.UnitY));
    }

    private static SurfaceLook Fur(SurfacePoint s)
    {
        var p = s.Position;
        var streak = Strands(p);
        var cloud = Noise.Fractal(p * 5f, 3, 3u);
        var coat = Rgb.Mix(Rgb.Hex("6B4024"), Rgb.Hex("9A6539"), 0.5f + 0.5f * cloud + 0.35f * streak);
        // Darker along the back, paler under the belly and inside the legs.
        var back = Smooth.Step(0.55f, 0.95f, s.Normal.Y) * Smooth.Step(0.95f, 1.1f, p.Y) * Smooth.Step(1.5f, 1.3f, p.Y);
        coat = Rgb.Mix(coat, Rgb.Hex("4A2C1A"), 0.55f * back);
        var belly = Smooth.Step(-0.25f, -0.8f, s.Normal.Y) * Smooth.Step(0.70f, 0.78f, p.Y) * Smooth.Step(0.45f, 0.25f, p.Z);
        var inner = Smooth.Step(-0.2f, -0.8f, s.Normal.X * MathF.Sign(p.X)) * Smooth.Step(1.0f, 0.85f, p.Y) * Smooth.Step(0.45f, 0.6f, p.Y);
        coat = Rgb.Mix(coat, Rgb.Hex("C9AC86"), 0.8f * MathF.Max(belly, inner));
        var mane = Mane(p);
        coat = Rgb.Mix(coat, Rgb.Mix(Rgb.Hex("3E2A1B"), Rgb.Hex("6E4E32"), 0.5f + 0.7f * streak), 0.75f * mane);
        var legs = Smooth.Step(0.62f, 0.42f, p.Y);
        coat = Rgb.Mix(coat, Rgb.Mix(Rgb.Hex("6A4E36"), Rgb.Hex("8A6B4C"), 0.5f + streak), 0.75f * legs);
        // The cream rump patch with the tail.
        var rump = Smooth.Step(0.20f, 0.12f, MathF.Abs(p.X) + 0.03f * cloud) * Smooth.Step(-0.59f, -0.64f, p.Z) * Smooth.Step(0.84f, 0.92f, p.Y);
        coat = Rgb.Mix(coat, Rgb.Mix(Rgb.Hex("D8B98A"), Rgb.Hex("EBD5AE"), 0.5f + streak), 0.9f * rump);
        coat = Face(p, coat, streak);
        return new SurfaceLook(coat * (0.80f + 0.20f * streak) * (0.55f + 0.45f * s.Occlusion), Nose(p) > 0.5f ? 0.30f : 0.78f);
    }

    private static Vector3 Face(Vector3 p, Vector3 coat, float streak)
    {
        if (p.Y < 1.40f || p.Z < 0.70f)
            return coat;
        coat = Rgb.Mix(coat, Rgb.Mix(Rgb.Hex("5A3E2A"), Rgb.Hex("7A5638"), 0.5f + streak), Smooth.Step(0.92f, 1.02f, p.Z) * 0.7f);
        var eye = (new Vector3(MathF.Abs(p.X), p.Y, p.Z) - new Vector3(0.060f, 1.596f, 0.905f)).Length();
        coat = Rgb.Mix(coat, Rgb.Hex("C2A27A"), 0.6f * Smooth.Bump(0.036f, 0.016f, eye));
        coat = Rgb.Mix(coat, Rgb.Hex("1A120D"), Smooth.Step(0.027f, 0.020f, eye));
        coat = Rgb.Mix(coat, Rgb.Hex("D9C8AE"), 0.85f * Smooth.Step(1.478f, 1.462f, p.Y) * Smooth.Step(1.00f, 1.06f, p.Z));
        var ear = Smooth.Step(0.085f, 0.10f, MathF.Abs(p.X));
        coat = Rgb.Mix(coat, Rgb.Hex("D6BF9C"), 0.8f * ear * Smooth.Step(0.795f, 0.812f, p.Z + 0.06f * (MathF.Abs(p.X) - 0.12f)));
        return Rgb.Mix(coat, Rgb.Hex("15100E"), Nose(p));
    }

    private static float Nose(Vector3 p) =>
        Smooth.Step(1.118f, 1.128f, p.Z + 0.25f * (p.Y - 1.48f)) * Smooth.Step(1.455f, 1.468f, p.Y);

    // Strands run down the legs and back along the body.
    private static float Strands(Vector3 p)
    {
        var legs = p.Y < 0.74f;
        var q = p + new Vector3(0.02f * Noise.Gradient(p * 9f, 71u));
        return Noise.Fractal(q * (legs ? new Vector3(170f, 30f, 170f) : p.Z > 0.45f ? new Vector3(150f, 32f, 60f) : new Vector3(150f, 70f, 26f)), 2, 73u);
    }

    private static float FurRelief(Vector3 p) => (Nose(p) > 0.5f ? 0.0002f : 0.0016f + 0.0016f * Mane(p)) * Strands(p);

    private static SurfaceLook AntlerLook(SurfacePoint s)
    {
        var p = s.Position;
        var groove = Noise.Fractal(p * new Vector3(160f, 40f, 160f), 3, 9u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("4B3524"), Rgb.Hex("86683F"), 0.5f + 0.9f * groove), 0.62f);
        // Tines are rubbed pale at their tips.
        return SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("DCCBA6"), 0.4f), 0.9f * Smooth.Step(0.34f, 0.60f, s.Convexity));
    }

    private static SurfaceLook HoofLook(SurfacePoint s) =>
        new(Rgb.Mix(Rgb.Hex("17120F"), Rgb.Hex("3A2E26"), 0.5f + Noise.Fractal(s.Position * new Vector3(40f, 240f, 40f), 2, 5u)), 0.42f);

    private static void AddVariation(ModelDescription model)
    {
        var root = new Vector3(0, 1.68f, 0.86f);
        model.Morph("longer_antlers", m => m.Solid == "Antler" && m.Position.Y > root.Y ? root + (m.Position - root) * new Vector3(1.22f, 1.25f, 1.22f) : m.Position);
        model.Morph("young_antlers", m => m.Solid == "Antler" && m.Position.Y > root.Y ? root + (m.Position - root) * new Vector3(0.62f, 0.58f, 0.62f) : m.Position);
        model.Morph("heavy", m => m.Solid != "Fur" ? m.Position : Heavier(m, 0.035f));
        model.Morph("lean", m => m.Solid != "Fur" ? m.Position : Heavier(m, -0.026f));
        model.Morph("thick_mane", m => m.Solid == "Fur" ? m.Position + m.Normal * 0.03f * Mane(m.Position) : m.Position);
        model.Variant("summer", new MaterialChange("Fur", new Vector3(1.0f, 0.84f, 0.66f)));
        model.Variant("winter", new MaterialChange("Fur", new Vector3(0.72f, 0.74f, 0.76f)));
        model.Variant("wet", new MaterialChange("Fur", new Vector3(0.55f, 0.52f, 0.50f), 0.55f));
        model.Variant("velvet", new MaterialChange("Antler", new Vector3(0.62f, 0.48f, 0.38f)));
    }

    private static Vector3 Heavier(MorphPoint m, float by)
    {
        var p = m.Position;
        var barrel = Smooth.Step(-0.70f, -0.45f, p.Z) * Smooth.Step(0.62f, 0.40f, p.Z) * Smooth.Step(0.66f, 0.82f, p.Y);
        return p + m.Normal * by * barrel;
    }

    private static void AddLabels(ModelDescription model)
    {
        void Key(string name, string solid, float x, float y, float z, float depth) => model.Keypoint(name, solid, new Vector3(x, y, z), depth);
        Key("nose", "Fur", 0, 1.485f, 1.155f, 0.05f);
        model.KeypointPair("eye", "LeftEye", new(0.075f, 1.600f, 0.908f), 0.04f, "RightEye");
        model.KeypointPair("ear_tip", "Fur", new(0.190f, 1.738f, 0.775f), 0.04f);
        model.KeypointPair("antler_base", "Antler", new(0.05f, 1.70f, 0.872f), 0.05f);
        model.KeypointPair("antler_top", "Antler", new(0.246f, 2.351f, 0.800f), 0.05f);
        Key("withers", "Fur", 0, 1.245f, 0.30f, 0.10f);
        Key("rump", "Fur", 0, 1.22f, -0.50f, 0.10f);
        Key("tail_tip", "Fur", 0, 0.965f, -0.738f, 0.05f);
        model.KeypointPair("elbow", "Fur", new(0.165f, 0.77f, 0.33f), 0.12f);
        model.KeypointPair("carpus", "Fur", new(0.115f, 0.44f, 0.420f), 0.06f);
        model.KeypointPair("front_hoof", "LeftHand", new(0.115f, 0.0f, 0.450f), 0.05f, "RightHand");
        model.KeypointPair("stifle", "Fur", new(0.215f, 0.80f, -0.33f), 0.12f);
        model.KeypointPair("hock", "Fur", new(0.115f, 0.565f, -0.697f), 0.06f);
        model.KeypointPair("hind_hoof", "LeftFoot", new(0.115f, 0.0f, -0.520f), 0.05f, "RightFoot");
        model.Chain("nose", "withers", "rump", "tail_tip");
        foreach (var side in (string[])["left_", "right_"])
        {
            model.Chain("nose", side + "eye", side + "ear_tip");
            model.Chain(side + "antler_base", side + "antler_top");
            model.Chain("withers", side + "elbow", side + "carpus", side + "front_hoof");
            model.Chain("rump", side + "stifle", side + "hock", side + "hind_hoof");
        }
    }
}
