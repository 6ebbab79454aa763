using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Materials;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

/// <summary>Joints, clips and morph targets.</summary>
public sealed class PoseTests
{
    private const int Frames = 200;

    // Rest transforms that are neither at the origin nor upright, so that a rest that is forgotten shows.
    private static readonly Transform Rest = new(new(1, 2, 3), Quaternion.CreateFromYawPitchRoll(0.3f, -0.4f, 0.5f), Vector3.One);

    private static NodeAsset Node(string name, params float[] weights) => new(name, -1, Rest, weights.Length > 0 ? 0 : -1, -1, [.. weights], -1, -1);

    private static ModelAsset Model(ImmutableArray<NodeAsset> nodes, params JointLimit[] joints) => new("model", nodes, [new MeshAsset("m", [], ["thin", "tall"])], [Material.Default], [])
    {
        Bounds = new BoundingBox(default, Vector3.One),
        Labels = new ModelLabels { Category = "model", Joints = [.. joints] },
    };

    /// <summary>The pose of the one model in every frame, and the frame's values.</summary>
    private static IEnumerable<(ImmutableArray<Transform> Pose, FrameSnapshot Frame)> Poses(ModelAsset asset, params Randomizer[] randomizers)
    {
        ModelNode? node = null;
        var pose = asset.RestPose;
        var run = SceneInCode.Start(s =>
        {
            node = s.Scene.AddModel(asset);
            s.Add([.. randomizers, new Change(_ => pose = node.Pose)]);
        });
        for (var frame = 0; frame < Frames; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            yield return (pose, snapshot);
        }
    }

    private static float Drawn(FrameSnapshot frame, string target, string name) =>
        (float)frame.SampledValues.Single(v => v.Target.EndsWith(target, StringComparison.Ordinal) && v.Name == name).Value;

    private static void Near(Quaternion expected, Quaternion actual) =>
        Assert.True(MathF.Abs(Quaternion.Dot(expected, actual)) > 1 - 1e-5f, $"expected {expected}, got {actual}");

    private static void Fills(IEnumerable<float> values, float lower, float upper)
    {
        var all = values.ToList();
        Assert.All(all, v => Assert.InRange(v, lower, upper));
        // Of 200 uniform draws none in an outer tenth: a chance of 0.9²⁰⁰ = 7e-10.
        Assert.True(all.Min() < lower + (upper - lower) / 10 && all.Max() > upper - (upper - lower) / 10);
    }

    [Fact]
    public void Revolute_joints_turn_about_their_axis_within_their_limits()
    {
        var axis = Vector3.Normalize(new(1, -2, 0.5f));
        var asset = Model([Node("base"), Node("elbow")], new JointLimit(1, JointKind.Revolute, axis, new(-0.5f, 0, 0), new(2, 0, 0)));
        var angles = new List<float>();
        foreach (var (pose, frame) in Poses(asset, new JointPoseRandomizer()))
        {
            Assert.Equal(Rest, pose[0]);
            Assert.Equal(Rest.Translation, pose[1].Translation);
            // The turn from rest, read back as an angle about the axis.
            var turn = Quaternion.Conjugate(Rest.Rotation) * pose[1].Rotation;
            var sine = new Vector3(turn.X, turn.Y, turn.Z);
            Assert.Equal(0, Vector3.Cross(sine, axis).Length(), 1e-5f);
            var angle = 2 * MathF.Atan2(Vector3.Dot(sine, axis), turn.W);
            Assert.Equal(Drawn(frame, "joint elbow", "position"), angle, 1e-5f);
            angles.Add(Math.Clamp(angle, -0.5f - 1e-5f, 2 + 1e-5f) == angle ? Math.Clamp(angle, -0.5f, 2) : angle); // rounding of the way back
        }

        Fills(angles, -0.5f, 2);
    }

