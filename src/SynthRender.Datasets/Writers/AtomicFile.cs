using System.Globalization;

namespace SynthRender.Datasets.Writers;

/// <summary>Files that appear whole or not at all: written under another name in the same folder, then renamed.</summary>
/// <remarks>
/// The temporary name is that of the file with a dot before and ".tmp" behind, so what a killed process leaves is overwritten when
/// its frame is made again. Killing the process loses nothing that was renamed. Against a power cut the data must also be forced to
/// disk before the rename; that costs milliseconds per file and is the `durable` choice.
/// </remarks>
public static class AtomicFile
{
    /// <summary>Writes a file, in place of one of the same name.</summary>
    /// <exception cref="FileBlockedException">The folder takes files of this size, but not this one.</exception>
    /// <exception cref="DatasetException">The disk is full, the folder is missing or not writable.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content, bool durable = false)
    {
        try
        {
            // No buffer: the content goes out in one call.
            Write(path, durable, 0, file => file.Write(content.Span));
        }
        catch (DatasetException error) when (Takes(Path.GetDirectoryName(path) ?? "", content))
        {
            throw new FileBlockedException(
                $"'{path}' cannot be written: {error.InnerException!.Message} Other files of the folder can; see what is in its place.", error);
        }
    }

    /// <summary>Writes a file by a stream, in place of one of the same name; it is forced to disk before it appears.</summary>
    /// <exception cref="DatasetException">The disk is full, the folder is missing or not writable.</exception>
    public static void Write(string path, Action<Stream> write) => Write(path, durable: true, 1 << 16, write);

    private static void Write(string path, bool durable, int bufferSize, Action<Stream> write)
    {
        var temporary = TemporaryName(path);
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize))
            {
                write(file);
                if (durable) file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error)
        {
            Discard(temporary);
            if (error is not (IOException or UnauthorizedAccessException)) throw;
            throw new DatasetException(
                $"Cannot write '{path}': {error.Message} Finished frames are kept; make room or give write permission, then run the same command again.",
                error);
        }
    }

    /// <summary>Whether a folder takes a file of such a content under a name that nothing else has.</summary>
    private static bool Takes(string folder, ReadOnlyMemory<byte> content)
    {
        var probe = Path.Combine(folder, string.Create(
            CultureInfo.InvariantCulture, $".probe-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp"));
        try
        {
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            file.Write(content.Span);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string TemporaryName(string path) => Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Path.GetFileName(path)}.tmp");

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception unimportant) when (unimportant is IOException or UnauthorizedAccessException)
        {
            // The first error says what is wrong with the folder.
        }
    }
}
