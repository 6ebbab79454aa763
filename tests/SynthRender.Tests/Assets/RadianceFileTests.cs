using System.Numerics;
using System.Text;
using SynthRender.Assets;
using SynthRender.Environments;

namespace SynthRender.Tests.Assets;

/// <summary>Radiance .hdr files, written here byte by byte after Ward, Real Pixels, Graphics Gems II, 1991.</summary>
public sealed class RadianceFileTests
{
    private const int Width = 16;
    private const int Height = 3;

    /// <summary>A byte m under exponent e stands for m·2^(e−136), here 2⁻⁶ to 2² times m.</summary>
    private static byte[] Pixel(int x, int y) => [(byte)(x * 15), (byte)(200 - y), (byte)(x < 9 ? 7 : 128 + y), (byte)(130 + 4 * y)];

    private static byte[] Header(string size = "-Y 3 +X 16", string lines = "FORMAT=32-bit_rle_rgbe\n") =>
        Encoding.ASCII.GetBytes($"#?RADIANCE\n# made by a test\n{lines}\n{size}\n");

    private static byte[] Flat() =>
        [.. from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) from b in Pixel(x, y) select b];

    /// <summary>Channel after channel; a run where three or more are alike, else one literal byte at a time.</summary>
    private static byte[] RunLength()
    {
        List<byte> bytes = [];
        for (var y = 0; y < Height; y++)
        {
            bytes.AddRange([2, 2, 0, Width]);
            for (var channel = 0; channel < 4; channel++)
                for (int x = 0, run; x < Width; x += run)
                {
                    for (run = 1; x + run < Width && Pixel(x + run, y)[channel] == Pixel(x, y)[channel]; run++) ;
                    if (run < 3) run = 1;
                    bytes.AddRange([(byte)(run < 3 ? 1 : 128 + run), Pixel(x, y)[channel]]);
                }
        }

        return [.. bytes];
    }

    private static EnvironmentImage Load(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        folder.Write("sky.hdr", bytes);
        return new AssetLibrary([folder.Path]).LoadEnvironment("sky.hdr");
    }

    private static void Refuses(byte[] bytes, string words) => Assert.Contains(words, Assert.Throws<AssetException>(() => Load(bytes)).Message);

    private static void Holds(EnvironmentImage image, float exposure)
    {
        Assert.Equal((Width, Height), (image.Width, image.Height));
        var texels = image.Texels.Span;
        for (var i = 0; i < Width * Height; i++)
        {
            var rgbe = Pixel(i % Width, i / Width);
            for (var c = 0; c < 3; c++)
            {
                var expected = rgbe[c] * Math.Pow(2, rgbe[3] - 136) / exposure;
                // Eight bits fit a half's eleven; a power of two as exposure loses nothing.
                Assert.Equal(expected, (double)(float)texels[4 * i + c] * image.Scale);
            }
        }
    }

    [Fact]
    public void Plain_and_run_length_scanlines_hold_the_same_radiance()
    {
        Holds(Load([.. Header(), .. Flat()]), 1);
        Holds(Load([.. Header(), .. RunLength()]), 1);
        Holds(Load([.. Header(lines: "EXPOSURE=2\nFORMAT=32-bit_rle_rgbe\nEXPOSURE=0.25\n"), .. RunLength()]), 0.5f);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        foreach (var file in (byte[][])[[.. Header(), .. Flat()], [.. Header(), .. RunLength()]])
            for (var length = 0; length < file.Length; length++)
                Assert.Throws<AssetException>(() => Load(file[..length]));
        Refuses([.. Header(), .. Flat()[..^1]], "cut off");
        Refuses([.. Header(), .. RunLength()[..^1]], "cut off");
    }

    [Fact]
    public void What_is_no_radiance_image_of_a_sensible_size_is_refused()
    {
        Refuses([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "no Radiance image");
        Refuses([.. Header(lines: "FORMAT=32-bit_rle_xyze\n"), .. Flat()], "32-bit_rle_xyze");
        Refuses([.. Header(lines: "FORMAT=32-bit_rle_rgbe\nEXPOSURE=0\n"), .. Flat()], "EXPOSURE=0");
        Refuses([.. Header("+Y 3 +X 16"), .. Flat()], "-Y height +X width");
        Refuses([.. Header("-Y 0 +X 16"), .. Flat()], "are accepted");
        Refuses([.. Header("-Y 2000000000 +X 2000000000"), .. Flat()], "are accepted");
        Refuses([.. Header("-Y 99999999999 +X 16"), .. Flat()], "-Y height +X width");
        Refuses([.. Header(), 2, 2, 0, 17], "expected 16");
        Refuses([.. Header(), 2, 2, 0, Width, 128 + 17, 1], "run of 17");
        Refuses([.. Header(), 2, 2, 0, Width, 0, 1], "run of 0");
    }
}
