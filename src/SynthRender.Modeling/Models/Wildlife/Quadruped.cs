using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;

namespace SynthRender.Modeling.Models.Wildlife;

/// <summary>
/// The skeleton that four-legged animals share: where its joints lie (left side, +X), how far they turn, its parts, and a
/// walk. Bones are named Hips, Spine, Chest, Neck, Nape, Head, Jaw, LeftEar, Tail, LeftArm, LeftForearm, LeftCannon, LeftHand,
/// LeftThigh, LeftShin, LeftHock, LeftFoot and so on.
/// </summary>
internal sealed record Quadruped
{
    public required Vector3 Hips { get; init; }
    public required Vector3 Spine { get; init; }
    public required Vector3 Chest { get; init; }
    public required Vector3 Neck { get; init; }
    public required Vector3 Nape { get; init; }
    public required Vector3 Head { get; init; }
    public required Vector3 Jaw { get; init; }
    public required Vector3 Ear { get; init; }
    public required Vector3[] Tail { get; init; }
    public required Vector3 Arm { get; init; }
    public required Vector3 Forearm { get; init; }
    public required Vector3 Cannon { get; init; }
    public required Vector3 Hand { get; init; }
    public required Vector3 Thigh { get; init; }
    public required Vector3 Shin { get; init; }
    public required Vector3 Hock { get; init; }
    public required Vector3 Foot { get; init; }

    /// <summary>How far the legs swing in a walk, degrees to either side.</summary>
    public float Stride { get; init; } = 17f;

    /// <summary>Seconds per walk cycle.</summary>
    public float CycleSeconds { get; init; } = 1.2f;

    public static readonly string[] Sides = ["Left", "Right"];

    public void AddSkeleton(ModelDescription model)
    {
        model.Node("Hips", null, Hips);
        model.Node("Spine", "Hips", Spine);
        model.Node("Chest", "Spine", Chest);
        model.Node("Neck", "Chest", Neck);
        model.Node("Nape", "Neck", Nape);
        model.Node("Head", "Nape", Head);
        model.Node("Jaw", "Head", Jaw);
        for (var i = 0; i < Tail.Length; i++)
            model.Node(TailName(i), i == 0 ? "Hips" : TailName(i - 1), Tail[i]);
        foreach (var side in Sides)
        {
            Vector3 Mirrored(Vector3 v) => side == "Left" ? v : v with { X = -v.X };
            model.Node(side + "Ear", "Head", Mirrored(Ear));
            model.Node(side + "Arm", "Chest", Mirrored(Arm));
            model.Node(side + "Forearm", side + "Arm", Mirrored(Forearm));
            model.Node(side + "Cannon", side + "Forearm", Mirrored(Cannon));
            model.Node(side + "Hand", side + "Cannon", Mirrored(Hand));
            model.Node(side + "Thigh", "Hips", Mirrored(Thigh));
            model.Node(side + "Shin", side + "Thigh", Mirrored(Shin));
            model.Node(side + "Hock", side + "Shin", Mirrored(Hock));
            model.Node(side + "Foot", side + "Hock", Mirrored(Foot));
        }
    }

    public static string TailName(int i) => i == 0 ? "Tail" : $"Tail{i + 1}";

    /// <summary>Adds shapes to both sides: as given on the left, mirrored on the right.</summary>
    public static void AddBoth(Flesh flesh, string bone, Field left, float reach)
    {
        flesh.Add("Left" + bone, left, reach);
        flesh.Add("Right" + bone, Mirror(left), reach);
    }

    /// <summary>The mirror image in the plane x = 0.</summary>
    public static Field Mirror(Field field)
    {
        var box = field.Bounds;
        return field.Warp(static p => p with { X = -p.X }, 1f,
            new Box(box.Min with { X = -box.Max.X }, box.Max with { X = -box.Min.X }));
    }

