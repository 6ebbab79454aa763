using System.Collections.Immutable;
using SynthRender.Assets;

namespace SynthRender.Scenarios;

/// <summary>What a scenario gets from outside.</summary>
public sealed record ScenarioSettings
{
    /// <summary>Where models and textures come from.</summary>
    public required AssetLibrary Assets { get; init; }

    /// <summary>Where all randomness comes from.</summary>
    public ulong Seed { get; init; }

    /// <summary>Values for the scene's options, as text.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>An image size for all cameras instead of their own, or null.</summary>
    public (int Width, int Height)? ImageSize { get; init; }
}
