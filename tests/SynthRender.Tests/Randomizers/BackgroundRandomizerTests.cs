using System.Numerics;
using SynthRender.Assets;
using SynthRender.Environments;
using SynthRender.Materials;
using SynthRender.Randomizers;
using SynthRender.Tests.Assets;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

public sealed class BackgroundRandomizerTests
{
    private static readonly TextureImage[] Two = [new("street.jpg", 4, 2, new byte[32]), new("wood.jpg", 2, 4, new byte[32])];

    private static BackgroundRandomizer Randomizer() => new()
    {
        Images = Two, Zoom = Uniform(1, 2), Blur = Uniform(0, 0.05), Gain = Uniform(0.5, 1.5), Position = new(Uniform(0, 1), 0.25),
    };

    [Fact]
    public void Every_picture_gets_its_turn_and_what_was_drawn_is_recorded()
    {
        var run = SceneInCode.Start(Randomizer());
        var (streets, flipped) = (0, 0);
        for (var frame = 0; frame < 100; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            object Drawn(string name) => snapshot.SampledValues.Single(v => v.Name == name).Value;
            var expected = new BackgroundPicture(Two.Single(i => i.Name == (string)Drawn("image")))
            {
                Position = new Vector2((float)Drawn("position.x"), 0.25f), Zoom = (float)Drawn("zoom"), Flipped = (bool)Drawn("flip"),
                Blur = (float)Drawn("blur"), Gain = (float)Drawn("gain"),
            };
            Assert.Equal(expected, snapshot.Background);
            streets += expected.Image == Two[0] ? 1 : 0;
            flipped += expected.Flipped ? 1 : 0;
        }

        Assert.InRange(streets, 50 - 23, 50 + 23); // 4.5·√25
        Assert.InRange(flipped, 50 - 23, 50 + 23);
    }

    [Fact]
    public void A_frame_is_the_same_alone_in_order_and_in_reverse_and_scenes_without_one_have_none()
    {
        var forwards = SceneInCode.Start(Randomizer());
        var inOrder = Enumerable.Range(0, 20).Select(frame => forwards.Sample(frame)[0].Background).ToArray();
        var backwards = SceneInCode.Start(Randomizer());
        for (var frame = 19; frame >= 0; frame--) Assert.Equal(inOrder[frame], backwards.Sample(frame)[0].Background);
        Assert.Equal(inOrder[7], SceneInCode.Start(Randomizer()).Sample(7)[0].Background);
        Assert.Null(SceneInCode.Start(new SunAngleRandomizer()).Sample(0)[0].Background);
    }

    [Theory]
    [InlineData(200, 100, 0, 0, 1, 1)]
    [InlineData(100, 100, 0.25, 0, 0.5, 1)] // half of its width
    [InlineData(400, 100, 0, 0.25, 1, 0.5)] // half of its height
    public void A_picture_fills_the_image_and_keeps_its_proportions(int width, int height, float x, float y, float across, float down)
    {
        Assert.Equal((new Vector2(x, y), new Vector2(across, down)), new BackgroundPicture(Two[0]).PartFor(width, height));
        Assert.Equal((new Vector2(x + across, y), new Vector2(-across, down)), (new BackgroundPicture(Two[0]) { Flipped = true }).PartFor(width, height));
        var (corner, extent) = (new BackgroundPicture(Two[0]) { Zoom = 4, Position = Vector2.One }).PartFor(width, height);
        Assert.Equal((Vector2.One, new Vector2(across, down) / 4), (corner + extent, extent));
    }

    [Fact]
    public void A_broken_picture_in_the_folder_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "good.png"), TestImages.Png(2, 2));
        File.WriteAllBytes(Path.Combine(folder.Path, "torn.jpg"), [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]);
        var error = Assert.Throws<AssetException>(() => new AssetLibrary([folder.Path]).LoadTextures("*"));
        Assert.Contains("torn.jpg", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused_before_the_first_frame()
    {
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(new BackgroundRandomizer { Images = [] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(new BackgroundRandomizer { Images = Two, Zoom = 0.5 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(new BackgroundRandomizer { Images = Two, Blur = 0.5 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(new BackgroundRandomizer { Images = Two, Gain = -1 }));
    }
}
