using System.Collections.Immutable;

namespace SynthRender.Assets;

/// <summary>An animation clip.</summary>
/// <param name="Name">The glTF name, or "animations[i]".</param>
/// <param name="Duration">Time of the last key, seconds.</param>
/// <param name="Channels">What moves.</param>
public sealed record AnimationAsset(string Name, float Duration, ImmutableArray<AnimationChannel> Channels);
