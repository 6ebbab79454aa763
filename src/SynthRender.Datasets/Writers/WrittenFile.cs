using System.Globalization;
using System.IO.Hashing;
using MessagePack;

namespace SynthRender.Datasets.Writers;

/// <summary>
/// A file of a dataset as it was written: what tells later whether it is still whole. The hash finds damage, not forgery.
/// </summary>
/// <param name="Path">Relative to the dataset's folder, with '/' between names.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">XXH3, 64 bits, of the bytes.</param>
[MessagePackObject]
public sealed record WrittenFile([property: Key(0)] string Path, [property: Key(1)] long Length, [property: Key(2)] ulong Hash)
{
    /// <summary>Describes a file by what is written into it.</summary>
    public static WrittenFile Of(string path, ReadOnlySpan<byte> content) => new(path, content.Length, XxHash3.HashToUInt64(content));

    /// <summary>Describes a file by what is on disk.</summary>
    /// <exception cref="DatasetException">It cannot be read.</exception>
    public static WrittenFile Read(string datasetFolder, string path)
    {
        var full = System.IO.Path.Combine(datasetFolder, path);
        try
        {
            return new WrittenFile(path, new FileInfo(full).Length, HashOf(full));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"Cannot read '{full}': {error.Message}", error);
        }
    }

    /// <summary>What is wrong with the file on disk, e.g. "images/000012.png is empty; 4711 bytes were written"; null when it is whole.</summary>
    /// <param name="datasetFolder">The dataset's folder.</param>
    /// <param name="content">False looks at the length alone, which reads no file.</param>
    public string? Fault(string datasetFolder, bool content = true)
    {
        var file = new FileInfo(System.IO.Path.Combine(datasetFolder, Path));
        try
        {
            if (!file.Exists) return $"{Path} is gone";
            if (file.Length != Length)
                return string.Create(
                    CultureInfo.InvariantCulture, $"{Path} {(file.Length == 0 ? "is empty" : $"has {file.Length} bytes")}; {Length} bytes were written");
            return !content || HashOf(file.FullName) == Hash ? null : $"{Path} has other bytes than were written";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"{Path} cannot be read ({error.Message})";
        }
    }

    private static ulong HashOf(string path)
    {
        var hash = new XxHash3();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        hash.Append(file);
        return hash.GetCurrentHashAsUInt64();
    }
}
