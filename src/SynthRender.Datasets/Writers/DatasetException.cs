namespace SynthRender.Datasets.Writers;

/// <summary>A dataset could not be written: the disk is full, a folder is not writable, a record is damaged. Exit code 1.</summary>
public class DatasetException : Exception
{
    /// <summary>Says what failed, where, and what to do.</summary>
    public DatasetException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
