using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.Tests.Scenarios;

/// <summary>Whatever a frame does to the scene, the next one finds it as it was built.</summary>
public sealed class BaselineTests
{
    private readonly Scene _scene = new();
    private readonly PerceptionCamera _camera;

    public BaselineTests()
    {
        _camera = _scene.AddCamera(32, 24, 1);
        var shelf = _scene.Root.Add(new Node("shelf") { Local = Transform.At(Vector3.UnitY) });
        shelf.Add(new ModelNode("cup", SceneInCode.Thing("cup")) { Labeling = new Labeling("cup") });
        shelf.Add(new ModelNode("plate", SceneInCode.Thing("plate")));
        _scene.Root.Add(new Node("table"));
        _scene.AddModel(SceneInCode.Thing("chair"), labeling: new Labeling("chair"));
        _scene.AddLight(new PointLight(), name: "lamp");
        _scene.CaptureBaseline();
    }

    private Node this[string path] => _scene.Root.SelfAndDescendants().Single(n => n.Path == "scene/" + path);

    private string Picture() => string.Join('\n', _scene.Root.SelfAndDescendants().Select(n => $"{n.Path} {n.Enabled} {string.Join(' ', n.Tags)}"))
        + SnapshotText.Of([SnapshotBuilder.Capture(_scene, _camera, 0, [])]);

    private void AssertPutBack(Action change)
    {
        var before = Picture();
        change();
        Assert.NotEqual(before, Picture());
        _scene.RestoreBaseline();
        Assert.Equal(before, Picture());
        Assert.All(_scene.Root.SelfAndDescendants(), n => Assert.All(n.Children, c => Assert.Same(n, c.Parent)));
    }

    [Fact]
    public void Changed_nodes_come_back() => AssertPutBack(() =>
    {
        var chair = (ModelNode)this["chair"];
        chair.Local = Transform.At(new(1, 2, 3));
        chair.Pose = [Transform.At(Vector3.UnitX)];
        chair.Materials = [Material.Default with { RoughnessFactor = 0.1f }];
        chair.Labeling = null;
        chair.CastsShadow = false;
        this["shelf/cup"].Enabled = false;
        this["shelf"].Tags = ["high"];
        ((LightNode)this["lamp"]).Light = new DirectionalLight();
        _scene.Surroundings = Surroundings.Uniform(Vector3.One);
        _camera.Lens = _camera.Lens with { Exposure = 2 };
        _camera.LookAt(Vector3.One, Vector3.Zero);
    });

    [Fact]
    public void Labelers_that_a_frame_adds_are_gone_in_the_next()
    {
        AssertPutBack(() => _camera.Label(new Labeler()));
        Assert.Empty(_camera.Labelers);
    }

    [Fact]
    public void Added_and_removed_nodes_are_undone() => AssertPutBack(() =>
    {
        _scene.AddModel(SceneInCode.Thing("guest"));
        this["shelf/cup"].Add(new ModelNode("spoon", SceneInCode.Thing("spoon")));
        this["shelf"].Remove(this["shelf/plate"]);
        _scene.Root.Remove(this["lamp"]);
    });

    /// <summary>From an earlier to a later branch of the tree and back, with a change of name on the way.</summary>
    [Theory]
    [InlineData("shelf/cup", "table")]
    [InlineData("chair", "shelf")]
    [InlineData("shelf", "table")]
    public void Moved_and_renamed_nodes_come_back(string what, string under) => AssertPutBack(() =>
    {
        var (node, target) = (this[what], this[under]);
        target.Add(new Node(node.Name)); // takes the name
        node.Parent!.Remove(node);
        Assert.Equal(what.Split('/')[^1] + "#2", target.Add(node).Name);
    });

    [Fact]
    public void Names_of_copies_do_not_depend_on_the_frames_before()
    {
        List<string> AddThree() => [.. Enumerable.Range(0, 3).Select(_ => _scene.AddModel(SceneInCode.Thing("chair")).Name)];
        Assert.Equal(["chair#2", "chair#3", "chair#4"], AddThree());
        _scene.RestoreBaseline();
        Assert.Equal(["chair#2", "chair#3", "chair#4"], AddThree());
        _scene.Root.Remove(this["chair#3"]);
        Assert.Equal("chair#3", _scene.AddModel(SceneInCode.Thing("chair")).Name);
    }

    private sealed class Labeler : CameraLabeler
    {
        public override string Id => "test";

        public override FrameLabel Label(RenderedFrame frame) => throw new NotSupportedException();
    }
}
