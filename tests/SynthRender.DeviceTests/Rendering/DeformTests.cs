using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Skins and morph targets on the device, against their evaluation on the CPU drawn as a rigid mesh.</summary>
public sealed class DeformTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly Material Grey = Material.Default with { BaseColorFactor = new Vector4(0.6f, 0.6f, 0.6f, 1), MetallicFactor = 0, DoubleSided = true };

    /// <summary>In full detail: the rigid mesh that is compared with has levels of its own.</summary>
    protected override FrameRendererOptions Options => new() { LevelsOfDetail = false };

    [Fact]
    public void Skin_LooksLikeItsCpuEvaluation()
    {
        var asset = Oracle.Shapes.SkinnedModel(Oracle.Shapes.SkinnedTube(16, 20), Grey);
        var pose = asset.RestPose.SetItem(2, asset.RestPose[2] with { Rotation = Quaternion.CreateFromYawPitchRoll(0.3f, 0.4f, 0.8f) });
        Compare(asset, pose, asset.RestMorphWeights);
    }

    /// <summary>A mirror above the skin, in the joint at its root, and in both.</summary>
    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(-1, -1)]
    public void Skin_UnderAMirror_IsLitFromItsOutside(float root, float joint)
    {
        var asset = Oracle.Shapes.SkinnedModel(Oracle.Shapes.SkinnedTube(16, 20), Grey);
        var pose = asset.RestPose
            .SetItem(1, asset.RestPose[1] with { Scale = new Vector3(1, 1, joint) })
            .SetItem(2, asset.RestPose[2] with { Rotation = Quaternion.CreateFromYawPitchRoll(0.3f, 0.4f, 0.8f) });
        Compare(asset, pose, asset.RestMorphWeights, root, turnsOver: joint < 0);
    }

    [Fact]
    public void EightInfluences_AreAllUsed()
    {
        var four = Oracle.Shapes.SkinnedTube(16, 20);
        // The second joint only through the eighth influence.
        var joints = new ushort[8 * four.VertexCount];
        var weights = new float[8 * four.VertexCount];
        for (var v = 0; v < four.VertexCount; v++)
        {
            weights[8 * v] = four.Weights.Span[4 * v];
            (joints[8 * v + 7], weights[8 * v + 7]) = (1, four.Weights.Span[4 * v + 1]);
        }

        var eight = new PrimitiveAsset
        {
            Material = 0, Positions = four.Positions, Normals = four.Normals, Indices = four.Indices, Bounds = four.Bounds,
            Joints = joints, Weights = weights, InfluencesPerVertex = 8,
        };
        var asset = Oracle.Shapes.SkinnedModel(eight, Grey);
        Compare(asset, asset.RestPose.SetItem(2, asset.RestPose[2] with { Rotation = Quaternion.CreateFromYawPitchRoll(0, 0.7f, -0.5f) }), asset.RestMorphWeights);
    }

    [Fact]
    public void TenMorphTargets_AddUp()
    {
        var sphere = Oracle.Shapes.Sphere(20, 14);
        var targets = Enumerable.Range(0, 10).Select(t => new MorphTarget(
            sphere.Positions.ToArray().Select(p => 0.2f * MathF.Sin(3 * p.Y + t) * p).ToArray(),
            sphere.Positions.ToArray().Select(p => new Vector3(0, 0.3f * MathF.Cos(3 * p.Y + t), 0)).ToArray(), default)).ToImmutableArray();
        var morphed = new PrimitiveAsset
        {
            Material = 0, Positions = sphere.Positions, Normals = sphere.Normals, Indices = sphere.Indices, Bounds = sphere.Bounds, MorphTargets = targets,
        };
        var asset = Oracle.Shapes.Model("morphed", morphed, Grey);
        Compare(asset, asset.RestPose, [[.. Enumerable.Range(0, 10).Select(t => 0.1f * t - 0.4f)]]);
    }

    private void Compare(ModelAsset asset, ImmutableArray<Transform> pose, ImmutableArray<ImmutableArray<float>> weights, float side = 1, bool turnsOver = false)
    {
        Lens = Lens with { Width = 160, Height = 120 };
        var at = new Transform(new Vector3(0.1f, 0.05f, -1), Quaternion.CreateFromYawPitchRoll(0.4f, 0.2f, 0), new Vector3(0.8f * side, 0.8f, 0.8f));
        var node = Add(asset, at);
        node.Pose = pose;
        node.MorphWeights = weights;
        Light();
        using var device = Render();

        var evaluated = PosedGeometry.InModel(asset, pose, weights);
        var source = asset.Meshes[0].Primitives[0];
        var (positions, normals) = (new Vector3[source.VertexCount], new Vector3[source.VertexCount]);
        evaluated.Positions(0, 0, positions);
        evaluated.Normals(0, 0, normals);
        var rigid = new PrimitiveAsset
        {
            Material = 0, Positions = positions, Normals = normals, Indices = turnsOver ? source.Indices.ToArray().Reverse().ToArray() : source.Indices,
            Bounds = positions.Aggregate(BoundingBox.Empty, (box, p) => box.Include(p)),
        };
        NewScene();
        Add(Oracle.Shapes.Model("rigid", rigid, Grey), at);
        Light();
        using var cpu = Render();

        // Floats round differently: a handful of outline pixels may differ, and a colour by a step or two.
        var differentIds = 0;
        for (var i = 0; i < cpu.InstanceIds.Length; i++)
        {
            if (cpu.InstanceIds[i] != device.InstanceIds[i]) differentIds++;
            else if (cpu.InstanceIds[i] != 0) Near(cpu.Depth[i], device.Depth[i], 5e-3, $"depth of pixel {i}");
        }

        Assert.True(cpu.InstanceIds.Count(1u) > 500);
        Assert.InRange(differentIds, 0, 4);
        var off = 0;
        for (var i = 0; i < cpu.Color.Length; i++)
            if (Math.Abs(cpu.Color[i] - device.Color[i]) > 3) off++;
        Assert.InRange(off, 0, 60);
    }

    private void Light()
    {
        AddSun(new Vector3(-0.5f, -0.7f, -1), 3, castsShadow: true);
        Scene.Surroundings = SynthRender.Lights.Surroundings.Uniform(new Vector3(0.1f));
    }
}
