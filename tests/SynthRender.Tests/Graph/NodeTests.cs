using System.Numerics;
using SynthRender.Graph;

namespace SynthRender.Tests.Graph;

public sealed class NodeTests
{
    [Fact]
    public void Siblings_get_names_of_their_own()
    {
        var root = new Node("root");
        Assert.Equal(["a", "a#2", "a#3"], Enumerable.Range(0, 3).Select(_ => root.Add(new Node("a")).Name));
        Assert.Equal("root/a#2", root.Children[1].Path);
    }

    [Fact]
    public void Two_nodes_never_share_a_path()
    {
        var root = new Node("root");
        var nodes = new[] { root.Add(new Node("a")).Add(new Node("b")), root.Add(new Node("a/b")), root.Add(new Node(@"a\/b")), root.Add(new Node(@"a\")).Add(new Node("b")) };
        Assert.Equal(["root/a/b", @"root/a\/b", @"root/a\\\/b", @"root/a\\/b"], nodes.Select(n => n.Path));
    }

    [Fact]
    public void Transforms_nest()
    {
        var root = new Node("root") { Local = new Transform(new Vector3(1, 0, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI / 2), new Vector3(2)) };
        var child = root.Add(new Node("child") { Local = Transform.At(new Vector3(0, 0, 3)) });
        // 3 along z, doubled, turned to +x, moved by 1.
        Assert.True(Vector3.Distance(new Vector3(7, 0, 0), child.WorldFromNode.Translation) < 1e-5f);
    }

    [Fact]
    public void A_tree_stays_a_tree()
    {
        var root = new Node("root");
        var child = root.Add(new Node("child"));
        Assert.Throws<InvalidOperationException>(() => child.Add(root));
        Assert.Throws<InvalidOperationException>(() => root.Add(root));
        Assert.Throws<InvalidOperationException>(() => new Node("other").Add(child));
        Assert.True(root.Remove(child));
        Assert.False(root.Remove(child));
        new Node("other").Add(child);
    }

    [Fact]
    public void Descendants_come_parents_first()
    {
        var root = new Node("a");
        root.Add(new Node("b")).Add(new Node("c"));
        root.Add(new Node("d"));
        Assert.Equal("abcd", string.Concat(root.SelfAndDescendants().Select(n => n.Name)));
    }
}
