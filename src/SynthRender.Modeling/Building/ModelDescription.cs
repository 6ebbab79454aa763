using System.Numerics;
using SynthRender.Modeling.Fields;

namespace SynthRender.Modeling.Building;

/// <summary>Everything a model is made of; a model class fills one, <see cref="ModelAssembler"/> makes a file of it.</summary>
/// <param name="category">The class and the file's name, e.g. "red_deer".</param>
/// <param name="supercategory">The family, e.g. "wildlife".</param>
public sealed class ModelDescription(string category, string supercategory)
{
    /// <summary>The class and the file's name.</summary>
    public string Category { get; } = category;

    /// <summary>The family.</summary>
    public string Supercategory { get; } = supercategory;

    /// <summary>Width and height of the texture atlas in texels.</summary>
    public int TextureSize { get; init; } = 1024;

    /// <summary>JPEG quality of the base colour and normal maps.</summary>
    public int TextureQuality { get; init; } = 88;

    /// <summary>False for scenery: the file then says nothing of what it is, so that it is background wherever it is placed.</summary>
    public bool Labeled { get; init; } = true;

    /// <summary>How far occlusion looks, metres.</summary>
    public required float OcclusionReach { get; init; }

    /// <summary>Nodes, parents first.</summary>
    public List<ModelNode> Nodes { get; } = [];

    /// <summary>Material slots.</summary>
    public List<ModelMaterial> Materials { get; } = [];

    /// <summary>Surfaces.</summary>
    public List<Solid> Solids { get; } = [];

    /// <summary>Leaves and blades, which hang on no node and have no texture.</summary>
    public List<Sheet> Sheets { get; } = [];

    /// <summary>Shape changes.</summary>
    public List<ModelMorph> Morphs { get; } = [];

    /// <summary>Looks.</summary>
    public List<ModelVariant> Variants { get; } = [];

    /// <summary>Named places.</summary>
    public List<ModelKeypoint> Keypoints { get; } = [];

    /// <summary>Lines between keypoints, by name.</summary>
    public List<(string From, string To)> Edges { get; } = [];

    /// <summary>Keypoints that change places in a mirror, by name.</summary>
    public List<(string Left, string Right)> Pairs { get; } = [];

    /// <summary>Axes about which the model looks the same at every angle.</summary>
    public List<(Vector3 Axis, Vector3 Offset)> ContinuousSymmetries { get; } = [];

    /// <summary>Rigid motions that leave the model looking the same; they act on column vectors when written row by row.</summary>
    public List<Matrix4x4> DiscreteSymmetries { get; } = [];

    /// <summary>What moves, and how far.</summary>
    public List<ModelJoint> Joints { get; } = [];

    /// <summary>Regions.</summary>
    public List<ModelPartLabel> Parts { get; } = [];

    /// <summary>Animations.</summary>
    public List<ModelClip> Clips { get; } = [];

    /// <summary>Adds a node.</summary>
    public void Node(string name, string? parent, float x, float y, float z) => Nodes.Add(new ModelNode(name, parent, new Vector3(x, y, z)));

    /// <summary>Adds a node.</summary>
    public void Node(string name, string? parent, Vector3 position) => Nodes.Add(new ModelNode(name, parent, position));

    /// <summary>Where a node sits at rest.</summary>
    public Vector3 PositionOf(string node) => Nodes.Find(n => n.Name == node)?.Position
        ?? throw new ArgumentException($"Model '{Category}' has no node '{node}'.", nameof(node));

    /// <summary>Adds a material slot whose look comes from the textures alone.</summary>
    public void Material(string name) => Materials.Add(new ModelMaterial(name, Vector3.One));

    /// <summary>Adds a morph that moves vertices.</summary>
    public void Morph(string name, Func<MorphPoint, Vector3> move) => Morphs.Add(new ModelMorph(name, move, new Dictionary<string, Field>()));

    /// <summary>Adds a morph that moves vertices and then puts those of one solid onto a changed shape.</summary>
    public void Morph(string name, Func<MorphPoint, Vector3> move, string solid, Field target) =>
        Morphs.Add(new ModelMorph(name, move, new Dictionary<string, Field> { [solid] = target }));

    /// <summary>Adds a look.</summary>
    public void Variant(string name, params MaterialChange[] changes) => Variants.Add(new ModelVariant(name, changes));

    /// <summary>Adds a keypoint.</summary>
    public void Keypoint(string name, string solid, Vector3 near, float selfOcclusion) =>
        Keypoints.Add(new ModelKeypoint(name, solid, near, selfOcclusion));

    /// <summary>Adds a keypoint on the left (+X) and its mirror image on the right, "left_" and "right_" before the name.</summary>
    public void KeypointPair(string name, string solid, Vector3 nearLeft, float selfOcclusion, string? rightSolid = null)
    {
        Keypoint("left_" + name, solid, nearLeft, selfOcclusion);
        Keypoint("right_" + name, rightSolid ?? solid, nearLeft with { X = -nearLeft.X }, selfOcclusion);
        Pairs.Add(("left_" + name, "right_" + name));
    }

    /// <summary>Says that two keypoints are each other's mirror images, so that they change places when an image is flipped.</summary>
    public void Pair(string left, string right) => Pairs.Add((left, right));

    /// <summary>Adds skeleton edges along a chain of keypoints.</summary>
    public void Chain(params string[] keypoints)
    {
        for (var i = 1; i < keypoints.Length; i++)
            Edges.Add((keypoints[i - 1], keypoints[i]));
    }

    /// <summary>Adds a turning joint; degrees about a unit axis.</summary>
    public void Revolute(string node, Vector3 axis, float lower, float upper) =>
        Joints.Add(new ModelJoint(node, ModelJointKind.Revolute, axis, new Vector3(lower, 0, 0), new Vector3(upper, 0, 0)));

    /// <summary>Adds a sliding joint; metres along a unit axis.</summary>
    public void Prismatic(string node, Vector3 axis, float lower, float upper) =>
        Joints.Add(new ModelJoint(node, ModelJointKind.Prismatic, axis, new Vector3(lower, 0, 0), new Vector3(upper, 0, 0)));

    /// <summary>Adds a joint that turns about three axes; degrees.</summary>
    public void BallJoint(string node, Vector3 lower, Vector3 upper) =>
        Joints.Add(new ModelJoint(node, ModelJointKind.Ball, Vector3.UnitX, lower, upper));

    /// <summary>Adds a region.</summary>
    public void Part(string name, params string[] nodes) => Parts.Add(new ModelPartLabel(name, nodes));
}
