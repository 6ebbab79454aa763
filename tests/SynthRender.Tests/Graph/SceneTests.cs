using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Lights;

namespace SynthRender.Tests.Graph;

public sealed class SceneTests
{
    [Fact]
    public void The_baseline_puts_everything_back()
    {
        var scene = new Scene();
        var camera = scene.AddCamera(64, 48, 1);
        var box = scene.AddModel(Shapes.Box(Vector3.One), Transform.At(Vector3.UnitX), new("box"));
        var lamp = scene.AddLight(new PointLight { Intensity = 3 });
        scene.CaptureBaseline();
        var (lens, pose, materials) = (camera.Lens, box.Pose, box.Materials);

        box.Local = Transform.Identity;
        box.Enabled = false;
        box.Pose = [Transform.At(Vector3.UnitY)];
        box.Materials = [box.Materials[0] with { MetallicFactor = 1 }];
        box.Labeling = null;
        box.CastsShadow = false;
        box.Add(new Node("extra"));
        lamp.Light = new DirectionalLight();
        camera.Lens = camera.Lens with { Width = 8 };
        scene.Surroundings = Surroundings.Uniform(Vector3.Zero);
        scene.Root.Remove(lamp);
        scene.AddModel(Shapes.Sphere(1));
        scene.RestoreBaseline();

        Assert.Equal([camera, box, lamp], scene.Root.Children);
        Assert.Equal(Transform.At(Vector3.UnitX), box.Local);
        Assert.Equal((true, true, "box"), (box.Enabled, box.CastsShadow, box.Labeling?.Category));
        Assert.Equal((pose, materials), (box.Pose, box.Materials));
        Assert.Empty(box.Children);
        Assert.Same(scene.Root, lamp.Parent);
        Assert.Equal(new PointLight { Intensity = 3 }, lamp.Light);
        Assert.Same(lens, camera.Lens);
        Assert.Equal(Surroundings.Default, scene.Surroundings);
    }

    [Fact]
    public void Without_a_baseline_nothing_can_be_put_back() => Assert.Throws<InvalidOperationException>(new Scene().RestoreBaseline);

    [Fact]
    public void Lists_leave_out_what_is_hidden()
    {
        var scene = new Scene();
        var group = scene.Root.Add(new Node("group"));
        group.Add(new LightNode("lamp", new PointLight()));
        scene.AddLight(new PointLight());
        Assert.Equal(2, scene.Lights.Count());
        group.Enabled = false;
        Assert.Equal("light", Assert.Single(scene.Lights).Name);
    }
}
