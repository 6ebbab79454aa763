namespace SynthRender.Scripting;

/// <summary>A scene file cannot be used: it is missing, does not compile, or fails when it is built. Exit code 2.</summary>
public sealed class SceneFileException : Exception
{
    /// <summary>Says what is wrong, and where: file:line:column.</summary>
    public SceneFileException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
