namespace SynthRender.Gpu;

/// <summary>The device layer, or the driver below it, cannot do what it was asked to.</summary>
public class VeldridException : Exception
{
    /// <summary>Without a message.</summary>
    public VeldridException()
    {
    }

    /// <summary>With a message.</summary>
    public VeldridException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and the error that caused it.</summary>
    public VeldridException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
