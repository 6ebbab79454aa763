using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;
using static SynthRender.Modeling.Models.Wildlife.Anatomy;

namespace SynthRender.Modeling.Models.Wildlife;

/// <summary>A plains zebra, 1.3 m at the withers: stripes that bend over the rump, an upright mane, a tufted tail.</summary>
public sealed class Zebra : IModel
{
    private static readonly Quadruped Frame = new()
    {
        Hips = new(0, 1.10f, -0.50f), Spine = new(0, 1.10f, -0.18f), Chest = new(0, 1.10f, 0.18f), Neck = new(0, 1.12f, 0.48f),
        Nape = new(0, 1.34f, 0.68f), Head = new(0, 1.545f, 0.84f), Jaw = new(0, 1.46f, 0.875f), Ear = new(0.055f, 1.62f, 0.815f),
        Tail = [new(0, 1.20f, -0.76f), new(0, 0.95f, -0.84f)], Arm = new(0.14f, 1.04f, 0.40f), Forearm = new(0.145f, 0.76f, 0.37f),
        Cannon = new(0.135f, 0.42f, 0.40f), Hand = new(0.135f, 0.15f, 0.39f), Thigh = new(0.12f, 1.06f, -0.52f),
        Shin = new(0.155f, 0.80f, -0.40f), Hock = new(0.135f, 0.51f, -0.665f), Foot = new(0.135f, 0.16f, -0.63f), Stride = 18f,
    };

    /// <inheritdoc/>
    public string Name => "zebra";

