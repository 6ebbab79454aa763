namespace SynthRender.Assets;

/// <summary>Keys for one property of one node.</summary>
/// <param name="Node">Index of the asset node.</param>
/// <param name="Path">The property.</param>
/// <param name="Interpolation">What happens between keys.</param>
/// <param name="Times">Seconds, strictly increasing.</param>
/// <param name="Values">Values laid out as glTF does.</param>
public sealed record AnimationChannel(
    int Node, AnimationPath Path, AnimationInterpolation Interpolation, ReadOnlyMemory<float> Times, ReadOnlyMemory<float> Values);
