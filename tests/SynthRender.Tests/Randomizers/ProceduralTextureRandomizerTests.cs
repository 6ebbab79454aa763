using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Randomizers;
using SynthRender.Tests.Scenarios;

namespace SynthRender.Tests.Randomizers;

public sealed class ProceduralTextureRandomizerTests
{
    private const int Frames = 40;

    private static SynthRender.Scenarios.ScenarioRun Run() => SceneInCode.Start(s =>
    {
        s.Scene.AddModel(SceneInCode.Thing("first"));
        s.Scene.AddModel(SceneInCode.Thing("second"));
        s.Add(new ProceduralTextureRandomizer { Of = Selection.Everything, Pool = 4, RefreshEvery = 8, TileSize = Distributions.Uniform(0.5, 2) });
    });

    /// <summary>The texture, the size of its tiles and its turn, for each model of a frame.</summary>
    private static object[] Looks(SynthRender.Scenarios.ScenarioRun run, int frame) =>
        [.. run.Sample(frame)[0].Models.Select(m => m.Materials[0].BaseColorTexture!).Select(t => (object)(t.Image.Procedural!, t.Scale, t.Rotation))];

    [Fact]
    public void A_frame_is_the_same_alone_in_order_and_in_reverse()
    {
        var forwards = Run();
        var inOrder = Enumerable.Range(0, Frames).Select(f => Looks(forwards, f)).ToArray();
        var backwards = Run();
        for (var frame = Frames - 1; frame >= 0; frame--) Assert.Equal(inOrder[frame], Looks(backwards, frame));
        for (var frame = 0; frame < Frames; frame += 7) Assert.Equal(inOrder[frame], Looks(Run(), frame));
    }

    [Fact]
    public void Neighbouring_frames_share_their_textures_and_far_ones_do_not()
    {
        var run = Run();
        var textures = Enumerable.Range(0, Frames).Select(f => run.Sample(f)[0].Models.Select(m => m.Materials[0].BaseColorTexture!.Image.Procedural!).ToArray()).ToArray();
        // Each of 4 textures stays for 8 frames: 40 frames see at most 4 · (40 / 8 + 1) of them, and 8 in a row at most 4 · 2.
        Assert.InRange(textures.SelectMany(t => t).Distinct().Count(), 5, 24);
        for (var frame = 0; frame + 8 <= Frames; frame++)
            Assert.InRange(textures.Skip(frame).Take(8).SelectMany(t => t).Distinct().Count(), 1, 8);
        Assert.Empty(textures[0].Intersect(textures[^1]));
    }

    [Fact]
    public void What_was_drawn_is_recorded_and_unknown_families_are_refused()
    {
        var values = Run().Sample(3)[0].SampledValues;
        Assert.Equal(2, values.Count(v => v.Name == "texture"));
        Assert.Equal(2, values.Count(v => v.Name == "tileSize"));
        Assert.Contains(values, v => v.Name == "family");
        var refused = Assert.Throws<ArgumentException>(() => SceneInCode.Start(new ProceduralTextureRandomizer { Families = ["velvet"] }));
        Assert.Contains("velvet", refused.Message, StringComparison.Ordinal);
    }
}
