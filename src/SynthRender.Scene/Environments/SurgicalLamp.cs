using System.Numerics;

namespace SynthRender.Environments;

/// <summary>A round lamp head of an operating theatre: two rings of LED petals around a core, in a pale housing on an arm from the ceiling.</summary>
public sealed record SurgicalLamp
{
    private readonly float _azimuth;
    private readonly float _elevation = Units.Degrees(65);
    private readonly float _angularRadius = Units.Degrees(17);
    private readonly float _radiance = 30;
    private readonly int _petals = 12;
    private readonly Vector3 _color = Vector3.One;

    /// <summary>Turn of its middle about the vertical, radians; 0 stands over +Z, π/2 over +X.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range; so for the other properties.</exception>
    public float Azimuth { get => _azimuth; init => _azimuth = EnvironmentRange.Check(value, float.MinValue, float.MaxValue); }

    /// <summary>Height of its middle above the horizon, radians, −π/2 to π/2.</summary>
    public float Elevation { get => _elevation; init => _elevation = AngleRange.Check(value, -MathF.PI / 2, MathF.PI / 2); }

    /// <summary>Angle from its middle to the housing's edge, radians, 0.02 to 1.2.</summary>
    public float AngularRadius { get => _angularRadius; init => _angularRadius = AngleRange.Check(value, 0.02f, 1.2f); }

    /// <summary>Radiance of its LEDs, W/(m²·sr), 0 to 10,000. They fill 15% to a third of the head.</summary>
    public float Radiance { get => _radiance; init => _radiance = EnvironmentRange.Check(value, 0, 10000); }

    /// <summary>Linear RGB tint of its light, each 0 to 1, normally with a largest component of 1.</summary>
    public Vector3 Color { get => _color; init => _color = EnvironmentRange.Check(value, 0, 1); }

    /// <summary>Petals of the outer ring, 6 to 24; the inner ring has half as many.</summary>
    public int Petals { get => _petals; init => _petals = EnvironmentRange.Check(value, 6, 24); }
}
