namespace SynthRender.Frames;

/// <summary>A surface that the straight line from the eye to a keypoint meets, or passes within a pixel.</summary>
/// <param name="InstanceId">Whose it is; 0 for what has no label.</param>
/// <param name="Depth">Its planar depth, metres: on the line, or where the surface is nearest to the line in the image.</param>
/// <param name="Slack">
/// By how much it may count as farther, metres: rounding, half a pixel's size times the surface's slope, and what its level of detail may
/// be off.
/// </param>
/// <param name="Distance">Pixels between line and surface in the image, 0 to 1; 0 when the line meets it.</param>
public readonly record struct SightHit(uint InstanceId, float Depth, float Slack, float Distance)
{
    /// <summary>Whether the line meets the surface.</summary>
    public bool IsMet => Distance == 0;
}
