using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Anti-aliased outlines, against the exact coverage of a half-plane; ids stay as they are.</summary>
public sealed class SmoothingTests(ValidatedDevice device) : RenderingTest(device)
{
    [Theory]
    [InlineData(0.05f)]
    [InlineData(0.2f)]
    [InlineData(0.5f)]
    [InlineData(1.2f)]
    [InlineData(-0.35f)]
    public void SlantedEdge_IsNearItsCoverage(float angle)
    {
        // A white square that fills the image below a line through the middle.
        Lens = Lens with { Width = 128, Height = 96 };
        var turn = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, angle);
        Add(
            Quad(Material.Default with { Unlit = true }),
            new Transform(Vector3.Transform(new Vector3(0, -3, 0), turn), turn, new Vector3(3)));
        using var frame = Render();
        double worst = 0, sum = 0, jagged = 0;
        var edge = 0;
        for (var y = 10; y < 86; y++)
        {
            for (var x = 10; x < 118; x++)
            {
                var coverage = Coverage(x - 64, 48 - y, angle);
                if (coverage is 0 or 1) continue;
                edge++;
                var shown = Math.Pow((At(frame, x, y).X / 255 + 0.055) / 1.055, 2.4);
                var error = Math.Abs(shown - coverage);
                (worst, sum) = (Math.Max(worst, error), sum + error);
                jagged += Math.Abs((frame.InstanceIds[y * 128 + x] != 0 ? 1 : 0) - coverage);
            }
        }

        Assert.True(edge > 50);
        // A staircase without smoothing is wrong by 0.18 to 0.25 on average and by a half at worst.
        Assert.InRange(jagged / edge, 0.17, 0.3);
        // What is left is the rounding to 8 bits, and ids that the device's grid put on the other side.
        Assert.InRange(sum / edge, 0, 0.01);
        Assert.InRange(worst, 0, 0.05);
    }

    [Fact]
    public void Texture_KeepsItsDetail()
    {
        // One texel a pixel: a checkerboard inside a surface has no edges of surfaces.
        // The quad of side 2 at distance 2 fills 64×64 pixels.
        Lens = new Lens(64, 64, 2 * MathF.Atan(0.5f));
        var image = Texture(64, 64, (x, y) => (x + y) % 2 == 0 ? new Color4(255, 255, 255) : new Color4(0, 0, 0));
        Add(Quad(Material.Default with { Unlit = true, BaseColorTexture = new TextureSlot(image) { Linear = false, Mipmaps = false } }));
        using var frame = Render();
        for (var i = 0; i < 64 * 64; i++) Assert.Equal((i % 64 + i / 64) % 2 == 0 ? 255 : 0, frame.Color[4 * i]);
    }

    /// <summary>The part of the pixel whose lower left corner is (x, y−1) that lies below the line, by 64×64 samples.</summary>
    private static double Coverage(int x, int y, float angle)
    {
        var below = 0;
        var (sin, cos) = MathF.SinCos(angle);
        for (var j = 0; j < 64; j++)
        {
            for (var i = 0; i < 64; i++)
            {
                var (px, py) = (x + (i + 0.5f) / 64, y - (j + 0.5f) / 64);
                if (-sin * px + cos * py < 0) below++;
            }
        }

        return below / 4096.0;
    }
}
