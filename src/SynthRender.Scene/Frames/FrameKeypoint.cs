using System.Numerics;

namespace SynthRender.Frames;

/// <summary>A keypoint of an instance at one frame, with pose, skin and morph targets applied.</summary>
/// <param name="World">Position in the world, metres.</param>
/// <param name="SelfOcclusionDistance">Metres in the world: the local distance times the object's scale.</param>
public readonly record struct FrameKeypoint(Vector3 World, float SelfOcclusionDistance);
