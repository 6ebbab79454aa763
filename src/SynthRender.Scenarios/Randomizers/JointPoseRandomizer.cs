using System.Numerics;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Parameters;

namespace SynthRender.Randomizers;

/// <summary>Poses models: every joint that an asset declares moves within its limits.</summary>
public sealed class JointPoseRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>Where in a joint's range: 0 is its lower limit, 1 its upper; within [0, 1].</summary>
    public FloatParameter Position { get; init; } = Distributions.Uniform(0, 1);

    /// <summary>How much of the way from rest to that position is gone: 0 stays at rest, 1 goes all the way; within [0, 1].</summary>
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
            if (model.Asset.Labels is not { Joints.Length: > 0 } labels) continue;
            var amount = Amount.Sample(iteration.Stream(model), "amount");
            var pose = model.Pose.ToBuilder();
            foreach (var joint in labels.Joints)
            {
                var name = model.Asset.Nodes[joint.Node].Name;
                var stream = iteration.Stream($"{model.Path} joint {name}");
                pose[joint.Node] = Moved(pose[joint.Node], joint, amount * Value(joint, stream));
            }

            model.Pose = pose.ToImmutable();
        }
    }

    /// <summary>A node's transform after its joint has moved by <paramref name="value"/> (radians, or metres in x) from rest.</summary>
    internal static Transform Moved(Transform rest, JointLimit joint, Vector3 value) => joint.Kind switch
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

    private Vector3 Value(JointLimit joint, Samplers.RandomStream stream)
    {
        float Between(float lower, float upper, string name) =>
            stream.Record(name, lower + (upper - lower) * (float)Position.Sampler.Sample(stream));

        var x = Between(joint.Lower.X, joint.Upper.X, joint.Kind == JointKind.Ball ? "x" : "position");
        return joint.Kind == JointKind.Ball
            ? new Vector3(x, Between(joint.Lower.Y, joint.Upper.Y, "y"), Between(joint.Lower.Z, joint.Upper.Z, "z"))
            : new Vector3(x, 0, 0);
    }
}
