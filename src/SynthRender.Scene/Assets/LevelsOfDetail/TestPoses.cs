using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Graph;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>
/// Two poses that a skinned mesh is tried in: every joint turned by 35° one way, and the other way, about an axis that lies along none
/// of its own. For each pose and joint the map from a bind-pose vertex to the model, over the model's scale.
/// </summary>
internal sealed record TestPoses(ImmutableArray<Matrix4x4[]> PosedFromBind)
{
    private const float Angle = 0.6f;

    public static TestPoses None { get; } = new([]);

    /// <summary>The poses of a model's mesh; none when no node shows it with a skin.</summary>
    public static TestPoses Of(ModelAsset model, int mesh)
    {
        var carrier = model.Nodes.FirstOrDefault(n => n.Mesh == mesh && n.Skin >= 0);
        if (carrier is null) return None;
        var skin = model.Skins[carrier.Skin];
        var rest = Joints(model, skin, model.RestPose);
        var scale = rest.Max(Stretch.Largest);
        return scale > 0 && float.IsFinite(scale) ? new([Turned(model, skin, Angle, scale), Turned(model, skin, -Angle, scale)]) : None;
    }

    private static Matrix4x4[] Turned(ModelAsset model, SkinAsset skin, float angle, float scale)
    {
        var pose = model.RestPose.ToBuilder();
        var turn = Quaternion.CreateFromAxisAngle(Vector3.Normalize(new Vector3(2, 1, 1.5f)), angle);
        foreach (var joint in skin.Joints) pose[joint] = pose[joint] with { Rotation = pose[joint].Rotation * turn };
        return Joints(model, skin, pose.DrainToImmutable(), 1 / scale);
    }

    private static Matrix4x4[] Joints(ModelAsset model, SkinAsset skin, ImmutableArray<Transform> pose, float scale = 1)
    {
        var nodes = model.ModelFromNodes(pose);
        return [.. skin.Joints.Select((joint, i) => skin.JointFromBind[i] * nodes[joint] * Matrix4x4.CreateScale(scale))];
    }
}
