using System.Collections.Concurrent;

namespace SynthRender.DeviceTests;

/// <summary>What the validation layers said about any device that a test opened with <see cref="Add"/> as its sink.</summary>
public static class ValidationLog
{
    private static readonly ConcurrentQueue<string> Messages = new();

    public static void Add(string message) => Messages.Enqueue(message);

    /// <summary>Takes the messages out; a test that provokes one takes it before it ends.</summary>
    public static IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (Messages.TryDequeue(out string? message))
            taken.Add(message);
        return taken;
    }
}
