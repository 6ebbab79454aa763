using System.Numerics;

namespace SynthRender.Environments;

/// <summary>A rectangular light in a <see cref="StudioEnvironment"/>: square soft box, window or narrow strip.</summary>
/// <remarks>
/// It lies in a plane square to its direction. A box without softness lights a surface that faces its middle with the irradiance
/// 2·L·(a/√(1+a²)·atan(b/√(1+a²)) + b/√(1+b²)·atan(a/√(1+b²))), where a and b are the tangents of half its width and height.
/// </remarks>
public sealed record SoftBox
{
    private readonly float _azimuth;
    private readonly float _elevation = MathF.PI / 4;
    private readonly float _roll;
    private readonly float _width = Units.Degrees(40);
    private readonly float _height = Units.Degrees(40);
    private readonly float _radiance = 4;
    private readonly float _softness = 0.1f;
    private readonly Vector3 _color = Vector3.One;

    /// <summary>Turn of its middle about the vertical, radians; 0 stands over +Z, π/2 over +X.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range; so for the other properties.</exception>
    public float Azimuth { get => _azimuth; init => _azimuth = EnvironmentRange.Check(value, float.MinValue, float.MaxValue); }

    /// <summary>Height of its middle above the horizon, radians, −π/2 to π/2.</summary>
    public float Elevation { get => _elevation; init => _elevation = AngleRange.Check(value, -MathF.PI / 2, MathF.PI / 2); }

    /// <summary>Turn about the line to its middle, radians.</summary>
    public float Roll { get => _roll; init => _roll = EnvironmentRange.Check(value, float.MinValue, float.MaxValue); }

    /// <summary>Angle that its width spans, radians, 0.005 to 2.6. What is narrower than 3 degrees is blurred in reflections.</summary>
    public float Width { get => _width; init => _width = AngleRange.Check(value, 0.005f, 2.6f); }

    /// <summary>Angle that its height spans, radians, 0.005 to 2.6.</summary>
    public float Height { get => _height; init => _height = AngleRange.Check(value, 0.005f, 2.6f); }

    /// <summary>Radiance of its middle, W/(m²·sr), 0 to 10,000.</summary>
    public float Radiance { get => _radiance; init => _radiance = EnvironmentRange.Check(value, 0, 10000); }

    /// <summary>Linear RGB tint, each 0 to 1, normally with a largest component of 1.</summary>
    public Vector3 Color { get => _color; init => _color = EnvironmentRange.Check(value, 0, 1); }

    /// <summary>Width of the fading edge as a share of half the box, 0 (sharp) to 1. The edge's middle stays where it is.</summary>
    public float Softness { get => _softness; init => _softness = EnvironmentRange.Check(value, 0, 1); }
}
