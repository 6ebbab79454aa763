namespace SynthRender.DeviceTests.Cli;

public sealed class GalleryCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-gallery-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_exhibit_is_drawn_the_same_each_time_and_the_page_of_the_documentation_lists_it()
    {
        var first = await Draw("a");
        var again = await Draw("b");
        Assert.Equal(first.Keys, again.Keys);
        Assert.All(first, file => Assert.Equal(file.Value, again[file.Key]));
        Assert.True(first.Count > 30, $"{first.Count} files");

        var page = File.ReadAllText(Path.Combine(CommandLine.Repository, "docs", "gallery.md"));
        foreach (var file in first.Keys)
        {
            Assert.Contains($"gallery/{file}", page, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(CommandLine.Repository, "docs", "gallery", file)), $"docs/gallery/{file}: run `synthrender gallery`.");
        }
    }

    [Fact]
    public async Task An_exhibition_that_does_not_exist_is_answered_with_those_that_do()
    {
        var result = await CommandLine.Run("gallery", "moods", "--out", _folder);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("tone", result.Error, StringComparison.Ordinal);
    }

    private async Task<SortedDictionary<string, byte[]>> Draw(string name)
    {
        var output = Path.Combine(_folder, name);
        var result = await CommandLine.Run("gallery", "--out", output, "--size", "48x36", "--models", Path.Combine(CommandLine.Repository, "models3d"));
        Assert.True(result.ExitCode == 0, result.Error);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(output, "*.jpg", SearchOption.AllDirectories))
            files.Add(Path.GetRelativePath(output, file), File.ReadAllBytes(file));
        return files;
    }
}
