using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>Puts models before a camera and freezes them, without the scene graph.</summary>
internal sealed class Stage(Lens lens, Matrix4x4 worldFromCamera)
{
    private readonly List<FrameModel> _models = [];
    private readonly List<FrameInstance> _instances = [];

    /// <summary>Puts a labelled model on the stage; its id is the number of labelled models so far.</summary>
    public Stage Add(
        ModelAsset asset, Matrix4x4 worldFromModel, ImmutableArray<Transform> pose = default,
        ImmutableArray<ImmutableArray<float>> morphWeights = default, Material? material = null, params ImmutableArray<FrameKeypoint> keypoints)
    {
        var id = (uint)_instances.Count + 1;
        _instances.Add(new FrameInstance
        {
            Id = id, Name = $"scene/{asset.Name}#{id}", Labeling = new Labeling(asset.Name), WorldFromObject = worldFromModel,
            Template = keypoints.IsEmpty ? null : new KeypointTemplate([.. keypoints.Select((_, i) => $"k{i}")], [], []),
            Keypoints = keypoints,
        });
        return Put(asset, worldFromModel, id, pose, morphWeights, material);
    }

    /// <summary>Puts a model on the stage that has no label: it hides others, with id 0.</summary>
    public Stage AddBackground(ModelAsset asset, Matrix4x4 worldFromModel) => Put(asset, worldFromModel, 0, default, default, null);

    public FrameSnapshot Freeze(int frameIndex = 0, params ImmutableArray<CameraLabeler> labelers) => new()
    {
        FrameIndex = frameIndex,
        Camera = new CameraView("camera", lens, worldFromCamera),
        Labelers = labelers,
        Models = [.. _models],
        Lights = [new FrameLight(new DirectionalLight(), Vector3.Zero, Vector3.Normalize(new Vector3(-1, -2, -1)))],
        Surroundings = Surroundings.Default,
        Instances = [.. _instances],
    };

    private Stage Put(
        ModelAsset asset, Matrix4x4 worldFromModel, uint id, ImmutableArray<Transform> pose,
        ImmutableArray<ImmutableArray<float>> morphWeights, Material? material)
    {
        var worldFromNodes = asset.ModelFromNodes(pose.IsDefault ? asset.RestPose : pose).Select(m => m * worldFromModel).ToImmutableArray();
        _models.Add(new FrameModel
        {
            Asset = asset,
            InstanceId = id,
            WorldFromModel = worldFromModel,
            WorldFromNodes = worldFromNodes,
            WorldFromBind = [.. asset.Skins.Select(s => s.Joints.Select((j, i) => s.JointFromBind[i] * worldFromNodes[j]).ToImmutableArray())],
            MorphWeights = morphWeights.IsDefault ? asset.RestMorphWeights : morphWeights,
            Materials = material is null ? asset.Materials : [.. asset.Materials.Select(_ => material)],
            CastsShadow = true,
        });
        return this;
    }
}
