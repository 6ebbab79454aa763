namespace SynthRender.Datasets.Writers;

/// <summary>Folders of a dataset.</summary>
internal static class DatasetFolder
{
    /// <summary>Makes a folder, with those above it.</summary>
    /// <exception cref="DatasetException">It cannot be made.</exception>
    internal static string Create(string dataset, string subfolder)
    {
        var folder = Path.Combine(dataset, subfolder);
        try
        {
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"Cannot make the folder '{folder}': {error.Message} Choose another output folder, or give write permission.", error);
        }
    }
}
