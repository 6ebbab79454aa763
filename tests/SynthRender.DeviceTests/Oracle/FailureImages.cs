using SkiaSharp;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>Keeps what a failed comparison saw, for a person to look at.</summary>
internal static class FailureImages
{
    /// <summary>Writes actual, expected and difference images and returns their folder.</summary>
    /// <param name="name">Test and frame; the file names begin with it.</param>
    /// <param name="truth">The ray caster's image.</param>
    /// <param name="ids">What was drawn.</param>
    /// <param name="wrong">The pixels to mark in the difference (red).</param>
    public static string Save(string name, OracleImage truth, ReadOnlySpan<uint> ids, IReadOnlyList<(int X, int Y)> wrong)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "failures")).FullName;
        Write(Path.Combine(folder, $"{name}.actual.png"), truth, ids);
        Write(Path.Combine(folder, $"{name}.expected.png"), truth, truth.Ids());
        using var difference = new SKBitmap(truth.Width, truth.Height);
        for (var y = 0; y < truth.Height; y++)
        {
            for (var x = 0; x < truth.Width; x++)
            {
                var grey = (byte)(truth[x, y].Id == 0 ? 230 : 130 + 17 * truth[x, y].Id % 80);
                difference.SetPixel(x, y, new SKColor(grey, grey, grey));
            }
        }

        foreach (var (x, y) in wrong) difference.SetPixel(x, y, SKColors.Red);
        Write(Path.Combine(folder, $"{name}.difference.png"), difference);
        return folder;
    }

    private static void Write(string path, OracleImage truth, ReadOnlySpan<uint> ids)
    {
        using var bitmap = new SKBitmap(truth.Width, truth.Height);
        for (var i = 0; i < ids.Length; i++)
        {
            // Neighbouring ids get far apart hues (golden angle).
            var color = ids[i] == 0 ? SKColors.Black : SKColor.FromHsv(ids[i] * 137.508f % 360, 80, 95);
            bitmap.SetPixel(i % truth.Width, i / truth.Width, color);
        }

        Write(path, bitmap);
    }

    private static void Write(string path, SKBitmap bitmap)
    {
        using var file = File.Create(path);
        if (!bitmap.Encode(file, SKEncodedImageFormat.Png, 100)) throw new IOException($"Cannot encode '{path}'.");
    }
}
