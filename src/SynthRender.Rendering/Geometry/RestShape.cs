namespace SynthRender.Rendering.Geometry;

/// <summary>Where the deform pass reads a primitive from: byte offsets in <see cref="AssetGeometry.RestShapes"/>.</summary>
/// <param name="PositionOffset">Of positions.</param>
/// <param name="FrameOffset">Of normals and tangents, packed.</param>
/// <param name="JointOffset">Of joints; 0 when it is not skinned.</param>
/// <param name="WeightOffset">Of weights; 0 when it is not skinned.</param>
/// <param name="Targets">Differences by morph target.</param>
internal sealed record RestShape(uint PositionOffset, uint FrameOffset, uint JointOffset, uint WeightOffset, MorphDeltas[] Targets);
