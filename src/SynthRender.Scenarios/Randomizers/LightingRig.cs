using SynthRender.Graph;
using SynthRender.Lights;

namespace SynthRender.Randomizers;

/// <summary>One of the ways in which a <see cref="LightingRandomizer"/> lights a scene.</summary>
/// <param name="name">Names it in the records, and keys the random streams of its randomizers.</param>
/// <param name="randomizers">What runs, in this order, in the frames that are lit this way; may be none.</param>
public sealed class LightingRig(string name, params Randomizer[] randomizers)
{
    /// <summary>The name; not empty, without '/'.</summary>
    public string Name { get; } = !string.IsNullOrWhiteSpace(name) && !name.Contains('/')
        ? name
        : throw new ArgumentException($"'{name}' is no name for a rig; it is not empty and has no '/'.", nameof(name));

    /// <summary>The randomizers.</summary>
    public IReadOnlyList<Randomizer> Randomizers { get; } = [.. randomizers];

    /// <summary>
    /// Lights of the scene that are on in these frames only, beside those that its randomizers name or bring (the sun of a
    /// <see cref="SkyRandomizer"/>). A light may be in several rigs.
    /// </summary>
    public IReadOnlyList<LightNode> Lights { get; init; } = [];

    /// <summary>The light from everywhere before its randomizers run; null keeps the scene's.</summary>
    public Surroundings? Surroundings { get; init; }

    /// <summary>How often the rig is chosen against the others, 0 or more.</summary>
    public double Weight { get; init; } = 1;
}
