namespace SynthRender.Lights;

/// <summary>
/// How much light from everywhere nearby surfaces keep off: corners darken, and what stands on a floor darkens it at its foot. It is
/// found in the image (what the camera does not see occludes nothing), acts on surroundings alone and is multiplied with the
/// materials' own occlusion. Blended surfaces neither get nor give it.
/// </summary>
public sealed record AmbientOcclusion
{
    /// <summary>The radius in heights of the view (or widths, where the image is upright), when <see cref="Radius"/> is null.</summary>
    public const float RadiusInViews = 1f / 6;

    private readonly float? _radius;
    private readonly float _strength = 1;

    /// <summary>
    /// How far away a surface may be and still occlude, metres, above 0; beyond it fades out within a quarter of that. Null, the
    /// default, is a sixth of what the image shows from top to bottom (or from side to side, if that is less) at the depth of the
    /// surface that is darkened: as much of a table top as of a hall, and the same whatever else stands in the scene.
    /// </summary>
    public float? Radius
    {
        get => _radius;
        init => _radius = value is null or (> 0 and < float.PositiveInfinity) ? value : throw new ArgumentOutOfRangeException(
            nameof(Radius), value, "The radius of ambient occlusion is in metres and above 0, or null for a sixth of the view.");
    }

    /// <summary>0 for none, 1 for all that is found.</summary>
    public float Strength
    {
        get => _strength;
        init => _strength = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(Strength), value, "The strength of ambient occlusion is 0 to 1.");
    }
}
