using System.Numerics;

namespace SynthRender.Environments;

/// <summary>Within a forest: the sky through gaps of the canopy, trunks all around, undergrowth, and leaf litter with dapples of sun.</summary>
/// <remarks>At <see cref="LightingEnvironment.Intensity"/> 1 its light suits an exposure of 1, as <see cref="SkyEnvironment"/>'s does outside.</remarks>
public sealed record ForestEnvironment : LightingEnvironment
{
    private readonly float _canopyDensity = 0.75f;
    private readonly float _sunElevation = Units.Degrees(50);
    private readonly float _sunAzimuth;
    private readonly float _sunStrength = 1;
    private readonly int _trunkCount = 14;
    private readonly float _season = 0.25f;
    private readonly Vector3 _tint = Vector3.One;

    /// <summary>Share of the sky overhead that leaves hide, 0 (bare) to 1 (closed).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range; so for the other properties.</exception>
    public float CanopyDensity { get => _canopyDensity; init => _canopyDensity = EnvironmentRange.Check(value, 0, 1); }

    /// <summary>Height of the sun above the horizon, radians, 0 to π/2: gaps and leaves glow around it.</summary>
    public float SunElevation { get => _sunElevation; init => _sunElevation = AngleRange.Check(value, 0, MathF.PI / 2); }

    /// <summary>Turn of the sun about the vertical, radians; 0 stands over +Z, π/2 over +X.</summary>
    public float SunAzimuth { get => _sunAzimuth; init => _sunAzimuth = EnvironmentRange.Check(value, float.MinValue, float.MaxValue); }

    /// <summary>Strength of glow and dapples, 0 (overcast) to 4; 1 is a sunny day.</summary>
    public float SunStrength { get => _sunStrength; init => _sunStrength = EnvironmentRange.Check(value, 0, 4); }

    /// <summary>Near trunks around the horizon, 3 to 60; behind them stand twice and four times as many.</summary>
    public int TrunkCount { get => _trunkCount; init => _trunkCount = EnvironmentRange.Check(value, 3, 60); }

    /// <summary>0 spring's light green, 0.4 summer's dark green, 1 autumn's yellow and red.</summary>
    public float Season { get => _season; init => _season = EnvironmentRange.Check(value, 0, 1); }

    /// <summary>Factor on the colour of leaves and litter, linear RGB, each 0 to 4.</summary>
    public Vector3 Tint { get => _tint; init => _tint = EnvironmentRange.Check(value, 0, 4); }

    /// <summary>Which leaves and trunks; every number makes another forest.</summary>
    public int Seed { get; init; }
}
