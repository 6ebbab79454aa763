namespace SynthRender.Lights;

/// <summary>A lamp that shines into a cone around the node's −Z; fades between the two angles as KHR_lights_punctual says.</summary>
public sealed record SpotLight : Light
{
    private readonly float _innerConeAngle;
    private readonly float _outerConeAngle = MathF.PI / 4;

    /// <summary>Radiant intensity on the axis, W/sr.</summary>
    public float Intensity { get; init; } = 10f;

    /// <summary>Angle from the axis at which the light begins to fade, radians, from 0 to below <see cref="OuterConeAngle"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The angle lies outside 0 to π/2.</exception>
    public float InnerConeAngle { get => _innerConeAngle; init => _innerConeAngle = AngleRange.Check(value, 0, MathF.PI / 2); }

    /// <summary>Angle from the axis at which nothing is left, radians, above <see cref="InnerConeAngle"/> and at most π/2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The angle lies outside 0 to π/2.</exception>
    public float OuterConeAngle { get => _outerConeAngle; init => _outerConeAngle = AngleRange.Check(value, 0, MathF.PI / 2); }

    /// <summary>Radius of the lamp, metres; it softens the shadow's edge.</summary>
    public float Radius { get; init; } = 0.02f;

    /// <summary>Distance in metres at which the light has faded to nothing, or infinity.</summary>
    public float Range { get; init; } = float.PositiveInfinity;

    internal override string? Fault => InnerConeAngle < OuterConeAngle ? null : FormattableString.Invariant(
        $"has an inner cone angle of {InnerConeAngle} and an outer one of {OuterConeAngle}; the inner is below the outer");
}
