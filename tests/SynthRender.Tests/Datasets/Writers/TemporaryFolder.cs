namespace SynthRender.Tests.Datasets.Writers;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("synthrender-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal string File(string relative) => System.IO.Path.Combine(Path, relative);

    /// <summary>Contents of all files by relative path.</summary>
    internal SortedDictionary<string, byte[]> Files() => new(
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .ToDictionary(file => System.IO.Path.GetRelativePath(Path, file), System.IO.File.ReadAllBytes),
        StringComparer.Ordinal);
}