    [Fact]
    public void Prismatic_joints_slide_along_their_axis_within_their_limits()
    {
        var asset = Model([Node("rail")], new JointLimit(0, JointKind.Prismatic, Vector3.UnitZ, new(0.1f, 0, 0), new(0.4f, 0, 0)));
        var positions = new List<float>();
        foreach (var (pose, frame) in Poses(asset, new JointPoseRandomizer()))
        {
            Assert.Equal(Rest.Rotation, pose[0].Rotation);
            var position = Drawn(frame, "joint rail", "position");
            // The axis lies in the node's own frame.
            var expected = Rest.Translation + position * Vector3.Transform(Vector3.UnitZ, Rest.Rotation);
            Assert.Equal(0, Vector3.Distance(expected, pose[0].Translation), 1e-5f);
            positions.Add(position);
        }

        Fills(positions, 0.1f, 0.4f);
    }

    [Fact]
    public void Ball_joints_turn_about_x_then_y_then_z_within_their_limits()
    {
        var (lower, upper) = (new Vector3(-0.1f, -0.2f, 0), new Vector3(0.1f, 0.6f, 0.9f));
        var asset = Model([Node("hip")], new JointLimit(0, JointKind.Ball, Vector3.Zero, lower, upper));
        var angles = new List<Vector3>();
        foreach (var (pose, frame) in Poses(asset, new JointPoseRandomizer()))
        {
            var angle = new Vector3(Drawn(frame, "joint hip", "x"), Drawn(frame, "joint hip", "y"), Drawn(frame, "joint hip", "z"));
            // Intrinsic X, Y, Z as matrices on row vectors: what is turned last comes first.
            var turn = Matrix4x4.CreateRotationZ(angle.Z) * Matrix4x4.CreateRotationY(angle.Y) * Matrix4x4.CreateRotationX(angle.X)
                * Matrix4x4.CreateFromQuaternion(Rest.Rotation);
            Near(Quaternion.CreateFromRotationMatrix(turn), pose[0].Rotation);
            Assert.Equal(Rest.Translation, pose[0].Translation);
            angles.Add(angle);
        }

        Fills(angles.Select(a => a.X), lower.X, upper.X);
        Fills(angles.Select(a => a.Y), lower.Y, upper.Y);
        Fills(angles.Select(a => a.Z), lower.Z, upper.Z);
    }

    [Fact]
    public void The_amount_leads_from_rest_to_the_drawn_position()
    {
        var asset = Model([Node("elbow")], new JointLimit(0, JointKind.Revolute, Vector3.UnitX, new(-1, 0, 0), new(1, 0, 0)));
        Assert.All(Poses(asset, new JointPoseRandomizer { Amount = 0 }), p => Near(Rest.Rotation, p.Pose[0].Rotation));
        Assert.All(
            Poses(asset, new JointPoseRandomizer { Amount = 0.25, Position = 1 }),
            p => Near(Rest.Rotation * Quaternion.CreateFromAxisAngle(Vector3.UnitX, 0.25f), p.Pose[0].Rotation));
        // Rest is not among the limits here: then the nearest limit stands for it.
        var bent = Model([Node("elbow")], new JointLimit(0, JointKind.Revolute, Vector3.UnitX, new(0.4f, 0, 0), new(1.4f, 0, 0)));
        foreach (var (amount, angle) in (ReadOnlySpan<(float, float)>)[(0, 0.4f), (0.5f, 0.9f), (1, 1.4f)])
            Near(Rest.Rotation * Quaternion.CreateFromAxisAngle(Vector3.UnitX, angle), Poses(bent, new JointPoseRandomizer { Amount = amount, Position = 1 }).First().Pose[0].Rotation);
    }

    [Fact]
    public void Joints_keep_their_limits_after_an_animation()
    {
        var asset = WithClip(AnimationPath.Rotation, [0, 0, 0, 1, 1, 0, 0, 0], new JointLimit(0, JointKind.Revolute, Vector3.UnitX, new(0, 0, 0), new(0.2f, 0, 0)));
        Assert.All(Poses(asset, new AnimationPoseRandomizer(), new JointPoseRandomizer()), p =>
        {
            var turn = Quaternion.Conjugate(Rest.Rotation) * p.Pose[0].Rotation;
            Assert.InRange(2 * MathF.Atan2(turn.X, turn.W), -1e-5f, 0.2f + 1e-5f);
        });
    }