    /// <summary>Adds the joints' limits, in which the mouth of a grazer reaches the ground, and the parts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="neckDown">How far the neck's root turns down, degrees.</param>
    /// <param name="napeDown">How far the nape turns down, degrees.</param>
    public void AddJointsAndParts(ModelDescription model, float neckDown = 82f, float napeDown = 42f)
    {
        static Vector3 V(float x, float y, float z) => new(x, y, z);
        model.BallJoint("Spine", V(-6, -7, -4), V(6, 7, 4));
        model.BallJoint("Chest", V(-6, -7, -4), V(6, 7, 4));
        model.BallJoint("Neck", V(-14, -25, -8), V(neckDown, 25, 8));
        model.BallJoint("Nape", V(-12, -30, -10), V(napeDown, 30, 10));
        model.BallJoint("Head", V(-34, -30, -15), V(10, 30, 15));
        model.Revolute("Jaw", Vector3.UnitX, 0, 14);
        for (var i = 0; i < Tail.Length; i++)
            model.BallJoint(TailName(i), V(-15, -20, -20), V(30, 20, 20));
        foreach (var side in Sides)
        {
            model.BallJoint(side + "Ear", V(-25, -30, -20), V(25, 30, 20));
            model.BallJoint(side + "Arm", V(-33, -4, -4), V(24, 4, 4));
            model.Revolute(side + "Forearm", Vector3.UnitX, -35, 8);
            model.Revolute(side + "Cannon", Vector3.UnitX, -2, 60);
            model.Revolute(side + "Hand", Vector3.UnitX, -20, 35);
            model.BallJoint(side + "Thigh", V(-26, -4, -4), V(24, 4, 4));
            model.Revolute(side + "Shin", Vector3.UnitX, -6, 32);
            model.Revolute(side + "Hock", Vector3.UnitX, -38, 10);
            model.Revolute(side + "Foot", Vector3.UnitX, -20, 40);
        }

        model.Part("head", "Head", "Jaw");
        model.Part("ears", "LeftEar", "RightEar");
        model.Part("neck", "Neck", "Nape");
        model.Part("body", "Hips", "Spine", "Chest");
        model.Part("tail", [.. Enumerable.Range(0, Tail.Length).Select(TailName)]);
        foreach (var side in Sides)
        {
            var lower = side == "Left" ? "left" : "right";
            model.Part(lower + "_front_leg", side + "Arm", side + "Forearm", side + "Cannon", side + "Hand");
            model.Part(lower + "_hind_leg", side + "Thigh", side + "Shin", side + "Hock", side + "Foot");
        }
    }

