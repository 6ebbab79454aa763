using System.Numerics;
using SynthRender.Graph;
using SynthRender.Lights;

namespace SynthRender.Environments;

/// <summary>A sky by day: from the sun's place, the haze in the air and the clouds; below the horizon an even ground.</summary>
/// <remarks>
/// The clear sky is that of Preetham, Shirley and Smits, A Practical Analytic Model for Daylight, SIGGRAPH 1999. The sun is not in the
/// environment: add <see cref="Sun"/>, turned by <see cref="SunPlace"/>, to light and cast shadows; the background shows its disc.
/// At <see cref="LightingEnvironment.Intensity"/> 1 the sun above the air gives <see cref="SolarIrradiance"/>, so that an exposure of 1
/// suits a sunny day; the real one gives 1361 W/m²: for true radiance set the intensity to 340.
/// </remarks>
public sealed record SkyEnvironment : LightingEnvironment
{
    /// <summary>The sun's irradiance above the air at intensity 1, W/m² in each colour.</summary>
    public const float SolarIrradiance = 4;

    private readonly float _sunElevation = MathF.PI / 4;
    private readonly float _sunAzimuth;
    private readonly float _turbidity = 2.5f;
    private readonly float _cloudCover;
    private readonly float _cloudScale = 1;
    private readonly Vector3 _groundAlbedo = new(0.16f, 0.15f, 0.12f);

    /// <summary>Height of the sun above the horizon, radians, 0 to π/2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range; so for the other properties.</exception>
    public float SunElevation { get => _sunElevation; init => _sunElevation = AngleRange.Check(value, 0, MathF.PI / 2); }

    /// <summary>Turn of the sun about the vertical, radians; 0 stands over +Z, π/2 over +X. <see cref="LightingEnvironment.Rotation"/> adds to it.</summary>
    public float SunAzimuth { get => _sunAzimuth; init => _sunAzimuth = EnvironmentRange.Check(value, float.MinValue, float.MaxValue); }

    /// <summary>Haze: the optical thickness of the air over that without haze, 1.7 (very clear) to 10 (very hazy).</summary>
    public float Turbidity { get => _turbidity; init => _turbidity = EnvironmentRange.Check(value, 1.7f, 10); }

    /// <summary>Share of the sky under clouds, 0 (clear) to 1 (overcast). From one half on the sun fades, at 1 it is gone.</summary>
    public float CloudCover { get => _cloudCover; init => _cloudCover = EnvironmentRange.Check(value, 0, 1); }

    /// <summary>Which clouds; every number makes others.</summary>
    public int CloudSeed { get; init; }

    /// <summary>Size of the clouds against the height at which they float, 0.1 to 10.</summary>
    public float CloudScale { get => _cloudScale; init => _cloudScale = EnvironmentRange.Check(value, 0.1f, 10); }

    /// <summary>What the ground reflects, linear RGB, each 0 to 1.</summary>
    public Vector3 GroundAlbedo { get => _groundAlbedo; init => _groundAlbedo = EnvironmentRange.Check(value, 0, 1); }

    /// <summary>Unit vector towards the sun, in the world.</summary>
    public Vector3 SunDirection => Vector3.Transform(Vector3.UnitZ, SunPlace.Rotation);

    /// <summary>The transform of a light node that shines from where the sun stands.</summary>
    public Transform SunPlace => new(
        Vector3.Zero,
        Quaternion.CreateFromAxisAngle(Vector3.UnitY, SunAzimuth + Rotation) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, -SunElevation),
        Vector3.One);

    /// <summary>The share of the sun that the clouds leave.</summary>
    public float SunVisibility
    {
        get
        {
            var t = Math.Clamp(2 * CloudCover - 1, 0, 1);
            return 1 - t * t * (3 - 2 * t);
        }
    }

    /// <summary>The sun's light on the ground as the air and the clouds leave it, with shadows.</summary>
    public DirectionalLight Sun
    {
        get
        {
            var light = Intensity * SolarIrradiance * SunVisibility * AirTransmittance;
            var brightest = MathF.Max(light.X, MathF.Max(light.Y, light.Z));
            return new DirectionalLight { Irradiance = brightest, Color = brightest > 0 ? light / brightest : Vector3.One };
        }
    }

    /// <summary>
    /// What the air lets through of the sun at 650, 550 and 450 nm: Rayleigh scattering, haze by Ångström's formula, and ozone, as in the
    /// paper's appendix, with the relative air mass of Kasten and Young (Applied Optics 28, 1989).
    /// </summary>
    public Vector3 AirTransmittance
    {
        get
        {
            var degrees = SunElevation * 180 / MathF.PI;
            var airMass = 1 / (MathF.Sin(SunElevation) + 0.50572f * MathF.Pow(degrees + 6.07995f, -1.6364f));
            var haze = 0.04608f * Turbidity - 0.04586f;
            float Through(float micrometres, float ozone) =>
                MathF.Exp(-airMass * (0.008735f * MathF.Pow(micrometres, -4.08f) + haze * MathF.Pow(micrometres, -1.3f) + 0.35f * ozone));
            return new Vector3(Through(0.65f, 0.058f), Through(0.55f, 0.085f), Through(0.45f, 0.003f));
        }
    }
}