    private static ModelAsset WithClip(AnimationPath path, float[] values, params JointLimit[] joints)
    {
        var plain = Model([Node("elbow"), Node("body", 0, 0)], joints);
        var channel = new AnimationChannel(path == AnimationPath.Weights ? 1 : 0, path, AnimationInterpolation.Linear, new float[] { 0, 4 }, values);
        return new ModelAsset(plain.Name, plain.Nodes, plain.Meshes, plain.Materials, plain.Skins)
        {
            Bounds = plain.Bounds,
            Labels = plain.Labels,
            Animations = [new AnimationAsset("walk", 4, [channel]), new AnimationAsset("rest", 0, [])],
        };
    }

    [Fact]
    public void Clips_are_played_to_a_moment_that_is_drawn()
    {
        var asset = WithClip(AnimationPath.Translation, [0, 0, 0, 8, 0, 0]);
        var times = new List<float>();
        foreach (var (pose, frame) in Poses(asset, new AnimationPoseRandomizer { Clip = "wa" }))
        {
            var time = Drawn(frame, "scene/model", "time");
            Assert.Equal("walk", frame.SampledValues.Single(v => v.Name == "clip").Value);
            Assert.Equal(new Vector3(8 * time, 0, 0), pose[0].Translation);
            Assert.Equal(Rest, pose[1]);
            times.Add(time);
        }

        Fills(times, 0, 1);
    }

    [Fact]
    public void All_clips_take_their_turns()
    {
        var clips = Poses(WithClip(AnimationPath.Translation, [0, 0, 0, 8, 0, 0]), new AnimationPoseRandomizer())
            .Select(p => p.Frame.SampledValues.Single(v => v.Name == "clip").Value).CountBy(c => c).ToDictionary();
        Assert.InRange(clips["walk"], Frames / 2 - 32, Frames / 2 + 32); // 4.5·√(200/4)
        Assert.Equal(Frames, clips["walk"] + clips["rest"]);
    }

    [Fact]
    public void Clips_move_morph_weights_too()
    {
        var asset = WithClip(AnimationPath.Weights, [0, 1, 1, 0]);
        Assert.All(Poses(asset, new AnimationPoseRandomizer { Clip = "walk", Time = 0.25 }), p => Assert.Equal([0.25f, 0.75f], p.Frame.Models[0].MorphWeights[1]));
    }

    [Fact]
    public void A_model_without_such_a_clip_stays_as_it_is() => Assert.All(
        Poses(WithClip(AnimationPath.Translation, [0, 0, 0, 8, 0, 0]), new AnimationPoseRandomizer { Clip = "fly" }), p => Assert.Equal(Rest, p.Pose[0]));

    [Fact]
    public void Morph_weights_are_drawn_by_target_and_shared_by_the_meshes_of_a_model()
    {
        var asset = Model([Node("body", 0.5f, 0.5f), Node("plain"), Node("coat", 0, 0)]);
        var weights = new List<ImmutableArray<float>>();
        foreach (var (_, frame) in Poses(asset, new MorphRandomizer { Weight = Uniform(0.2, 0.8) }))
        {
            var drawn = frame.Models[0].MorphWeights;
            Assert.Equal(drawn[0], drawn[2], (a, b) => a.AsSpan().SequenceEqual(b.AsSpan()));
            Assert.Empty(drawn[1]);
            Assert.Equal(2, frame.SampledValues.Length);
            Assert.Equal(drawn[0], frame.SampledValues.Select(v => (float)v.Value));
            weights.Add(drawn[0]);
        }

        Fills(weights.Select(w => w[0]), 0.2f, 0.8f);
        Fills(weights.Select(w => w[1]), 0.2f, 0.8f);
        Assert.DoesNotContain(weights, w => w[0] == w[1]);
    }

    [Fact]
    public void Fractions_beyond_one_are_refused_before_the_first_frame()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(new JointPoseRandomizer { Position = Uniform(0, 1.5) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(new JointPoseRandomizer { Amount = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(new AnimationPoseRandomizer { Time = -1 }));
    }
}