    /// <summary>Adds a walk in place, a lateral sequence: left hind, left fore, right hind, right fore.</summary>
    public void AddWalk(ModelDescription model)
    {
        var turns = new List<(string, Func<float, Quaternion>)>();
        void Turn(string node, Func<float, float> degrees) =>
            turns.Add((node, t => Quaternion.CreateFromAxisAngle(Vector3.UnitX, degrees(t) * MathF.PI / 180f)));
        for (var s = 0; s < 2; s++)
        {
            var hind = s * 0.5f;
            var fore = hind + 0.25f;
            Turn(Sides[s] + "Thigh", t => Swing(t - hind));
            Turn(Sides[s] + "Shin", t => 26f * Lift(t - hind));
            Turn(Sides[s] + "Hock", t => -30f * Lift(t - hind));
            Turn(Sides[s] + "Foot", t => 30f * Lift(t - hind) - 0.8f * Held(t - hind));
            Turn(Sides[s] + "Arm", t => 0.85f * Swing(t - fore));
            Turn(Sides[s] + "Forearm", t => -24f * Lift(t - fore));
            Turn(Sides[s] + "Cannon", t => 50f * Lift(t - fore));
            Turn(Sides[s] + "Hand", t => 25f * Lift(t - fore) - 0.7f * Held(t - fore));
        }

        Turn("Neck", t => 2.5f * MathF.Sin(t * 2f * MathF.Tau));
        Turn("Head", t => -2.0f * MathF.Sin(t * 2f * MathF.Tau));
        turns.Add(("Tail", t => Quaternion.CreateFromAxisAngle(Vector3.UnitZ, 0.15f * MathF.Sin(t * MathF.Tau))));
        turns.Add(("Spine", t => Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.03f * MathF.Sin(t * MathF.Tau))));
        var drop = 0.008f * Hips.Y;
        model.Clips.Add(new ModelClip("walk", CycleSeconds, 25, turns,
            [("Hips", t => new Vector3(0, drop * MathF.Cos(t * 2f * MathF.Tau), 0))]));
    }

    /// <summary>Adds a clip with the head at the ground: the forehand sinks between front legs set apart, the mouth works.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">The clip's name.</param>
    /// <param name="neck">How far the neck's root turns down, degrees.</param>
    /// <param name="nape">How far the nape turns down, degrees.</param>
    public void AddGraze(ModelDescription model, string name, float neck, float nape)
    {
        var clip = new ClipWriter();
        clip.Hold("Hips", 3);
        clip.Hold("Spine", 3);
        clip.Turn("Chest", t => new Vector3(3, 1.5f * MathF.Sin(t * MathF.Tau), 0));
        clip.Turn("Neck", t => new Vector3(neck + 1.5f * MathF.Sin(t * 2f * MathF.Tau), 7f * MathF.Sin(t * MathF.Tau), 0));
        clip.Turn("Nape", t => new Vector3(nape, 6f * MathF.Sin(t * MathF.Tau), 0));
        clip.Turn("Head", t => new Vector3(-30f + 3f * MathF.Sin((t + 0.1f) * 4f * MathF.Tau), 5f * MathF.Sin((t - 0.1f) * MathF.Tau), 0));
        clip.Turn("Jaw", t => new Vector3(5f + 5f * MathF.Sin(t * 8f * MathF.Tau), 0, 0));
        clip.Turn("Tail", t => new Vector3(0, 0, 10f * MathF.Sin(t * 2f * MathF.Tau)));
        // One front leg forward, one back, both hoofs flat; the hind legs stay upright.
        clip.Hold("LeftArm", -32);
        clip.Hold("LeftHand", 23);
        clip.Hold("RightArm", 14);
        clip.Hold("RightHand", -20);
        foreach (var side in Sides)
            clip.Hold(side + "Thigh", -3);
        AddEars(clip);
        model.Clips.Add(clip.ToClip(name, 4f, 65));
    }

    /// <summary>Adds a clip with the head up, turning to both sides.</summary>
    /// <param name="model">The model.</param>
    /// <param name="range">How much of the full turn, 0 to 1.</param>
    public void AddLookAround(ModelDescription model, float range = 1f)
    {
        var clip = new ClipWriter();
        float Yaw(float t) => range * MathF.Sin(t * MathF.Tau) * (1f - 0.25f * MathF.Cos(2f * t * MathF.Tau));
        clip.Turn("Chest", t => new Vector3(0, 4f * Yaw(t - 0.02f), 0));
        clip.Turn("Neck", t => new Vector3(-8f * range, 19f * Yaw(t - 0.01f), 0));
        clip.Turn("Nape", t => new Vector3(-4f * range, 22f * Yaw(t), 0));
        clip.Turn("Head", t => new Vector3(6f + 4f * MathF.Sin(t * 2f * MathF.Tau), 22f * Yaw(t + 0.02f), 5f * Yaw(t)));
        clip.Turn("Tail", t => new Vector3(0, 0, 6f * MathF.Sin(t * 3f * MathF.Tau)));
        AddEars(clip);
        model.Clips.Add(clip.ToClip("look_around", 5f, 61));
    }

    private static void AddEars(ClipWriter clip)
    {
        foreach (var side in Sides)
        {
            var sign = side == "Left" ? 1f : -1f;
            clip.Turn(side + "Ear", t => new Vector3(0, sign * 12f * MathF.Sin((t + 0.15f * sign) * 2f * MathF.Tau), 0));
        }
    }

    // Backward over the stance (three fifths of the cycle), forward through the air.
    private float Swing(float phase)
    {
        phase -= MathF.Floor(phase);
        return phase < 0.6f ? Stride * (phase / 0.3f - 1f) : Stride * MathF.Cos(MathF.PI * (phase - 0.6f) / 0.4f);
    }

    private float Held(float phase) => Swing(phase) * (1f - Lift(phase));

    private static float Lift(float phase)
    {
        phase -= MathF.Floor(phase);
        return phase < 0.6f ? 0f : MathF.Pow(MathF.Sin(MathF.PI * (phase - 0.6f) / 0.4f), 2f);
    }
}
