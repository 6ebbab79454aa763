namespace SynthRender.Datasets.Writers;

/// <summary>One file cannot be written though its folder takes others: something is in its place, or its name is not allowed.</summary>
public sealed class FileBlockedException : DatasetException
{
    /// <summary>Says which file, and why.</summary>
    public FileBlockedException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
