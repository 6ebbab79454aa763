using SynthRender.Rendering.Coverage;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>The refinement of coverage against the ray caster, without a device: it must put right what another camera saw.</summary>
public class CoverageRefinerTests
{
    public static TheoryData<string> Scenes => [.. OracleScenes.All.Keys];

    // The rims of a cut-out's holes belong to its texture, which another camera reads elsewhere.
    public static TheoryData<string> SolidScenes => [.. OracleScenes.All.Keys.Where(name => !OracleScenes.WithHoles.Contains(name))];

    [Theory]
    [MemberData(nameof(SolidScenes))]
    public void What_a_camera_that_is_off_by_a_rasterisers_rounding_saw_becomes_exact(string scene)
    {
        var refiner = new CoverageRefiner();
        var (wrongBefore, wrongAfter) = (0, new List<string>());
        for (var frame = 1; frame <= 4; frame++)
        {
            var snapshot = OracleScenes.All[scene](frame);
            var truth = RayCaster.Cast(snapshot);
            var drawn = RayCaster.Cast(OracleScenes.Moved(snapshot, 0.0025f));
            var (ids, depth) = (drawn.Ids(), drawn.Depth());
            wrongBefore += Comparison.Of(truth, ids, depth, 1e-4, 1e-5, snap: 0.01).Wrong.Count;
            refiner.Refine(snapshot, ids, depth);
            var after = Comparison.Of(truth, ids, depth, 1e-4, 1e-5, snap: 0.01);
            foreach (var (x, y) in after.Wrong)
            {
                wrongAfter.Add($"frame {frame} ({x},{y}): {truth[x, y].Id} expected, {drawn[x, y].Id} before, {ids[y * truth.Width + x]} after; {truth[x, y].EdgeDistance:g3} px from an outline, gap {truth[x, y].DepthGap:g3}");
            }
        }

        Assert.True(wrongAfter.Count == 0, string.Join('\n', wrongAfter));
        Assert.NotEqual(0, wrongBefore);
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public void An_exact_frame_stays_as_it_is(string scene)
    {
        var snapshot = OracleScenes.All[scene](3);
        var truth = RayCaster.Cast(snapshot);
        var (ids, depth) = (truth.Ids(), truth.Depth());
        new CoverageRefiner().Refine(snapshot, ids, depth);
        var after = Comparison.Of(truth, ids, depth, 1e-9, 1e-9, snap: 0);
        Assert.Empty(after.Wrong);
        Assert.InRange(after.WorstDepth, 0, 1e-3);
    }

    [Fact]
    public void Buffers_of_another_size_are_refused()
    {
        var snapshot = OracleScenes.All["rigid"](1);
        Assert.Throws<ArgumentException>(() => new CoverageRefiner().Refine(snapshot, new uint[10], new float[320 * 240]));
        Assert.Throws<ArgumentException>(() => new CoverageRefiner().Refine(snapshot, new uint[320 * 240], new float[10]));
    }
}
