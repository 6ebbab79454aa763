using System.Numerics;
using SynthRender.Environments;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Pictures behind everything: where each pixel of them goes, and that surfaces and labels are not touched.</summary>
public sealed class BackgroundTests(ValidatedDevice device) : RenderingTest(device)
{
    // As many pixels as the image has: every pixel says where it is from.
    private static readonly TextureImage Same = Texture(64, 48, (x, y) => new Color4((byte)(4 * x), (byte)(5 * y), 90));

    // Twice as high: half of it is cut off.
    private static readonly TextureImage High = Texture(64, 96, (x, y) => new Color4((byte)(4 * x), (byte)(2 * y), 90));

    [Fact]
    public void A_picture_of_the_images_size_is_shown_as_it_is_and_ids_and_depth_say_that_there_is_nothing()
    {
        Scene.Background = new BackgroundPicture(Same);
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.9f)) with { Background = new Vector3(1, 0, 0) };
        using var frame = Render();
        ExpectPixels(frame, (x, y) => new Vector3(4 * x, 5 * y, 90));
        Assert.All(frame.InstanceIds.ToArray(), id => Assert.Equal(0u, id));
        Assert.All(frame.Depth.ToArray(), depth => Assert.Equal(float.PositiveInfinity, depth));
    }

    [Fact]
    public void A_flipped_picture_swaps_left_and_right()
    {
        Scene.Background = new BackgroundPicture(Same) { Flipped = true };
        using var frame = Render();
        ExpectPixels(frame, (x, y) => new Vector3(4 * (63 - x), 5 * y, 90));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.5f)]
    [InlineData(1f)]
    public void What_is_too_high_is_cut_off_where_it_is_said(float position)
    {
        Scene.Background = new BackgroundPicture(High) { Position = new Vector2(0.3f, position) };
        using var frame = Render();
        ExpectPixels(frame, (x, y) => new Vector3(4 * x, 2 * (y + 48 * position), 90));
    }

    [Fact]
    public void Zoom_shows_a_part_enlarged()
    {
        Scene.Background = new BackgroundPicture(Same) { Zoom = 2, Position = new Vector2(1, 0) };
        using var frame = Render();
        // Four steps a texel are two a pixel; blended as light, half a step of sRGB is rounded.
        for (var x = 2; x < 62; x++) Near(4 * (32 + (x + 0.5) / 2 - 0.5), At(frame, x, 20).X, 1.5, $"column {x}");
    }

    [Theory]
    [InlineData(59)]
    [InlineData(64)]
    [InlineData(66)]
    public void Blur_spreads_an_edge_by_its_deviation_and_gain_scales_light(int edge)
    {
        Scene.Background = new BackgroundPicture(Texture(128, 96, (x, _) => x < edge ? new Color4(0, 0, 0) : new Color4(255, 255, 255))) { Blur = 4f / 48, Gain = 0.5f };
        using var frame = Render();
        var light = Enumerable.Range(0, 64).Select(x => Linear(At(frame, x, 24).X)).ToArray();
        Near(0, light[1], 0.005);
        Near(0.5, light[62], 0.005);
        // The steps from pixel to pixel are the blur's kernel, at the edge, two texels a pixel.
        var steps = Enumerable.Range(0, 63).Select(x => (At: x + 1 - edge / 2.0, Share: (light[x + 1] - light[x]) / 0.5)).ToArray();
        Assert.All(steps, step => Assert.True(step.Share > -0.005, $"{step}"));
        Near(0, steps.Sum(s => s.At * s.Share), 0.5, "its middle");
        // Between levels of detail, whose boxes lie about an edge as it comes: a quarter.
        Near(4, Math.Sqrt(steps.Sum(s => s.At * s.At * s.Share)), 1, "its deviation");
    }

    [Fact]
    public void Surfaces_are_the_same_with_and_without_and_glass_shows_it()
    {
        Add(Quad(Diffuse(0.4f)), Graph.Transform.Identity with { Scale = new Vector3(0.4f) });
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.5f));
        using var bare = Render();
        Scene.Background = new BackgroundPicture(Same);
        using var behind = Render();
        Assert.Equal(bare.InstanceIds, behind.InstanceIds);
        Assert.Equal(Middle(bare), Middle(behind));
        Assert.NotEqual(At(bare, 2, 2), At(behind, 2, 2));

        NewScene();
        Add(Quad(Material.Default with { MetallicFactor = 0, RoughnessFactor = 0, TransmissionFactor = 1, IndexOfRefraction = 1 }));
        Scene.Background = new BackgroundPicture(Same);
        using var glass = Render();
        Assert.True(Vector3.Distance(new Vector3(4 * 32, 5 * 24, 90), Middle(glass)) < 8, $"{Middle(glass)}");
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BackgroundPicture(Same) { Zoom = 0.9f });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BackgroundPicture(Same) { Position = new Vector2(0, 1.1f) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BackgroundPicture(Same) { Blur = 0.2f });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BackgroundPicture(Same) { Gain = -1 });
    }

    private static void ExpectPixels(SynthRender.Frames.RenderedFrame frame, Func<int, int, Vector3> expected)
    {
        for (var y = 0; y < frame.Height; y++)
            for (var x = 0; x < frame.Width; x++)
                // There and back through sRGB and half floats: one step.
                Assert.True(
                    Vector3.Abs(expected(x, y) - At(frame, x, y)) is { X: <= 1, Y: <= 1, Z: <= 1 }, $"pixel ({x}, {y}): {expected(x, y)}, got {At(frame, x, y)}");
    }

    private static double Linear(float srgb)
    {
        var c = srgb / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
