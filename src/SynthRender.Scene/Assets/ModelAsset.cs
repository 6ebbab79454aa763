using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets.LevelsOfDetail;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Materials;

namespace SynthRender.Assets;

/// <summary>A model as it was read from its file: loaded once, shared by all frames and threads, never changed.</summary>
public sealed class ModelAsset
{
    private readonly ImmutableArray<Lazy<MeshDetail>> _detail;

    /// <summary>Assembles an asset; the arguments have been checked by whoever read them.</summary>
    public ModelAsset(
        string name,
        ImmutableArray<NodeAsset> nodes,
        ImmutableArray<MeshAsset> meshes,
        ImmutableArray<Material> materials,
        ImmutableArray<SkinAsset> skins)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Name, Nodes, Meshes, Materials, Skins) = (name, nodes, meshes, materials, skins);
        RestPose = [.. nodes.Select(n => n.Rest)];
        RestMorphWeights = [.. nodes.Select(n => n.MorphWeights)];
        _detail = [.. meshes.Select((_, mesh) => new Lazy<MeshDetail>(() => MakeDetail(mesh)))];
    }

    /// <summary>File name without extension, or what the maker called it.</summary>
    public string Name { get; }

    /// <summary>The file it was read from, or null when made in code.</summary>
    public string? SourcePath { get; init; }

    /// <summary>SHA-256 over the file and everything it refers to, lower-case hex; empty when made in code.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>The node tree; a parent comes before its children.</summary>
    public ImmutableArray<NodeAsset> Nodes { get; }

    /// <summary>The meshes.</summary>
    public ImmutableArray<MeshAsset> Meshes { get; }

    /// <summary>The material slots; at least one.</summary>
    public ImmutableArray<Material> Materials { get; }

    /// <summary>The skins.</summary>
    public ImmutableArray<SkinAsset> Skins { get; }

    /// <summary>Animation clips.</summary>
    public ImmutableArray<AnimationAsset> Animations { get; init; } = [];

    /// <summary>KHR_lights_punctual lights.</summary>
    public ImmutableArray<Lights.Light> Lights { get; init; } = [];

    /// <summary>The file's cameras.</summary>
    public ImmutableArray<CameraAsset> Cameras { get; init; } = [];

    /// <summary>Named sets of materials (KHR_materials_variants, or the labels' variants).</summary>
    public ImmutableArray<MaterialVariant> Variants { get; init; } = [];

    /// <summary>What the file says about itself, or null.</summary>
    public ModelLabels? Labels { get; init; }

    /// <summary>What was odd about the file but did not stop it from loading.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Those of <see cref="Warnings"/> that say that something of the file is not in the model, and so not in the pictures.</summary>
    public ImmutableArray<string> Omissions { get; init; } = [];

    /// <summary>The box around the model in its rest pose, skinned, in its own frame (metres).</summary>
    public BoundingBox Bounds { get; init; } = BoundingBox.Empty;

    /// <summary>Each node's rest transform.</summary>
    public ImmutableArray<Transform> RestPose { get; }

    /// <summary>Each node's rest morph weights.</summary>
    public ImmutableArray<ImmutableArray<float>> RestMorphWeights { get; }

    /// <summary>Triangles over all mesh nodes (a mesh that two nodes carry counts twice).</summary>
    public long TriangleCount
    {
        get
        {
            var perMesh = Meshes.Select(m => m.Primitives.Sum(p => (long)p.TriangleCount)).ToArray();
            return Nodes.Where(n => n.Mesh >= 0).Sum(n => perMesh[n.Mesh]);
        }
    }

    /// <summary>
    /// A mesh's levels of detail: those of its file, else made when they are first asked for (some milliseconds for a thousand
    /// triangles), the same ones every time. Safe to call from several threads.
    /// </summary>
    /// <param name="mesh">Index of the mesh.</param>
    public MeshDetail DetailOf(int mesh) => _detail[mesh].Value;

    /// <summary>Maps each node to the model's own frame in a given pose.</summary>
    /// <param name="pose">One transform for each node.</param>
    /// <exception cref="ArgumentException">The pose has another length than <see cref="Nodes"/>.</exception>
    public Matrix4x4[] ModelFromNodes(ImmutableArray<Transform> pose)
    {
        if (pose.Length != Nodes.Length)
            throw new ArgumentException($"Model '{Name}' has {Nodes.Length} nodes, the pose has {pose.Length}.", nameof(pose));
        var matrices = new Matrix4x4[Nodes.Length];
        for (var i = 0; i < matrices.Length; i++)
        {
            var local = pose[i].ToMatrix();
            matrices[i] = Nodes[i].Parent < 0 ? local : local * matrices[Nodes[i].Parent];
        }

        return matrices;
    }

    private MeshDetail MakeDetail(int index)
    {
        var (mesh, poses) = (Meshes[index], TestPoses.Of(this, index));
        ImmutableArray<LevelOfDetail> levels = mesh.StoredLevels is { } stored
            ? [LevelBuilder.FullDetail(mesh), .. stored]
            : LevelBuilder.Build(mesh, poses);
        var hasHoles = mesh.Primitives.Any(p => Materials[p.Material].AlphaMode != AlphaMode.Opaque);
        return new MeshDetail(mesh, levels, levels.Length > 1 || hasHoles ? levels : LevelBuilder.BuildForShadows(mesh, levels[0], poses), poses);
    }
}
