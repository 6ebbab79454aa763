using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;
using static SynthRender.Modeling.Models.Wildlife.Anatomy;

namespace SynthRender.Modeling.Models.Wildlife;

/// <summary>An African elephant, 3.1 m at the shoulder: wide ears, tusks, a trunk of five joints, wrinkled hide with dust.</summary>
public sealed class Elephant : IModel
{
    private static readonly Quadruped Frame = new()
    {
        Hips = new(0, 2.30f, -0.95f), Spine = new(0, 2.30f, -0.35f), Chest = new(0, 2.30f, 0.30f), Neck = new(0, 2.40f, 0.85f),
        Nape = new(0, 2.55f, 1.10f), Head = new(0, 2.68f, 1.32f), Jaw = new(0, 2.25f, 1.55f), Ear = new(0.44f, 2.78f, 1.28f),
        Tail = [new(0, 2.45f, -1.58f), new(0, 1.75f, -1.72f)], Arm = new(0.50f, 2.05f, 0.72f), Forearm = new(0.52f, 1.42f, 0.70f),
        Cannon = new(0.52f, 0.70f, 0.76f), Hand = new(0.52f, 0.24f, 0.76f), Thigh = new(0.42f, 2.10f, -1.00f),
        Shin = new(0.48f, 1.32f, -0.88f), Hock = new(0.46f, 0.66f, -1.06f), Foot = new(0.46f, 0.24f, -1.04f), Stride = 13f, CycleSeconds = 1.9f,
    };

    private static readonly Vector4[] TrunkLine =
    [
        new(0, 2.62f, 1.66f, 0.300f), new(0, 2.28f, 1.94f, 0.235f), new(0, 1.78f, 2.03f, 0.180f), new(0, 1.28f, 2.02f, 0.142f), new(0, 0.80f, 2.02f, 0.110f), new(0, 0.42f, 2.14f, 0.088f),
    ];

    /// <inheritdoc/>
    public string Name => "elephant";

