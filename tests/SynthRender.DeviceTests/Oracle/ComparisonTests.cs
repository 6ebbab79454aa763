namespace SynthRender.DeviceTests.Oracle;

/// <summary>The comparison finds what it must find: a test that excuses everything proves nothing.</summary>
public class ComparisonTests
{
    private const double Edge = 1e-4;
    private const double Gap = 1e-5;

    public static TheoryData<string> Scenes => [.. OracleScenes.All.Keys];

    [Theory]
    [MemberData(nameof(Scenes))]
    public void An_exact_image_agrees_and_hardly_a_pixel_is_excusable(string scene)
    {
        var truth = RayCaster.Cast(OracleScenes.All[scene](1));
        var comparison = Comparison.Of(truth, truth.Ids(), truth.Depth(), Edge, Gap, snap: 0);
        Assert.Empty(comparison.Wrong);
        Assert.Equal(0, comparison.Excused);
        // Depth is rounded to float: 2⁻²⁴ of it, where 1e-4 is allowed.
        Assert.InRange(comparison.WorstDepth, 0, 1e-3);
        Assert.InRange(truth.Ids().Count(id => id != 0), 300, truth.Pixels.Length);
        Assert.InRange(comparison.Excusable, 0, ExcusableBound(truth, scene));
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public void An_image_that_is_shifted_by_a_pixel_is_caught(string scene)
    {
        var truth = RayCaster.Cast(OracleScenes.All[scene](1));
        var (ids, depth) = (truth.Ids(), truth.Depth());
        var comparison = Comparison.Of(truth, [ids[^1], .. ids[..^1]], [depth[^1], .. depth[..^1]], Edge, Gap, snap: 0);
        Assert.InRange(comparison.Wrong.Count, 100, truth.Pixels.Length);
    }

    [Fact]
    public void A_camera_that_is_off_by_a_hundredth_of_a_pixel_is_caught()
    {
        var wrong = 0;
        for (var frame = 1; frame <= 4; frame++)
        {
            var snapshot = OracleScenes.All["rigid"](frame);
            var truth = RayCaster.Cast(snapshot);
            var drawn = RayCaster.Cast(OracleScenes.Moved(snapshot, 0.01f));
            wrong += Comparison.Of(truth, drawn.Ids(), drawn.Depth(), Edge, Gap, snap: 0).Wrong.Count;
        }

        // Some 5000 px of outline in four frames, each crossed by a pixel's centre with probability 0.01·|cos| per pixel.
        Assert.InRange(wrong, 5, 200);
    }

    [Fact]
    public void One_wrong_pixel_or_one_wrong_depth_is_caught()
    {
        var truth = RayCaster.Cast(OracleScenes.All["rigid"](1));
        var (ids, depth) = (truth.Ids(), truth.Depth());
        var inside = Enumerable.Range(0, ids.Length).First(i => ids[i] != 0 && truth.Pixels[i].EdgeDistance > 0.5);
        depth[inside] *= 1.001f;
        Assert.InRange(Comparison.Of(truth, ids, depth, Edge, Gap, snap: 0).WorstDepth, 9, 11);
        ids[inside]++;
        var comparison = Comparison.Of(truth, ids, depth, Edge, Gap, snap: 0);
        Assert.Equal([(inside % truth.Width, inside / truth.Width)], comparison.Wrong);
    }

    [Fact]
    public void A_failure_keeps_three_images()
    {
        var truth = RayCaster.Cast(OracleScenes.All["cut-out"](1));
        var folder = FailureImages.Save("comparison-self-test", truth, truth.Ids(), [(1, 1)]);
        foreach (var kind in (ReadOnlySpan<string>)["actual", "expected", "difference"])
            Assert.True(new FileInfo(Path.Combine(folder, $"comparison-self-test.{kind}.png")).Length > 100);
    }

    // A pixel's centre lies within d of an outline of length L with probability 2·d·L per unit of area; alpha cut-outs add the
    // pixels that their filter leaves open. Three times that and a few pixels allow for chance.
    private static int ExcusableBound(OracleImage truth, string scene) =>
        (int)(3 * 2 * Edge * truth.OutlineLength) + 5 + (OracleScenes.WithHoles.Contains(scene) ? truth.Pixels.Length / 500 : 0);
}
