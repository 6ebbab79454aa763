using System.Collections.Immutable;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>A frame that is being made, as one randomizer sees it.</summary>
public sealed class Iteration
{
    private readonly Dictionary<string, RandomStream> _streams = new(StringComparer.Ordinal);
    private readonly ulong _seed;
    private readonly string _randomizer;
    private readonly ImmutableArray<SampledValue>.Builder _log;

    internal Iteration(Scene scene, ulong seed, int frame, string randomizer, ImmutableArray<SampledValue>.Builder log) =>
        (Scene, _seed, Frame, _randomizer, _log) = (scene, seed, frame, randomizer, log);

    /// <summary>The scene, to be changed.</summary>
    public Scene Scene { get; }

    /// <summary>The frame's index.</summary>
    public int Frame { get; }

    /// <summary>
    /// The randomizer's stream for something that is not one object or a detail of one. Asked for again within the frame, it goes on where it
    /// was, so that no number is drawn twice.
    /// </summary>
    public RandomStream Stream(string target = "")
    {
        if (!_streams.TryGetValue(target, out var stream))
            _streams.Add(target, stream = new RandomStream(_seed, Frame, _randomizer, target, _log));
        return stream;
    }

    /// <summary>A stream that neighbouring frames share: keyed by a number in the frame's place.</summary>
    internal RandomStream SharedStream(string target, int epoch) => new(_seed, epoch, _randomizer, target, _log);

    /// <summary>The randomizer's stream for an object, keyed by its path.</summary>
    public RandomStream Stream(Node node) => Stream(StreamTarget.Of(node));

    /// <summary>The randomizer's stream for a detail of an object, such as "left eye": no other object or detail has it.</summary>
    /// <param name="node">The object.</param>
    /// <param name="detail">Tells the object's streams apart.</param>
    public RandomStream Stream(Node node, string detail) => Stream(StreamTarget.Of(node, detail));

    /// <summary>The same frame as another randomizer sees it.</summary>
    internal Iteration For(string randomizer) => new(Scene, _seed, Frame, randomizer, _log);

    /// <summary>An error that fails this frame and lets the run go on.</summary>
    /// <param name="reason">Why, and what to do.</param>
    /// <param name="target">The path of the object that it is about; empty when it is about none.</param>
    public FrameException Fail(string reason, string target = "") => new(Frame, _randomizer, target, reason);
}
