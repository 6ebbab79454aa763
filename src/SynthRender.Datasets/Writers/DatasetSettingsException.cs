namespace SynthRender.Datasets.Writers;

/// <summary>What was asked for does not fit the folder or the scene: the caller can mend it. Exit code 2.</summary>
public sealed class DatasetSettingsException : DatasetException
{
    /// <summary>Says what does not fit, and what to do.</summary>
    public DatasetSettingsException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
