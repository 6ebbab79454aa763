using System.Collections.Immutable;
using System.Numerics;

namespace SynthRender.Graph;

/// <summary>A place in the scene tree: a name, a transform in its parent, children.</summary>
/// <remarks>
/// What a frame may change lives in nodes, so that <see cref="Scene.RestoreBaseline"/> can put it back: a derived node keeps its
/// changeable state in immutable values and hands them over in <see cref="CaptureState"/>.
/// </remarks>
public class Node
{
    private readonly List<Node> _children = [];

    // The children's names, each with the last number that was appended to it; empty until it is needed.
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    /// <summary>Creates a node that is not in a tree yet.</summary>
    /// <param name="name">Not empty; siblings may share a name, random streams tell them apart by <see cref="Path"/>.</param>
    public Node(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The node's name, unique among its siblings once it is in a tree (a number is appended where needed).</summary>
    public string Name { get; private set; }

    /// <summary>The node above, or null for a root and for a node that is in no tree.</summary>
    public Node? Parent { get; private set; }

    /// <summary>The nodes below, in the order in which they were added.</summary>
    public IReadOnlyList<Node> Children => _children;

    /// <summary>Where the node sits in its parent.</summary>
    public Transform Local { get; set; } = Transform.Identity;

    /// <summary>False hides the node and everything below it.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Words by which randomizers find the node, e.g. "clutter".</summary>
    public ImmutableHashSet<string> Tags { get; set; } = [];

    /// <summary>
    /// Names from the root down, joined by '/': what identifies the node in random streams, labels and messages. A '/' or '' in a name has a
    /// '' before it, so that two nodes of a tree never share a path.
    /// </summary>
    public string Path => Parent is null ? PathName : $"{Parent.Path}/{PathName}";

    /// <summary>Maps a point of this node to the world.</summary>
    public Matrix4x4 WorldFromNode => Parent is null ? Local.ToMatrix() : Local.ToMatrix() * Parent.WorldFromNode;

    /// <summary>Puts a node under this one and returns it.</summary>
    /// <exception cref="InvalidOperationException">The node has a parent already, or is this node or one above it.</exception>
    public T Add<T>(T child) where T : Node
    {
        if (child.Parent is not null)
            throw new InvalidOperationException($"Node '{child.Path}' already has a parent; remove it there before adding it to '{Path}'.");
        for (var above = this; above is not null; above = above.Parent)
            if (ReferenceEquals(above, child))
                throw new InvalidOperationException($"Node '{Path}' cannot hold '{child.Name}', which is itself or above it.");
        child.Name = UniqueName(child.Name);
        child.Parent = this;
        _children.Add(child);
        return child;
    }

    /// <summary>Takes a child out of the tree. Returns false when it was not a child of this node.</summary>
    public bool Remove(Node child)
    {
        if (!_children.Remove(child)) return false;
        child.Parent = null;
        _names.Clear();
        return true;
    }

    /// <summary>This node and everything below it, parents first, disabled ones included.</summary>
    public IEnumerable<Node> SelfAndDescendants()
    {
        yield return this;
        foreach (var child in _children)
            foreach (var node in child.SelfAndDescendants())
                yield return node;
    }

    /// <summary>What a derived node must remember to be as it is now; immutable, null when there is nothing.</summary>
    protected internal virtual object? CaptureState() => null;

    /// <summary>Makes the derived part as it was when <see cref="CaptureState"/> returned <paramref name="state"/>.</summary>
    protected internal virtual void RestoreState(object? state)
    {
    }

    internal void ReleaseChildren()
    {
        foreach (var child in _children) child.Parent = null;
        _children.Clear();
        _names.Clear();
    }

    internal void Restore(string name, IReadOnlyList<Node> children)
    {
        Name = name;
        _children.AddRange(children);
        foreach (var child in children) child.Parent = this;
    }

    private string PathName => Name.AsSpan().ContainsAny('/', '\\') ? Name.Replace(@"\", @"\\").Replace("/", @"\/") : Name;

    private string UniqueName(string name)
    {
        // Names are indexed on the first addition after the tree was restored: hundreds of copies of a model would else cost a cube.
        if (_names.Count == 0)
            foreach (var sibling in _children) _names.TryAdd(sibling.Name, 1);
        if (_names.TryAdd(name, 1)) return name;
        for (var number = _names[name] + 1; ; number++)
        {
            var candidate = $"{name}#{number}";
            if (!_names.TryAdd(candidate, 1)) continue;
            _names[name] = number;
            return candidate;
        }
    }
}
