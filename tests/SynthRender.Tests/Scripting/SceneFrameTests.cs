using SynthRender.Scenarios;

namespace SynthRender.Tests.Scripting;

public sealed class SceneFrameTests : IDisposable
{
    private readonly SceneFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_fails_in_a_frame_is_reported_with_the_scenes_line()
    {
        var file = _folder.Load(SceneFolder.Scene("Randomize(\"late\", frame => { if (frame.Frame == 2) throw new InvalidOperationException(\"bad luck\"); });"));
        var run = file.Start(_folder.Settings);
        run.Sample(1);
        var error = Assert.Throws<FrameException>(() => run.Sample(2));
        Assert.Equal($"Frame 2, late: InvalidOperationException: bad luck ({file.Path}:6)", error.Message);
    }

    [Fact]
    public void A_scene_may_bring_a_randomizer_of_its_own()
    {
        var text = SceneFolder.Scene("Randomize(new Sway());")
            + "public sealed class Sway : Randomizer { protected override void OnUpdate(Iteration frame) => Uniform(0, 1).Sample(frame.Stream(), \"angle\"); }";
        var value = Assert.Single(_folder.Load(text).Start(_folder.Settings).Sample(0)[0].SampledValues);
        Assert.Equal(("Sway", "angle"), (value.Randomizer, value.Name));
    }
}