    /// <inheritdoc/>
    public string Family => "wildlife";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "wildlife") { OcclusionReach = 0.6f };
        Frame.AddSkeleton(model);
        for (var i = 1; i <= 5; i++)
            model.Node($"Trunk{i}", i == 1 ? "Head" : $"Trunk{i - 1}", new Vector3(TrunkLine[i - 1].X, TrunkLine[i - 1].Y, TrunkLine[i - 1].Z));
        foreach (var material in (string[])["Hide", "Tusk", "Eye"])
            model.Material(material);
        Add(model, "Hide", BodyField(), BodyFlesh(), Hide, HideRelief, 0.0250f, 15000, 1f);
        Add(model, "Tusk", TuskShape().MirrorX(), Rigid("Head"), TuskLook, null, 0.0130f, 1000, 0.7f);
        foreach (var side in Quadruped.Sides)
            Add(model, side + "Eye", new Ball(new((side == "Left" ? 1f : -1f) * 0.365f, 2.640f, 1.660f), 0.040f), Rigid("Head"), DarkEye, null, 0.0080f, 160, 0.5f, "Eye");
        AddVariation(model);
        AddLabels(model);
        Frame.AddJointsAndParts(model, 20f, 12f);
        for (var i = 1; i <= 5; i++)
            model.BallJoint($"Trunk{i}", new(i == 1 ? -20 : -25, -15, -10), new(i == 1 ? 8 : 14, 15, 10));
        model.Part("trunk", "Trunk1", "Trunk2", "Trunk3", "Trunk4", "Trunk5");
        model.Part("tusks", "Head");
        Frame.AddWalk(model);
        AddBrowse(model);
        Frame.AddLookAround(model, 0.55f);
        return model;
    }

    // The trunk reaches up and forward for leaves, and curls in below the mouth.
    private static void AddBrowse(ModelDescription model)
    {
        var clip = new ClipWriter();
        for (var i = 1; i <= 5; i++)
        {
            var (reach, curl) = i switch { 1 => (-17f, 5f), 2 => (-21f, 10f), 3 => (-18f, 13f), 4 => (-10f, 13f), _ => (2f, 13f) };
            var lag = 0.03f * i;
            clip.Turn($"Trunk{i}", t => new Vector3(Between(reach, curl, t - lag), 4f * MathF.Sin((t - lag) * MathF.Tau), 0));
        }

        clip.Turn("Head", t => new Vector3(Between(8f, 2f, t), 0, 0));
        clip.Turn("Jaw", t => new Vector3(6f + 5f * MathF.Sin(t * 5f * MathF.Tau), 0, 0));
        foreach (var side in Quadruped.Sides)
            clip.Turn(side + "Ear", t => new Vector3(0, (side == "Left" ? 1f : -1f) * 12f * MathF.Sin(t * 2f * MathF.Tau), 0));
        clip.Turn("Tail", t => new Vector3(0, 0, 8f * MathF.Sin(t * 2f * MathF.Tau)));
        model.Clips.Add(clip.ToClip("browse", 5f, 61));

        static float Between(float reach, float curl, float t) => reach + (curl - reach) * (0.5f - 0.5f * MathF.Cos(t * MathF.Tau));
    }

    private static Field[] Torso() =>
    [
        Narrow(Cone(0, 2.30f, -1.02f, 0.640f, 0, 2.16f, -0.30f, 0.740f), 0.88f),
        Narrow(Cone(0, 2.16f, -0.32f, 0.745f, 0, 2.14f, 0.25f, 0.760f), 0.90f),
        Narrow(Cone(0, 2.14f, 0.25f, 0.760f, 0, 2.28f, 0.72f, 0.640f), 0.86f),
        Narrow(Cone(0, 2.62f, -1.00f, 0.36f, 0, 2.64f, -0.60f, 0.32f), 0.7f),
        Narrow(Cone(0, 2.66f, 0.35f, 0.38f, 0, 2.66f, 0.72f, 0.38f), 0.72f),
    ];

    private static Field[] NeckShapes() =>
    [
        Narrow(Cone(0, 2.42f, 0.70f, 0.520f, 0, 2.56f, 1.06f, 0.430f), 0.84f), Narrow(Cone(0, 2.54f, 1.02f, 0.430f, 0, 2.68f, 1.30f, 0.420f), 0.86f),
    ];

    private static Field[] HeadShapes() =>
    [
        Narrow(Cone(0, 2.83f, 1.32f, 0.400f, 0, 2.66f, 1.52f, 0.380f), 0.90f),
        Cone(0.15f, 2.92f, 1.36f, 0.22f, 0.13f, 2.72f, 1.62f, 0.20f).MirrorX(0.05f),
        Cone(0.19f, 2.45f, 1.52f, 0.235f, 0.17f, 2.26f, 1.74f, 0.150f).MirrorX(0.05f),
    ];

    private static Field JawShape() => Narrow(Cone(0, 2.22f, 1.48f, 0.20f, 0, 1.98f, 1.72f, 0.075f), 0.75f);

    private static Field EarShape()
    {
        // Seen from the side an ear has the outline of Africa; it hinges at the head and trails backward.
        var outline = Outline.Smooth(
        [
            new(-0.06f, -0.26f), new(0.10f, -0.58f), new(0.26f, -0.86f), new(0.40f, -0.98f), new(0.60f, -0.72f), new(0.86f, -0.34f), new(0.99f, 0.06f), new(0.86f, 0.40f),
            new(0.52f, 0.52f), new(0.18f, 0.46f), new(-0.06f, 0.24f),
        ], 5);
        var root = new Vector3(0.40f, 2.74f, 1.30f);
        return new Extruded(outline, Vector3.Zero, 0.036f, 0.028f)
            .Warp(p => p with { Z = p.Z - 0.13f * MathF.Sin(MathF.Max(0f, p.X) * 2.6f) - 0.03f * MathF.Sin(p.Y * 7f) * Smooth.Step(0.2f, 0.9f, p.X) }, 1.25f,
                new Box(new(-0.12f, -1.05f, -0.15f), new(1.06f, 0.60f, 0.25f)))
            .Move(root).Turn(root, Vector3.UnitY, 0.80f);
    }

    private static Field[] TrunkShapes()
    {
        var shapes = new List<Field>();
        for (var i = 0; i < 5; i++)
            shapes.Add(new RoundCone(new(TrunkLine[i].X, TrunkLine[i].Y, TrunkLine[i].Z), new(TrunkLine[i + 1].X, TrunkLine[i + 1].Y, TrunkLine[i + 1].Z), TrunkLine[i].W, TrunkLine[i + 1].W));
        return [.. shapes];
    }

    private static Field[] TailShapes() =>
    [
        Tube.Along([new(0, 2.50f, -1.50f, 0.110f), new(0, 2.20f, -1.66f, 0.070f), new(0, 1.75f, -1.72f, 0.048f)], 4),
        Tube.Along([new(0, 1.75f, -1.72f, 0.048f), new(0, 1.42f, -1.72f, 0.040f), new(0, 1.22f, -1.71f, 0.062f), new(0, 1.02f, -1.70f, 0.020f)], 4),
    ];

    private static Dictionary<string, Field[]> Legs() => new()
    {
        ["Arm"] = [Narrow(Cone(0.46f, 2.20f, 0.62f, 0.42f, 0.54f, 1.72f, 0.74f, 0.30f), 0.85f), Cone(0.53f, 1.75f, 0.74f, 0.28f, 0.52f, 1.42f, 0.70f, 0.235f)],
        ["Forearm"] = [Cone(0.52f, 1.43f, 0.70f, 0.235f, 0.52f, 0.72f, 0.76f, 0.180f)],
        ["Cannon"] = [Cone(0.52f, 0.71f, 0.765f, 0.182f, 0.52f, 0.27f, 0.76f, 0.178f)],
        ["Hand"] = [Cone(0.52f, 0.25f, 0.765f, 0.182f, 0.52f, 0.12f, 0.790f, 0.215f), new RoundCylinder(new(0.52f, 0.16f, 0.790f), new(0.52f, 0, 0.795f), 0.215f, 0.045f)],
        ["Thigh"] = [Narrow(Cone(0.40f, 2.20f, -1.06f, 0.52f, 0.50f, 1.55f, -0.92f, 0.330f), 0.82f), Cone(0.49f, 1.60f, -0.93f, 0.30f, 0.48f, 1.30f, -0.88f, 0.245f)],
        ["Shin"] = [Cone(0.48f, 1.32f, -0.90f, 0.245f, 0.46f, 0.68f, -1.06f, 0.172f)],
        ["Hock"] = [Cone(0.46f, 0.68f, -1.06f, 0.176f, 0.46f, 0.27f, -1.04f, 0.168f)],
        ["Foot"] = [Cone(0.46f, 0.25f, -1.035f, 0.172f, 0.46f, 0.12f, -1.010f, 0.200f), new RoundCylinder(new(0.46f, 0.16f, -1.010f), new(0.46f, 0, -1.005f), 0.200f, 0.045f)],
    };

    private static Vector4[] TuskLine => [new(0.200f, 2.24f, 1.66f, 0.088f), new(0.250f, 1.96f, 1.92f, 0.080f), new(0.285f, 1.74f, 2.20f, 0.066f), new(0.270f, 1.66f, 2.52f, 0.044f), new(0.235f, 1.74f, 2.76f, 0.014f)];

    private static Tube TuskShape() => Tube.Along(TuskLine, 6);

    private static Field BodyField()
    {
        var torso = new SmoothUnion(0.16f, [.. Torso(), .. NeckShapes()]);
        var front = new SmoothUnion(0.06f, Legs().Take(4).SelectMany(l => l.Value)).MirrorX();
        var hind = new SmoothUnion(0.06f, Legs().Skip(4).SelectMany(l => l.Value)).MirrorX();
        var head = new SmoothUnion(0.12f, HeadShapes()).Join(0.06f, JawShape()).Join(0.03f, new Ball(new(0.335f, 2.645f, 1.650f), 0.062f).MirrorX()).Join(0.12f, new SmoothUnion(0.04f, TrunkShapes()));
        return torso.Join(0.18f, front).Join(0.20f, hind).Join(0.14f, head).Join(0.06f, EarShape().MirrorX()).Join(0.06f, new SmoothUnion(0.02f, TailShapes()))
            .Cut(0.02f, new RoundCylinder(new(0.032f, 0.42f, 2.16f), new(0.034f, 0.30f, 2.20f), 0.026f, 0.01f).MirrorX())
            .Raise(Folds, 0.016f, 0.3f);
    }

    // Rings on the trunk and heavy folds of hide.
    private static float Folds(Vector3 p)
    {
        var trunk = Trunk(p);
        var rings = MathF.Sin(p.Y * 42f + 1.2f * Noise.Gradient(p * 3f, 5u));
        return 0.009f * trunk * rings + 0.010f * Noise.Fractal(p * new Vector3(2.6f, 4.5f, 2.6f), 3, 61u);
    }

    private static float Trunk(Vector3 p) => Smooth.Step(1.72f, 1.86f, p.Z) * Smooth.Step(2.55f, 2.35f, p.Y) * Smooth.Step(0.30f, 0.22f, MathF.Abs(p.X));

    private static Flesh BodyFlesh()
    {
        var flesh = new Flesh();
        var torso = Torso();
        flesh.Add("Hips", torso[0], 0.42f).Add("Spine", torso[1], 0.42f).Add("Chest", torso[2], 0.42f).Add("Hips", torso[3], 0.3f).Add("Chest", torso[4], 0.3f);
        flesh.Add("Neck", NeckShapes()[0], 0.30f).Add("Nape", NeckShapes()[1], 0.26f);
        foreach (var shape in HeadShapes())
            flesh.Add("Head", shape, 0.20f);
        flesh.Add("Jaw", JawShape(), 0.10f).Add("Tail", TailShapes()[0], 0.12f).Add("Tail2", TailShapes()[1], 0.10f);
        var trunk = TrunkShapes();
        for (var i = 0; i < 5; i++)
            flesh.Add($"Trunk{i + 1}", trunk[i], 0.15f - 0.018f * i);
        Quadruped.AddBoth(flesh, "Ear", EarShape(), 0.10f);
        foreach (var (bone, shapes) in Legs())
            foreach (var shape in shapes)
                Quadruped.AddBoth(flesh, bone, shape, bone is "Arm" or "Thigh" ? 0.28f : 0.13f);
        return flesh;
    }

    private static float Wrinkles(Vector3 p)
    {
        var q = p + new Vector3(0.05f * Noise.Gradient(p * 4f, 91u));
        var (nearest, second) = Noise.Cells(q * (p.Y < 1.6f || Trunk(p) > 0.5f ? new Vector3(9f, 22f, 9f) : new Vector3(10f, 12f, 12f)), 93u);
        var crack = Smooth.Step(0.16f, 0.0f, second - nearest);
        var (fine, fineSecond) = Noise.Cells(q * 34f, 95u);
        return MathF.Max(crack, 0.6f * Smooth.Step(0.2f, 0f, fineSecond - fine));
    }

    private static float HideRelief(Vector3 p) => -0.010f * Wrinkles(p) + 0.002f * Noise.Gradient(p * 60f, 97u);

    private static SurfaceLook Hide(SurfacePoint s)
    {
        var p = s.Position;
        var cloud = Noise.Fractal(p * 1.6f, 4, 3u);
        var hide = Rgb.Mix(Rgb.Hex("5C554E"), Rgb.Hex("8A8077"), 0.5f + cloud);
        hide = Rgb.Mix(hide, Rgb.Hex("3B3530"), 0.65f * Wrinkles(p));
        var dust = Smooth.Step(0.2f, 0.9f, s.Normal.Y + 0.5f * cloud) * 0.55f + Smooth.Step(0.8f, 0.15f, p.Y + 0.3f * cloud) * 0.6f;
        hide = Rgb.Mix(hide, Rgb.Hex("9C7F62"), 0.6f * dust);
        // Pink freckles on the ears' rims and the trunk.
        var ear = Smooth.Step(0.75f, 0.95f, MathF.Abs(p.X)) * Smooth.Step(0.2f, 0.45f, Noise.Fractal(p * 7f, 3, 7u) + 0.1f);
        hide = Rgb.Mix(hide, Rgb.Hex("A57E72"), 0.45f * ear);
        // Nails: pale ovals around the front of each foot.
        var foot = new Vector2(MathF.Abs(p.X) - (p.Z > 0 ? 0.52f : 0.46f), p.Z - (p.Z > 0 ? 0.79f : -1.01f));
        if (p.Y < 0.15f && foot.Y > 0.0f && MathF.Abs(foot.X) < 0.25f)
        {
            var turn = MathF.Atan2(foot.X, foot.Y) / 0.52f;
            var nail = new Vector2((turn - MathF.Round(turn)) / 0.36f, (p.Y - 0.062f) / 0.060f).Length();
            hide = Rgb.Mix(hide, Rgb.Hex("C9B79A"), 0.85f * Smooth.Step(1.0f, 0.85f, nail));
        }

        hide = p.Y < 1.32f && p.Z < -1.6f ? Rgb.Mix(hide, Rgb.Hex("171310"), Smooth.Step(1.32f, 1.22f, p.Y)) : hide;
        return new SurfaceLook(hide * (0.55f + 0.45f * s.Occlusion), 0.86f);
    }

    private static SurfaceLook TuskLook(SurfacePoint s)
    {
        var grain = Noise.Fractal(s.Position * new Vector3(40f, 12f, 12f), 3, 5u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("CDB98E"), Rgb.Hex("EFE5CA"), 0.55f + 0.6f * grain), 0.38f);
        return SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("7A6140"), 0.6f), 0.7f * Smooth.Step(1.95f, 1.78f, s.Position.Z + 0.05f * grain));
    }

    private static void AddVariation(ModelDescription model)
    {
        var tusk = TuskLine[0];
        model.Morph("long_tusks", m => m.Solid == "Tusk" ? m.Position + Along(tusk, m.Position) * 0.30f : m.Position);
        model.Morph("short_tusks", m => m.Solid == "Tusk" ? m.Position - Along(tusk, m.Position) * 0.42f : m.Position);
        model.Morph("large_ears", m => m.Solid == "Hide" && MathF.Abs(m.Position.X) > 0.52f && m.Position.Y > 1.5f ? Ear(m.Position, 0.16f) : m.Position);
        model.Morph("heavy", m => m.Solid == "Hide" ? m.Position + m.Normal * 0.12f * Barrel(m.Position) : m.Position);
        model.Morph("lean", m => m.Solid == "Hide" ? m.Position - m.Normal * 0.10f * Barrel(m.Position) : m.Position);
        model.Variant("red_dust", new MaterialChange("Hide", new Vector3(1f, 0.74f, 0.56f)));
        model.Variant("wet", new MaterialChange("Hide", new Vector3(0.42f, 0.42f, 0.44f), 0.5f));
        model.Variant("dark", new MaterialChange("Hide", new Vector3(0.62f, 0.63f, 0.66f)));
        model.Variant("mud", new MaterialChange("Hide", new Vector3(0.62f, 0.50f, 0.40f), 0.9f), new MaterialChange("Tusk", new Vector3(0.85f, 0.75f, 0.6f)));
    }

    private static Vector3 Along(Vector4 tusk, Vector3 p)
    {
        var root = new Vector3(MathF.Sign(p.X) * tusk.X, tusk.Y, tusk.Z);
        return (p - root) * Smooth.Step(0.25f, 0.7f, (p - root).Length());
    }

    private static Vector3 Ear(Vector3 p, float by)
    {
        var root = new Vector3(MathF.Sign(p.X) * 0.45f, 2.74f, 1.25f);
        return p + (p - root) * by * Smooth.Step(0.52f, 0.80f, MathF.Abs(p.X)) * Smooth.Step(0.35f, 0.6f, p.Z);
    }

    private static float Barrel(Vector3 p) => Smooth.Step(-1.5f, -0.8f, p.Z) * Smooth.Step(0.85f, 0.45f, p.Z) * Smooth.Step(1.35f, 1.70f, p.Y);

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("trunk_tip", "Hide", new(0, 0.34f, 2.17f), 0.15f);
        model.Keypoint("trunk_middle", "Hide", new(0, 1.40f, 2.17f), 0.2f);
        model.Keypoint("forehead", "Hide", new(0, 2.85f, 1.80f), 0.3f);
        model.Keypoint("crown", "Hide", new(0, 3.22f, 1.32f), 0.3f);
        model.KeypointPair("eye", "LeftEye", new(0.400f, 2.640f, 1.675f), 0.1f, "RightEye");
        model.KeypointPair("ear_top", "Hide", new(0.78f, 3.25f, 0.95f), 0.15f);
        model.KeypointPair("ear_bottom", "Hide", new(0.68f, 1.77f, 1.00f), 0.15f);
        model.KeypointPair("tusk_tip", "Tusk", new(0.235f, 1.745f, 2.775f), 0.08f);
        model.Keypoint("withers", "Hide", new(0, 3.05f, 0.55f), 0.3f);
        model.Keypoint("rump", "Hide", new(0, 2.98f, -0.95f), 0.3f);
        model.Keypoint("tail_tip", "Hide", new(0, 1.01f, -1.70f), 0.12f);
        model.KeypointPair("elbow", "Hide", new(0.76f, 1.45f, 0.66f), 0.3f);
        model.KeypointPair("front_foot", "Hide", new(0.52f, 0.02f, 0.99f), 0.2f);
        model.KeypointPair("knee", "Hide", new(0.62f, 1.35f, -0.68f), 0.3f);
        model.KeypointPair("hind_foot", "Hide", new(0.46f, 0.02f, -0.83f), 0.2f);
        model.Chain("trunk_tip", "trunk_middle", "forehead", "crown", "withers", "rump", "tail_tip");
        foreach (var side in (string[])["left_", "right_"])
        {
            model.Chain("forehead", side + "eye", side + "ear_top", side + "ear_bottom");
            model.Chain("trunk_middle", side + "tusk_tip");
            model.Chain("withers", side + "elbow", side + "front_foot");
            model.Chain("rump", side + "knee", side + "hind_foot");
        }
    }
}
