namespace SynthRender.Scenarios;

/// <summary>
/// A frame cannot be made: a randomizer found no way, or its code failed. The run reports and counts it, and goes on with the others.
/// </summary>
public sealed class FrameException : Exception
{
    /// <summary>Says which frame, which randomizer, which object, and why.</summary>
    public FrameException(int frame, string randomizer, string target, string reason, Exception? inner = null)
        : base($"Frame {frame}, {Account(randomizer, target, reason)}", inner) =>
        (Frame, Randomizer, Target, Reason) = (frame, randomizer, target, Account(randomizer, target, reason));

    /// <summary>Index of the frame.</summary>
    public int Frame { get; }

    /// <summary>Name of the randomizer, or "snapshot" when the finished scene could not be frozen.</summary>
    public string Randomizer { get; }

    /// <summary>Path of the object; empty when it is about none.</summary>
    public string Target { get; }

    /// <summary>The message without the frame.</summary>
    public string Reason { get; }

    private static string Account(string randomizer, string target, string reason) =>
        $"{randomizer}{(target.Length == 0 ? "" : $", {target}")}: {reason}";
}
