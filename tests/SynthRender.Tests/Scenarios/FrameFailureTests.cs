using System.Numerics;
using SynthRender.Graph;
using SynthRender.Randomizers;
using SynthRender.Scenarios;

namespace SynthRender.Tests.Scenarios;

/// <summary>What goes wrong while a frame is made fails that frame, says where, and touches no other.</summary>
public sealed class FrameFailureTests
{
    [Fact]
    public void A_failure_that_a_randomizer_foresees_names_frame_randomizer_and_object()
    {
        var run = SceneInCode.Start(new Change(frame => _ = frame.Frame == 1 ? throw frame.Fail("no way", "scene/thing") : 0) { Name = "broken" });
        run.Sample(0);
        var error = Assert.Throws<FrameException>(() => run.Sample(1));
        Assert.Equal((1, "broken", "scene/thing", "Frame 1, broken, scene/thing: no way"), (error.Frame, error.Randomizer, error.Target, error.Message));
        Assert.Single(run.Sample(2));
    }

    [Fact]
    public void A_failure_that_nobody_foresaw_names_its_line_in_the_scenes_own_code()
    {
        var run = SceneInCode.Start(new Change(_ => int.Parse("x", null)) { Name = "broken" });
        var error = Assert.Throws<FrameException>(() => run.Sample(2));
        Assert.IsType<FormatException>(error.InnerException);
        Assert.Matches(@"^Frame 2, broken: FormatException: .*FrameFailureTests\.cs:\d+\)$", error.Message);
    }

    [Fact]
    public void A_scene_that_cannot_be_frozen_fails_its_frame()
    {
        var run = SceneInCode.Start(s =>
        {
            var thing = s.Place();
            s.Add(new Change(frame => thing.Local = frame.Frame == 0 ? Transform.At(new Vector3(float.NaN)) : thing.Local));
        });
        Assert.Equal("snapshot", Assert.Throws<FrameException>(() => run.Sample(0)).Randomizer);
        Assert.Single(run.Sample(1));
    }

    [Fact]
    public void A_randomizer_cannot_be_switched_while_frames_are_made()
    {
        Randomizer randomizer = null!;
        var run = SceneInCode.Start(s => s.Add(randomizer = new Change(_ => randomizer.Enabled = false)));
        var error = Assert.Throws<FrameException>(() => run.Sample(0));
        Assert.IsType<InvalidOperationException>(error.InnerException);
        Assert.Contains("switched on or off in OnBuild", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_a_failed_iteration_is_told_too()
    {
        var ended = 0;
        var run = SceneInCode.Start(new Ending(() => ended++), new Change(frame => throw frame.Fail("as asked")));
        Assert.Throws<FrameException>(() => run.Sample(0));
        Assert.Equal(1, ended);
    }

    private sealed class Ending(Action end) : Randomizer
    {
        protected override void OnIterationEnd() => end();
    }
}
