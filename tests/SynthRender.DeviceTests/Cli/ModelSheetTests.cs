using SkiaSharp;

namespace SynthRender.DeviceTests.Cli;

/// <summary>`synthrender models sheet` on two models of the collection.</summary>
public sealed class ModelSheetTests : IDisposable
{
    // Where the sheet has its first tile, and what a tile and two views take.
    private const int Left = 28, Top = 124, Tile = 96, Card = 2 * Tile, Gap = 18;

    private readonly string _out = Directory.CreateTempSubdirectory("synthrender-sheet-").FullName;

    public void Dispose() => Directory.Delete(_out, recursive: true);

    [Fact]
    public async Task It_shows_each_model_with_and_without_its_keypoints()
    {
        var path = Path.Combine(_out, "made", "sheet.png");
        var result = await CommandLine.Run(
            "models", "sheet", "kidney", "forceps", "--models", Path.Combine(CommandLine.Repository, "models3d"),
            "--tile", $"{Tile}", "--views", "2", "--out", path, "--device", "cpu", "--validate");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains(path, result.Output, StringComparison.Ordinal);
        using var sheet = SKBitmap.Decode(path);
        Assert.Equal((2 * Left + 2 * Card + Gap, Top + Tile + 34 + 28), (sheet.Width, sheet.Height));

        // Organs come in the collection's order, the kidney first. It is red and fills its tile; the floor is grey.
        var (clean, labelled) = (Pixels(sheet, Left), Pixels(sheet, Left + Tile));
        Assert.InRange(clean.Count(IsRed), Tile * Tile / 12, Tile * Tile / 2);
        Assert.All((int[])[0, Tile - 1], x => Assert.False(IsRed(sheet.GetPixel(Left + x, Top + Tile / 2))));
        Assert.DoesNotContain(clean, IsMark);
        Assert.InRange(labelled.Count(IsMark), 10, Tile * Tile / 4);

        // The forceps' steel has no colour of its own.
        var forceps = Pixels(sheet, Left + Card + Gap);
        Assert.Equal(0, forceps.Count(IsRed));
        var floor = forceps[3 * Tile + Tile / 2];
        Assert.InRange(forceps.Count(p => Math.Abs(p.Green - floor.Green) > 25), Tile * Tile / 100, Tile * Tile / 2);
    }

    [Fact]
    public async Task An_unknown_model_is_answered_with_the_known_ones()
    {
        var result = await CommandLine.Run("models", "sheet", "unicorn", "--out", Path.Combine(_out, "sheet.png"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("red_deer", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_out));
    }

    private static SKColor[] Pixels(SKBitmap sheet, int left) =>
        [.. Enumerable.Range(0, Tile * Tile).Select(i => sheet.GetPixel(left + i % Tile, Top + i / Tile))];

    private static bool IsRed(SKColor p) => p.Red > 1.6 * p.Green && p.Red > 1.6 * p.Blue && p.Red < 235;

    // The cyan of keypoints.
    private static bool IsMark(SKColor p) => p.Red < 90 && p.Green > 170 && p.Blue > 190;
}
