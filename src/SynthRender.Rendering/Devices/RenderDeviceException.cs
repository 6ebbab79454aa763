namespace SynthRender.Rendering.Devices;

/// <summary>No device fits what was asked for; the message lists those there are.</summary>
public sealed class RenderDeviceException : Exception
{
    /// <summary>Without a message.</summary>
    public RenderDeviceException()
    {
    }

    /// <summary>With a message.</summary>
    public RenderDeviceException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and the error that caused it.</summary>
    public RenderDeviceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