    /// <inheritdoc/>
    public string Family => "wildlife";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "wildlife") { OcclusionReach = 0.25f };
        Frame.AddSkeleton(model);
        foreach (var material in (string[])["Fur", "Mane", "Hoof", "Eye"])
            model.Material(material);
        Add(model, "Fur", BodyField(), BodyFlesh(), Fur, FurRelief, 0.0105f, 11000, 1f);
        Add(model, "Mane", ManeField(), ManeFlesh(), ManeLook, p => 0.003f * Noise.Fractal(p * new Vector3(110f, 40f, 40f), 2, 5u), 0.0075f, 1400, 0.9f);
        foreach (var side in Quadruped.Sides)
        {
            var sign = side == "Left" ? 1f : -1f;
            Add(model, side + "Hand", Hoof(new(sign * 0.135f, 0, 0.425f)), Rigid(side + "Hand"), HoofLook, null, 0.006f, 220, 0.6f, "Hoof");
            Add(model, side + "Foot", Hoof(new(sign * 0.135f, 0, -0.585f)), Rigid(side + "Foot"), HoofLook, null, 0.006f, 220, 0.6f, "Hoof");
            Add(model, side + "Eye", new Ball(new(sign * 0.067f, 1.535f, 0.925f), 0.0195f), Rigid("Head"), DarkEye, null, 0.004f, 160, 0.7f, "Eye");
        }

        AddVariation(model);
        AddLabels(model);
        Frame.AddJointsAndParts(model);
        Frame.AddWalk(model);
        Frame.AddGraze(model, "graze", 72f, 35f);
        Frame.AddLookAround(model);
        return model;
    }

    private static Field[] Torso() =>
    [
        Narrow(Cone(0, 1.085f, -0.56f, 0.225f, 0, 1.03f, -0.20f, 0.250f), 0.86f),
        Narrow(Cone(0, 1.03f, -0.22f, 0.252f, 0, 1.01f, 0.12f, 0.262f), 0.88f),
        Narrow(Cone(0, 1.01f, 0.12f, 0.262f, 0, 1.03f, 0.42f, 0.225f), 0.80f),
        Narrow(Cone(0, 1.17f, 0.16f, 0.09f, 0, 1.18f, 0.36f, 0.11f), 0.7f),
    ];

    private static Field[] NeckShapes() =>
    [
        Narrow(Cone(0, 1.06f, 0.46f, 0.205f, 0, 1.31f, 0.665f, 0.150f), 0.62f),
        Narrow(Cone(0, 1.29f, 0.655f, 0.150f, 0, 1.51f, 0.815f, 0.100f), 0.66f),
    ];

    private static Field[] HeadShapes() =>
    [
        Narrow(Cone(0, 1.535f, 0.855f, 0.100f, 0, 1.495f, 0.925f, 0.092f), 0.80f),
        Narrow(Cone(0, 1.500f, 0.92f, 0.086f, 0, 1.320f, 1.115f, 0.058f), 0.74f),
        Narrow(Cone(0, 1.315f, 1.125f, 0.061f, 0, 1.285f, 1.145f, 0.058f), 0.86f),
    ];

    private static Field JawShape() => Narrow(Cone(0, 1.430f, 0.885f, 0.080f, 0, 1.270f, 1.085f, 0.036f), 0.66f);

    private static Field EarShape() => new SmoothUnion(0.02f,
        [Cone(0.052f, 1.605f, 0.815f, 0.020f, 0.076f, 1.685f, 0.805f, 0.038f), Cone(0.076f, 1.685f, 0.805f, 0.038f, 0.088f, 1.775f, 0.800f, 0.008f)])
        .Cut(0.006f, Cone(0.084f, 1.665f, 0.838f, 0.020f, 0.094f, 1.745f, 0.822f, 0.014f));

    private static Field[] TailShapes() =>
    [
        Tube.Along([new(0, 1.19f, -0.72f, 0.040f), new(0, 1.12f, -0.795f, 0.030f), new(0, 0.97f, -0.835f, 0.022f)], 4),
        Tube.Along([new(0, 0.97f, -0.835f, 0.022f), new(0, 0.80f, -0.85f, 0.034f), new(0, 0.66f, -0.85f, 0.038f), new(0, 0.52f, -0.845f, 0.010f)], 4),
    ];

    private static Dictionary<string, Field[]> Legs() => new()
    {
        ["Arm"] = [Narrow(Cone(0.155f, 1.07f, 0.36f, 0.135f, 0.178f, 0.88f, 0.475f, 0.090f), 0.85f), Cone(0.155f, 0.88f, 0.465f, 0.088f, 0.142f, 0.75f, 0.375f, 0.070f)],
        ["Forearm"] = [Cone(0.142f, 0.76f, 0.38f, 0.070f, 0.135f, 0.45f, 0.40f, 0.038f), Cone(0.135f, 0.46f, 0.403f, 0.041f, 0.135f, 0.40f, 0.402f, 0.035f)],
        ["Cannon"] = [Cone(0.135f, 0.41f, 0.40f, 0.031f, 0.135f, 0.17f, 0.39f, 0.026f)],
        ["Hand"] = [Cone(0.135f, 0.16f, 0.388f, 0.034f, 0.135f, 0.14f, 0.390f, 0.031f), Cone(0.135f, 0.145f, 0.392f, 0.028f, 0.135f, 0.075f, 0.425f, 0.034f)],
        ["Thigh"] = [Narrow(Cone(0.135f, 1.08f, -0.57f, 0.200f, 0.170f, 0.83f, -0.45f, 0.125f), 0.82f), Narrow(Cone(0.140f, 0.98f, -0.64f, 0.135f, 0.155f, 0.78f, -0.57f, 0.085f), 0.82f)],
        ["Shin"] = [Cone(0.150f, 0.82f, -0.44f, 0.108f, 0.137f, 0.54f, -0.645f, 0.046f), Cone(0.145f, 0.75f, -0.57f, 0.066f, 0.135f, 0.56f, -0.695f, 0.026f)],
        ["Hock"] = [Cone(0.135f, 0.545f, -0.685f, 0.040f, 0.135f, 0.47f, -0.665f, 0.039f), Cone(0.135f, 0.49f, -0.66f, 0.037f, 0.135f, 0.17f, -0.63f, 0.028f)],
        ["Foot"] = [Cone(0.135f, 0.165f, -0.63f, 0.035f, 0.135f, 0.145f, -0.627f, 0.032f), Cone(0.135f, 0.15f, -0.625f, 0.029f, 0.135f, 0.075f, -0.585f, 0.035f)],
    };

    private static Field BodyField()
    {
        var torso = new SmoothUnion(0.06f, [.. Torso(), .. NeckShapes()]);
        var front = new SmoothUnion(0.02f, Legs().Take(4).SelectMany(l => l.Value)).MirrorX();
        var hind = new SmoothUnion(0.024f, Legs().Skip(4).SelectMany(l => l.Value)).MirrorX();
        var head = new SmoothUnion(0.035f, HeadShapes()).Join(0.018f, JawShape()).Join(0.014f, new Ball(new(0.056f, 1.543f, 0.920f), 0.027f).MirrorX())
            .Join(0.012f, EarShape().MirrorX()).Cut(0.008f, new Ball(new(0.030f, 1.318f, 1.178f), 0.013f).MirrorX())
            .Cut(0.006f, new RoundBox(new(0, 1.262f, 1.155f), new(0.06f, 0.0025f, 0.035f), 0.002f).Turn(new(0, 1.262f, 1.155f), Vector3.UnitX, 0.6f));
        return torso.Join(0.065f, front).Join(0.07f, hind).Join(0.04f, head).Join(0.02f, new SmoothUnion(0.01f, TailShapes()))
            .Raise(p => 0.002f * Noise.Fractal(p * 26f, 2, 61u), 0.003f, 0.12f);
    }

    private static Field ManeField()
    {
        var crest = Tube.Along(
        [
            new(0, 1.645f, 0.895f, 0.040f), new(0, 1.655f, 0.820f, 0.070f), new(0, 1.560f, 0.710f, 0.085f), new(0, 1.440f, 0.590f, 0.085f), new(0, 1.320f, 0.470f, 0.070f), new(0, 1.262f, 0.380f, 0.030f),
        ], 6);
        return crest.Stretch(Vector3.Zero, new Vector3(0.26f, 1f, 1f))
            .Raise(p => 0.006f * Noise.Fractal(p * new Vector3(8f, 45f, 45f), 2, 5u), 0.008f, 0.5f);
    }

    private static Flesh ManeFlesh() => new Flesh().Add("Neck", Cone(0, 1.26f, 0.40f, 0.07f, 0, 1.42f, 0.57f, 0.08f), 0.10f)
        .Add("Nape", Cone(0, 1.42f, 0.57f, 0.08f, 0, 1.60f, 0.75f, 0.08f), 0.10f).Add("Head", Cone(0, 1.63f, 0.80f, 0.07f, 0, 1.645f, 0.895f, 0.04f), 0.08f);

    private static Flesh BodyFlesh()
    {
        var flesh = new Flesh();
        var torso = Torso();
        flesh.Add("Hips", torso[0], 0.16f).Add("Spine", torso[1], 0.16f).Add("Chest", torso[2], 0.16f).Add("Chest", torso[3], 0.10f);
        flesh.Add("Neck", NeckShapes()[0], 0.11f).Add("Nape", NeckShapes()[1], 0.09f);
        foreach (var shape in HeadShapes())
            flesh.Add("Head", shape, 0.06f);
        flesh.Add("Jaw", JawShape(), 0.03f).Add("Tail", TailShapes()[0], 0.04f).Add("Tail2", TailShapes()[1], 0.04f);
        Quadruped.AddBoth(flesh, "Ear", EarShape(), 0.025f);
        foreach (var (bone, shapes) in Legs())
            foreach (var shape in shapes)
                Quadruped.AddBoth(flesh, bone, shape, bone is "Arm" or "Thigh" ? 0.10f : bone is "Forearm" or "Shin" ? 0.04f : 0.025f);
        return flesh;
    }

    private static Field Hoof(Vector3 at) => new RoundCylinder(at + new Vector3(0, 0.075f, -0.012f), at + new Vector3(0, 0, 0.010f), 0.036f, 0.006f, 0.054f)
        .Meet(0.003f, new HalfSpace(Vector3.Zero, -Vector3.UnitY));

    // A phase that runs along the body, around the rump and down the legs; stripes are its waves.
    private static float Stripes(Vector3 p)
    {
        var wobble = 0.030f * Noise.Fractal(p * 5.5f, 2, 33u);
        if (p.Z > 0.66f && p.Y > 1.2f && p.Z - 0.84f + 0.55f * (p.Y - 1.52f) > -0.03f)
        {
            // The head: rings that follow the face, closer than on the body.
            var along = Vector3.Dot(p - new Vector3(0, 1.53f, 0.88f), Vector3.Normalize(new Vector3(0, -0.62f, 0.62f)));
            return (along - 0.75f * MathF.Abs(p.X) + 0.4f * wobble) * 30f;
        }

        var legs = Smooth.Step(0.80f, 0.66f, p.Y);
        var neck = Smooth.Step(0.40f, 0.55f, p.Z) * Smooth.Step(1.0f, 1.15f, p.Y);
        var onNeck = Vector3.Dot(p - new Vector3(0, 1.1f, 0.45f), Vector3.Normalize(new Vector3(0, 0.74f, 0.62f)));
        // Around a centre below the loin the stripes fan out, from upright on the flank to level on the thigh.
        var fan = new Vector2(p.Z + 0.16f, p.Y - 0.72f);
        var angle = MathF.Atan2(-fan.X, MathF.Max(0.05f, fan.Y));
        var body = p.Z < -0.16f ? -angle * 0.46f - 0.16f : p.Z;
        var phase = (body + wobble) * (1f - neck) + (0.45f + onNeck + wobble) * neck;
        return phase * 9.5f * (1f - legs) + (p.Y + 0.5f * wobble) * -17f * legs;
    }

    private static SurfaceLook Fur(SurfacePoint s)
    {
        var p = s.Position;
        var strand = Strands(p);
        var phase = Stripes(p);
        var wave = MathF.Cos(phase * MathF.Tau) + 0.35f * strand * 0.3f;
        var underside = Smooth.Step(-0.55f, -0.9f, s.Normal.Y) * Smooth.Step(0.70f, 0.78f, p.Y);
        var black = Smooth.Step(-0.12f, 0.12f, wave + 0.05f) * (1f - 0.85f * underside);
        var white = Rgb.Mix(Rgb.Hex("D9CDBB"), Rgb.Hex("F1EBE0"), 0.5f + 0.4f * strand + 0.4f * Noise.Fractal(p * 4f, 2, 3u));
        var coat = Rgb.Mix(white, Rgb.Mix(Rgb.Hex("1A1513"), Rgb.Hex("332A25"), 0.5f + strand), black);
        var muzzle = Smooth.Step(1.075f, 1.115f, p.Z + 0.1f * (1.30f - p.Y));
        coat = Rgb.Mix(coat, Rgb.Hex("1B1614"), muzzle);
        var eye = (new Vector3(MathF.Abs(p.X), p.Y, p.Z) - new Vector3(0.068f, 1.535f, 0.925f)).Length();
        coat = Rgb.Mix(coat, Rgb.Hex("15110F"), Smooth.Step(0.034f, 0.024f, eye));
        if (p.Z < -0.74f && p.Y < 0.86f && MathF.Abs(p.X) < 0.06f)
            coat = Rgb.Mix(coat, Rgb.Hex("1C1714"), Smooth.Step(0.86f, 0.80f, p.Y));
        coat = Rgb.Mix(coat, Rgb.Hex("221B17"), 0.7f * Smooth.Step(0.13f, 0.09f, p.Y));
        return new SurfaceLook(coat * (0.55f + 0.45f * s.Occlusion), 0.70f - 0.35f * muzzle);
    }

    private static SurfaceLook ManeLook(SurfacePoint s)
    {
        var p = s.Position;
        var strand = Noise.Fractal(p * new Vector3(110f, 40f, 40f), 2, 5u);
        var onNeck = Vector3.Dot(p - new Vector3(0, 1.1f, 0.45f), Vector3.Normalize(new Vector3(0, 0.74f, 0.62f)));
        var black = Smooth.Step(-0.15f, 0.15f, MathF.Cos((0.45f + onNeck) * 9.5f * MathF.Tau) + 0.3f * strand);
        // Dark at the tips of the hair.
        var crest = new Vector2(p.Y - 1.44f, p.Z - 0.59f);
        var tip = Smooth.Step(0.040f, 0.065f, Vector2.Dot(crest, Vector2.Normalize(new Vector2(0.70f, -0.71f))));
        return new SurfaceLook(Rgb.Mix(Rgb.Hex("E4DACA"), Rgb.Hex("1D1815"), MathF.Max(black, tip)) * (0.8f + 0.2f * strand), 0.75f);
    }

    private static float Strands(Vector3 p)
    {
        var q = p + new Vector3(0.015f * Noise.Gradient(p * 9f, 71u));
        return Noise.Fractal(q * (p.Y < 0.74f ? new Vector3(210f, 45f, 210f) : new Vector3(190f, 90f, 40f)), 2, 73u);
    }

    private static float FurRelief(Vector3 p) => 0.0011f * Strands(p);

    private static SurfaceLook HoofLook(SurfacePoint s) =>
        new(Rgb.Mix(Rgb.Hex("17120F"), Rgb.Hex("3A2E26"), 0.5f + Noise.Fractal(s.Position * new Vector3(30f, 200f, 30f), 2, 5u)), 0.42f);

    private static void AddVariation(ModelDescription model)
    {
        model.Morph("heavy", m => m.Solid == "Fur" ? m.Position + m.Normal * 0.045f * Barrel(m.Position) : m.Position);
        model.Morph("lean", m => m.Solid == "Fur" ? m.Position - m.Normal * 0.030f * Barrel(m.Position) : m.Position);
        model.Morph("tall_mane", m => m.Solid == "Mane" ? m.Position + new Vector3(0, 0.7f, -0.7f) * 0.05f * Smooth.Step(0.0f, 0.06f, Vector2.Dot(new Vector2(m.Position.Y - 1.44f, m.Position.Z - 0.59f), new Vector2(0.7f, -0.71f))) : m.Position);
        model.Morph("thick_neck", m => m.Solid == "Fur" ? m.Position + m.Normal * 0.028f * Smooth.Step(0.42f, 0.56f, m.Position.Z) * Smooth.Step(0.86f, 0.76f, m.Position.Z) * Smooth.Step(1.02f, 1.15f, m.Position.Y) : m.Position);
        model.Variant("dusty", new MaterialChange("Fur", new Vector3(0.93f, 0.80f, 0.63f)), new MaterialChange("Mane", new Vector3(0.93f, 0.80f, 0.63f)));
        model.Variant("wet", new MaterialChange("Fur", new Vector3(0.72f, 0.70f, 0.68f), 0.5f));
        model.Variant("cream", new MaterialChange("Fur", new Vector3(1f, 0.93f, 0.78f)), new MaterialChange("Mane", new Vector3(1f, 0.93f, 0.78f)));
    }

    private static float Barrel(Vector3 p) =>
        Smooth.Step(-0.75f, -0.45f, p.Z) * Smooth.Step(0.62f, 0.40f, p.Z) * Smooth.Step(0.66f, 0.84f, p.Y);

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("nose", "Fur", new(0, 1.305f, 1.195f), 0.05f);
        model.KeypointPair("eye", "LeftEye", new(0.087f, 1.537f, 0.927f), 0.04f, "RightEye");
        model.KeypointPair("ear_tip", "Fur", new(0.089f, 1.782f, 0.800f), 0.04f);
        model.Keypoint("poll", "Mane", new(0, 1.722f, 0.815f), 0.06f);
        model.Keypoint("withers", "Fur", new(0, 1.29f, 0.30f), 0.10f);
        model.Keypoint("rump", "Fur", new(0, 1.31f, -0.55f), 0.10f);
        model.Keypoint("tail_root", "Fur", new(0, 1.17f, -0.78f), 0.06f);
        model.Keypoint("tail_tip", "Fur", new(0, 0.512f, -0.845f), 0.05f);
        model.KeypointPair("elbow", "Fur", new(0.19f, 0.76f, 0.35f), 0.12f);
        model.KeypointPair("carpus", "Fur", new(0.135f, 0.43f, 0.442f), 0.06f);
        model.KeypointPair("front_hoof", "LeftHand", new(0.135f, 0.0f, 0.485f), 0.06f, "RightHand");
        model.KeypointPair("stifle", "Fur", new(0.245f, 0.82f, -0.36f), 0.12f);
        model.KeypointPair("hock", "Fur", new(0.135f, 0.555f, -0.725f), 0.06f);
        model.KeypointPair("hind_hoof", "LeftFoot", new(0.135f, 0.0f, -0.525f), 0.06f, "RightFoot");
        model.Chain("nose", "poll", "withers", "rump", "tail_root", "tail_tip");
        foreach (var side in (string[])["left_", "right_"])
        {
            model.Chain("nose", side + "eye", side + "ear_tip");
            model.Chain("withers", side + "elbow", side + "carpus", side + "front_hoof");
            model.Chain("rump", side + "stifle", side + "hock", side + "hind_hoof");
        }
    }
}
