using SynthRender.Datasets.Writers;

namespace SynthRender.Farm.Runs;

/// <summary>
/// The right to write into a dataset's folder, for one run at a time: an open, locked file. The system gives it back when the process dies.
/// </summary>
internal sealed class RunLock : IDisposable
{
    /// <summary>The file's name.</summary>
    internal const string FileName = "lock";

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] LockedElsewhere = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a folder that exists.</summary>
    /// <param name="folder">Where the lock file lies.</param>
    /// <param name="dataset">For the message.</param>
    /// <exception cref="DatasetSettingsException">Another run has it.</exception>
    /// <exception cref="DatasetException">The file cannot be made.</exception>
    internal static RunLock Take(string folder, string dataset)
    {
        var path = Path.Combine(folder, FileName);
        for (var attempt = 0; ; attempt++)
        {
            FileStream file;
            try
            {
                Directory.CreateDirectory(folder);
                file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (DirectoryNotFoundException) when (attempt < 100)
            {
                continue; // a run that ended removed the folder just now
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                if (LockedElsewhere.Contains(error.HResult))
                    throw new DatasetSettingsException(
                        $"Another run is writing into '{dataset}' ('{path}' is locked); nothing was changed. Wait for it, or choose another output folder.",
                        error);
                throw new DatasetException($"Cannot write into '{dataset}': {error.Message} Choose another output folder, or give write permission.", error);
            }

            // The one who had it before may have removed the file after it was opened here: then this is the lock of nothing.
            if (File.Exists(path)) return new RunLock(file);
            file.Dispose();
        }
    }

    public void Dispose() => _file.Dispose();
}
