namespace SynthRender.Environments;

/// <summary>An equirectangular image all around.</summary>
/// <remarks>
/// The direction (x, y, z) is at u = atan2(z, x)/2π + ½ from the left and v = acos(y)/π from the top: the image's centre faces +X, its
/// right half +Z, its left and right edges −X; as in three.js and, its axes turned to glTF's, in Blender.
/// </remarks>
/// <param name="Image">Radiance by direction.</param>
public sealed record ImageEnvironment(EnvironmentImage Image) : LightingEnvironment;
