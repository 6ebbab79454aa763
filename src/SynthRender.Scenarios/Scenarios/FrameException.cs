namespace SynthRender.Scenarios;

/// <summary>A frame cannot be made: a randomizer found no way. The run reports and counts it, and goes on with the others.</summary>
public sealed class FrameException : Exception
{
    /// <summary>Says which frame, which randomizer, and why.</summary>
    public FrameException(int frame, string randomizer, string reason, Exception? inner = null)
        : base($"Frame {frame}, {randomizer}: {reason}", inner) => (Frame, Randomizer) = (frame, randomizer);

    /// <summary>Index of the frame.</summary>
    public int Frame { get; }

    /// <summary>Name of the randomizer.</summary>
    public string Randomizer { get; }
}
