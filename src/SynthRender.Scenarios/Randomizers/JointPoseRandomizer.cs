using System.Numerics;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Parameters;
using SynthRender.Samplers;

namespace SynthRender.Randomizers;

/// <summary>Poses models: every joint that an asset declares moves from rest, within its limits.</summary>
public sealed class JointPoseRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>Only joints on nodes whose name contains this text, or null for all.</summary>
    public string? Joint { get; init; }

    /// <summary>Where in a joint's range: 0 is its lower limit, 1 its upper; within [0, 1].</summary>
    public FloatParameter Position { get; init; } = Distributions.Uniform(0, 1);

    /// <summary>
    /// How much of the way from rest to that position is gone: 0 stays at rest, 1 goes all the way; within [0, 1]; drawn once for a model.
    /// A rest position outside the limits counts as the nearest limit.
    /// </summary>
    public FloatParameter Amount { get; init; } = 1;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenarios.Scenario scenario)
    {
        Position.Within(0, 1, $"{Name}.Position");
        Amount.Within(0, 1, $"{Name}.Amount");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var model in Of.In(iteration.Scene))
        {
            var joints = (model.Asset.Labels?.Joints ?? []).Where(j => IsChosen(model, j)).ToArray();
            if (joints.Length == 0) continue;
            var amount = Amount.Sample(iteration.Stream(model), "amount");
            var pose = model.Pose.ToBuilder();
            foreach (var joint in joints) pose[joint.Node] = model.Asset.RestPose[joint.Node];
            foreach (var joint in joints)
            {
                var stream = iteration.Stream(model, $"joint {model.Asset.Nodes[joint.Node].Name}");
                pose[joint.Node] = Moved(pose[joint.Node], joint, Value(joint, amount, stream));
            }

            model.Pose = pose.DrainToImmutable();
        }
    }

    /// <summary>A node's transform after its joint has moved by <paramref name="value"/> (radians, or metres in x) from rest.</summary>
    private static Transform Moved(Transform rest, JointLimit joint, Vector3 value) => joint.Kind switch
    {
        JointKind.Revolute => rest with { Rotation = rest.Rotation * Quaternion.CreateFromAxisAngle(joint.Axis, value.X) },
        JointKind.Prismatic => rest with { Translation = rest.Translation + Vector3.Transform(joint.Axis * value.X, rest.Rotation) },
        _ => rest with
        {
            Rotation = rest.Rotation
                * Quaternion.CreateFromAxisAngle(Vector3.UnitX, value.X)
                * Quaternion.CreateFromAxisAngle(Vector3.UnitY, value.Y)
                * Quaternion.CreateFromAxisAngle(Vector3.UnitZ, value.Z),
        },
    };

    private Vector3 Value(JointLimit joint, float amount, RandomStream stream)
    {
        var (from, to) = (joint.Lower, joint.Upper);
        return joint.Kind == JointKind.Ball
            ? new Vector3(Value(from.X, to.X, amount, stream, "x"), Value(from.Y, to.Y, amount, stream, "y"), Value(from.Z, to.Z, amount, stream, "z"))
            : new Vector3(Value(from.X, to.X, amount, stream, "position"), 0, 0);
    }

    private float Value(float lower, float upper, float amount, RandomStream stream, string name)
    {
        var rest = Math.Clamp(0, lower, upper);
        var drawn = lower + (upper - lower) * Position.Draw(stream);
        return stream.Record(name, Math.Clamp(rest + amount * (drawn - rest), lower, upper)); // clamped for rounding
    }

    private bool IsChosen(ModelNode model, JointLimit joint) =>
        Joint is null || model.Asset.Nodes[joint.Node].Name.Contains(Joint, StringComparison.Ordinal);
}
