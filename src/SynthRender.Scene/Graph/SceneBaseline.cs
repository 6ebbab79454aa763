using System.Collections.Immutable;
using SynthRender.Environments;
using SynthRender.Lights;

namespace SynthRender.Graph;

/// <summary>A scene as it was at one moment: every node's place, children and own state.</summary>
internal sealed class SceneBaseline
{
    private readonly List<(Node Node, string Name, Transform Local, bool Enabled, ImmutableHashSet<string> Tags, Node[] Children, object? State)> _nodes = [];
    private Surroundings _surroundings = Surroundings.Default;
    private AmbientOcclusion? _occlusion;
    private BackgroundPicture? _background;

    public static SceneBaseline Of(Scene scene)
    {
        var baseline = new SceneBaseline { _surroundings = scene.Surroundings, _occlusion = scene.AmbientOcclusion, _background = scene.Background };
        foreach (var node in scene.Root.SelfAndDescendants())
            baseline._nodes.Add((node, node.Name, node.Local, node.Enabled, node.Tags, [.. node.Children], node.CaptureState()));
        return baseline;
    }

    public void Restore(Scene scene)
    {
        scene.Surroundings = _surroundings;
        scene.AmbientOcclusion = _occlusion;
        scene.Background = _background;
        // All are taken out of the tree before any is put back: a node may have been moved under another one.
        foreach (var saved in _nodes) saved.Node.ReleaseChildren();
        foreach (var (node, name, local, enabled, tags, children, state) in _nodes)
        {
            node.Local = local;
            node.Enabled = enabled;
            node.Tags = tags;
            node.Restore(name, children);
            node.RestoreState(state);
        }
    }
}
