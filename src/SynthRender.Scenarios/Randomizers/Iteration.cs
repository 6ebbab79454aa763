using System.Collections.Immutable;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>A frame that is being made, as one randomizer sees it.</summary>
public sealed class Iteration
{
    private readonly ulong _seed;
    private readonly string _randomizer;
    private readonly ImmutableArray<SampledValue>.Builder _log;

    internal Iteration(Scene scene, ulong seed, int frame, string randomizer, ImmutableArray<SampledValue>.Builder log) =>
        (Scene, _seed, Frame, _randomizer, _log) = (scene, seed, frame, randomizer, log);

    /// <summary>The scene, to be changed.</summary>
    public Scene Scene { get; }

    /// <summary>The frame's index.</summary>
    public int Frame { get; }

    /// <summary>The randomizer's stream for something that is not one object. Each call starts the stream anew.</summary>
    public RandomStream Stream(string target = "") => new(_seed, Frame, _randomizer, target, _log);

    /// <summary>The randomizer's stream for an object, keyed by its path. Each call starts the stream anew.</summary>
    public RandomStream Stream(Node node) => Stream(node.Path);

    /// <summary>An error that fails this frame and lets the run go on.</summary>
    public FrameException Fail(string reason) => new(Frame, _randomizer, reason);
}
