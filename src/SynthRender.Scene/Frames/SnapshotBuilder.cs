using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Labels;

namespace SynthRender.Frames;

/// <summary>Freezes a scene as one camera sees it, so that the scene may change while the frame is still being drawn.</summary>
/// <remarks>
/// Every enabled <see cref="ModelNode"/> with a <see cref="ModelNode.Labeling"/> is an instance; ids run from 1 in tree order. A model
/// without one belongs to the instance of the nearest model above it that has one, else to the background (id 0). Lights are the
/// scene's <see cref="LightNode"/>s alone: the lights inside an asset's file light nothing until a scene adds them.
/// </remarks>
public static class SnapshotBuilder
{
    /// <summary>Freezes the scene.</summary>
    /// <param name="scene">The scene; it is only read.</param>
    /// <param name="camera">An enabled camera in the scene's tree. A scale on the way to it changes where it stands, not how it sees.</param>
    /// <param name="frameIndex">The frame's index in the run, from 0.</param>
    /// <param name="values">Every value that was drawn at random for the frame.</param>
    /// <exception cref="ArgumentException">The camera is not in the scene.</exception>
    /// <exception cref="InvalidOperationException">A node's pose, weights, materials or transform do not fit its asset; the message names the node.</exception>
    public static FrameSnapshot Capture(Scene scene, PerceptionCamera camera, int frameIndex, ImmutableArray<SampledValue> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frameIndex);
        var root = (Node)camera;
        while (root.Parent is not null) root = root.Parent;
        if (!ReferenceEquals(root, scene.Root))
            throw new ArgumentException($"Camera '{camera.Path}' is not in the scene.", nameof(camera));
        var capture = new Walk();
        capture.Visit(scene.Root, Matrix4x4.Identity, instance: 0, model: -1);
        return new FrameSnapshot
        {
            FrameIndex = frameIndex,
            Camera = new CameraView(camera.Name, camera.Lens, Rigid(camera)),
            Labelers = camera.Labelers,
            Models = capture.Models.DrainToImmutable(),
            Decals = capture.Decals.DrainToImmutable(),
            Lights = capture.Lights.DrainToImmutable(),
            Surroundings = scene.Surroundings,
            Background = scene.Background,
            AmbientOcclusion = scene.AmbientOcclusion,
            Instances = capture.Instances.DrainToImmutable(),
            SampledValues = values.IsDefault ? [] : values,
        };
    }

    /// <summary>Freezes one model where it stands now.</summary>
    internal static FrameModel Freeze(ModelNode node)
    {
        var worldFromModel = node.WorldFromNode;
        Check(node, worldFromModel);
        return Freeze(node, worldFromModel, instance: 0);
    }

    private static Matrix4x4 Rigid(PerceptionCamera camera)
    {
        var world = camera.WorldFromNode;
        var (x, y, z) = (new Vector3(world.M11, world.M12, world.M13), new Vector3(world.M21, world.M22, world.M23), new Vector3(world.M31, world.M32, world.M33));
        var back = Vector3.Normalize(z);
        var right = Vector3.Normalize(Vector3.Cross(y, back));
        var up = Vector3.Cross(back, right);
        if (!float.IsFinite(back.X + right.X + up.X) || !float.IsFinite(world.Translation.LengthSquared()))
            throw new InvalidOperationException($"Camera '{camera.Path}' has a transform that cannot be seen through (is a scale zero?).");
        if (Vector3.Dot(right, x) < 0)
            throw new InvalidOperationException($"Camera '{camera.Path}' lies under a mirroring scale; give its nodes positive scales.");
        return new Matrix4x4(
            right.X, right.Y, right.Z, 0, up.X, up.Y, up.Z, 0, back.X, back.Y, back.Z, 0,
            world.M41, world.M42, world.M43, 1);
    }

    private sealed class Walk
    {
        public ImmutableArray<FrameModel>.Builder Models { get; } = ImmutableArray.CreateBuilder<FrameModel>();

        public ImmutableArray<FrameDecal>.Builder Decals { get; } = ImmutableArray.CreateBuilder<FrameDecal>();

        public ImmutableArray<FrameLight>.Builder Lights { get; } = ImmutableArray.CreateBuilder<FrameLight>();

        public ImmutableArray<FrameInstance>.Builder Instances { get; } = ImmutableArray.CreateBuilder<FrameInstance>();

        public void Visit(Node node, Matrix4x4 worldFromParent, uint instance, int model)
        {
            if (!node.Enabled) return;
            var worldFromNode = node.Local.ToMatrix() * worldFromParent;
            if (node is ModelNode added)
            {
                model = Models.Count;
                instance = Add(added, worldFromNode, instance);
            }
            else if (node is LightNode light) Lights.Add(Freeze(light, worldFromNode));
            else if (node is DecalNode decal) Decals.Add(Freeze(decal, worldFromNode, model));

            var children = node.Children;
            for (var i = 0; i < children.Count; i++) Visit(children[i], worldFromNode, instance, model);
        }

        private uint Add(ModelNode node, Matrix4x4 worldFromModel, uint instance)
        {
            Check(node, worldFromModel);
            var parent = instance;
            if (node.Labeling is not null) instance = (uint)Instances.Count + 1;
            var model = Freeze(node, worldFromModel, instance);
            Models.Add(model);
            if (node.Labeling is null) return instance;
            Instances.Add(new FrameInstance
            {
                Id = instance,
                ParentId = parent,
                Name = node.Path,
                Labeling = node.Labeling,
                WorldFromObject = worldFromModel,
                Template = node.Asset.Labels?.Template,
                Keypoints = Keypoints(node.Asset.Labels, model),
            });
            return instance;
        }
    }

    private static void Check(ModelNode node, Matrix4x4 worldFromModel)
    {
        var asset = node.Asset;
        if (node.Pose.Length != asset.Nodes.Length)
            throw Misfit(node, $"has a pose of {node.Pose.Length} transforms, its asset has {asset.Nodes.Length} nodes");
        if (node.MorphWeights.Length != asset.Nodes.Length)
            throw Misfit(node, $"has morph weights for {node.MorphWeights.Length} nodes, its asset has {asset.Nodes.Length}");
        for (var i = 0; i < asset.Nodes.Length; i++)
            if (node.MorphWeights[i].Length != asset.RestMorphWeights[i].Length)
                throw Misfit(node,
                    $"has {node.MorphWeights[i].Length} morph weights at asset node '{asset.Nodes[i].Name}', "
                    + $"which has {asset.RestMorphWeights[i].Length} targets");
        if (node.Materials.Length != asset.Materials.Length)
            throw Misfit(node, $"has {node.Materials.Length} materials, its asset has {asset.Materials.Length} slots");
        var m = worldFromModel;
        if (!float.IsFinite(m.M11 + m.M12 + m.M13 + m.M21 + m.M22 + m.M23 + m.M31 + m.M32 + m.M33 + m.M41 + m.M42 + m.M43))
            throw Misfit(node, "has a transform that is not finite");
    }

    private static InvalidOperationException Misfit(ModelNode node, string problem) => new($"Model node '{node.Path}' {problem}.");

    private static FrameModel Freeze(ModelNode node, Matrix4x4 worldFromModel, uint instance)
    {
        var asset = node.Asset;
        var worldFromNodes = new Matrix4x4[asset.Nodes.Length];
        for (var i = 0; i < worldFromNodes.Length; i++)
        {
            var parent = asset.Nodes[i].Parent;
            worldFromNodes[i] = node.Pose[i].ToMatrix() * (parent < 0 ? worldFromModel : worldFromNodes[parent]);
        }

        var skins = asset.Skins.Length == 0 ? [] : new ImmutableArray<Matrix4x4>[asset.Skins.Length];
        for (var s = 0; s < skins.Length; s++)
        {
            var skin = asset.Skins[s];
            var worldFromBind = new Matrix4x4[skin.Joints.Length];
            for (var j = 0; j < worldFromBind.Length; j++) worldFromBind[j] = skin.JointFromBind[j] * worldFromNodes[skin.Joints[j]];
            skins[s] = ImmutableCollectionsMarshal.AsImmutableArray(worldFromBind);
        }

        return new FrameModel
        {
            Asset = asset,
            InstanceId = instance,
            WorldFromModel = worldFromModel,
            WorldFromNodes = ImmutableCollectionsMarshal.AsImmutableArray(worldFromNodes),
            WorldFromBind = ImmutableCollectionsMarshal.AsImmutableArray(skins),
            MorphWeights = node.MorphWeights,
            Materials = node.Materials,
            CastsShadow = node.CastsShadow,
        };
    }

    private static ImmutableArray<FrameKeypoint> Keypoints(ModelLabels? labels, FrameModel model)
    {
        if (labels is null || labels.Keypoints.Length == 0) return [];
        // The object's scale as one number: the side of the cube that a unit cube's volume becomes.
        var scale = MathF.Cbrt(MathF.Abs(model.WorldFromModel.GetDeterminant()));
        PosedGeometry? geometry = null;
        var keypoints = new FrameKeypoint[labels.Keypoints.Length];
        for (var i = 0; i < keypoints.Length; i++)
        {
            var binding = labels.Keypoints[i];
            var world = binding.Vertex is { } vertex
                ? (geometry ??= PosedGeometry.InWorld(model)).Vertex(binding.Node, vertex)
                : Vector3.Transform(binding.Offset, model.WorldFromNodes[binding.Node]);
            keypoints[i] = new FrameKeypoint(world, binding.SelfOcclusionDistance * scale);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(keypoints);
    }

    private static FrameDecal Freeze(DecalNode decal, Matrix4x4 worldFromNode, int model) => Matrix4x4.Invert(worldFromNode, out var inverse)
        && float.IsFinite(inverse.Translation.LengthSquared() + worldFromNode.Translation.LengthSquared())
        ? new FrameDecal(decal.Decal, worldFromNode, model)
        : throw new InvalidOperationException($"Decal '{decal.Path}' has a transform that is not finite, or a scale of zero.");

    private static FrameLight Freeze(LightNode light, Matrix4x4 worldFromNode)
    {
        var direction = Vector3.Normalize(Vector3.TransformNormal(-Vector3.UnitZ, worldFromNode));
        if (!float.IsFinite(direction.X + direction.Y + direction.Z) || !float.IsFinite(worldFromNode.Translation.LengthSquared()))
            throw new InvalidOperationException($"Light '{light.Path}' has a transform that is not finite, or a scale of zero.");
        if (light.Light.Fault is { } fault) throw new InvalidOperationException($"Light '{light.Path}' {fault}.");
        var right = Vector3.TransformNormal(Vector3.UnitX, worldFromNode);
        right = Vector3.Normalize(right - direction * Vector3.Dot(right, direction));
        if (!float.IsFinite(right.LengthSquared()))
            throw new InvalidOperationException($"Light '{light.Path}' has a transform with a scale of zero.");
        return new FrameLight(light.Light, worldFromNode.Translation, direction) { Right = right };
    }
}
