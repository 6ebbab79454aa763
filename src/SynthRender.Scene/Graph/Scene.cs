using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Environments;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.Graph;

/// <summary>What stands before the cameras: a tree of nodes, and the surroundings.</summary>
public sealed class Scene
{
    private SceneBaseline? _baseline;

    /// <summary>The root of the tree. Its transform is the identity.</summary>
    public Node Root { get; } = new("scene");

    /// <summary>Light from everywhere, and what is seen where there is nothing.</summary>
    public Surroundings Surroundings { get; set; } = Surroundings.Default;

    /// <summary>A picture behind everything, in place of what <see cref="Surroundings"/> show there; null, the default, for none.</summary>
    public BackgroundPicture? Background { get; set; }

    /// <summary>Whether corners and contacts get less of that light; null, the default, leaves it alike everywhere and costs nothing.</summary>
    public AmbientOcclusion? AmbientOcclusion { get; set; } = new();

    /// <summary>The cameras in the tree that are enabled, in tree order.</summary>
    public IEnumerable<PerceptionCamera> Cameras => Enabled<PerceptionCamera>();

    /// <summary>The cameras in the tree, in tree order; those as well that are off unless a frame turns them on.</summary>
    public IEnumerable<PerceptionCamera> AllCameras => Root.SelfAndDescendants().OfType<PerceptionCamera>();

    /// <summary>The models in the tree that are enabled, in tree order.</summary>
    public IEnumerable<ModelNode> Models => Enabled<ModelNode>();

    /// <summary>The lights in the tree that are enabled, in tree order.</summary>
    public IEnumerable<LightNode> Lights => Enabled<LightNode>();

    /// <summary>Adds a camera at the origin, looking along −Z.</summary>
    /// <param name="width">Image width in pixels, 1 to 16384.</param>
    /// <param name="height">Image height in pixels, 1 to 16384.</param>
    /// <param name="verticalFov">Full vertical field of view in radians, in (0, π).</param>
    /// <param name="name">The camera's name; it names the images when there are several cameras.</param>
    public PerceptionCamera AddCamera(int width, int height, float verticalFov, string name = "camera") =>
        Root.Add(new PerceptionCamera(name, width, height, verticalFov));

    /// <summary>Adds a model, labelled as its asset says unless <paramref name="labeling"/> is given.</summary>
    public ModelNode AddModel(ModelAsset asset, Transform? local = null, Labeling? labeling = null, string? name = null)
    {
        var node = new ModelNode(name ?? asset.Name, asset) { Local = local ?? Transform.Identity };
        if (labeling is not null) node.Labeling = labeling;
        return Root.Add(node);
    }

    /// <summary>Adds a light; directional, spot, rectangle and ring lights shine along the node's −Z.</summary>
    public LightNode AddLight(Light light, Transform? local = null, string name = "light") =>
        Root.Add(new LightNode(name, light) { Local = local ?? Transform.Identity });

    /// <summary>
    /// Adds a decal that lies on every surface in its box, thrown along the node's −Z. To put one on a single model, add a
    /// <see cref="DecalNode"/> to that model.
    /// </summary>
    public DecalNode AddDecal(Decal decal, Transform? local = null, string name = "decal") =>
        Root.Add(new DecalNode(name, decal) { Local = local ?? Transform.Identity });

    /// <summary>Remembers the scene as it is, for <see cref="RestoreBaseline"/>.</summary>
    public void CaptureBaseline() => _baseline = SceneBaseline.Of(this);

    /// <summary>
    /// Puts back what <see cref="CaptureBaseline"/> remembered: nodes added since are gone, transforms, poses, materials, lights
    /// and cameras are as they were. It runs before every frame, so that no frame depends on the one before.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing has been captured.</exception>
    public void RestoreBaseline() =>
        (_baseline ?? throw new InvalidOperationException("The scene has no baseline; call CaptureBaseline once it is built.")).Restore(this);

    private IEnumerable<T> Enabled<T>() where T : Node => EnabledBelow(Root).OfType<T>();

    private static IEnumerable<Node> EnabledBelow(Node node)
    {
        if (!node.Enabled) yield break;
        yield return node;
        foreach (var child in node.Children)
            foreach (var below in EnabledBelow(child))
                yield return below;
    }
}
