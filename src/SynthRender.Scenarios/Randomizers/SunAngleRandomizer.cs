using System.Numerics;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Moves the sun, and reddens and dims it near the horizon as the air does. Adds a sun when the scene has none.</summary>
/// <remarks>By <see cref="Elevation"/> and <see cref="Azimuth"/>, or by <see cref="Latitude"/>, day and hour as in Unity Perception.</remarks>
public sealed class SunAngleRandomizer : Randomizer
{
    private LightNode? _sun;

    /// <summary>Height above the horizon, radians, above 0 and at most π/2. Unused when <see cref="Latitude"/> is set.</summary>
    public FloatParameter Elevation { get; init; } = Distributions.Uniform(Units.Degrees(10), Units.Degrees(80));

    /// <summary>Turn about the vertical, radians; 0 shines from +Z, π/2 from +X. Unused when <see cref="Latitude"/> is set.</summary>
    public FloatParameter Azimuth { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Latitude, radians, north positive, or null. North is then −Z and east +X; below the horizon the sun gives no light.</summary>
    public FloatParameter? Latitude { get; init; }

    /// <summary>Day of the year, 1 to 366.</summary>
    public FloatParameter DayOfYear { get; init; } = Distributions.Uniform(1, 365);

    /// <summary>Local solar time, 0 to 24; 12 is when the sun stands highest.</summary>
    public FloatParameter Hour { get; init; } = Distributions.Uniform(6, 18);

    /// <summary>Irradiance with the sun overhead, W/m², 0 or more.</summary>
    public FloatParameter Irradiance { get; init; } = 3.2;

    /// <summary>False keeps the sun's colour and brightness at every height.</summary>
    public bool Atmosphere { get; init; } = true;

    internal override IEnumerable<LightNode> OwnLights => _sun is null ? [] : [_sun];

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        Elevation.WithinAngle(1e-3, Math.PI / 2, $"{Name}.Elevation");
        Latitude?.WithinAngle(-Math.PI / 2, Math.PI / 2, $"{Name}.Latitude");
        DayOfYear.Within(1, 366, $"{Name}.DayOfYear");
        Hour.Within(0, 24, $"{Name}.Hour");
        Irradiance.Within(0, double.MaxValue, $"{Name}.Irradiance");
        _sun = scenario.Scene.Lights.FirstOrDefault(l => l.Light is DirectionalLight);
        if (_sun is null && Enabled) _sun = scenario.Scene.AddLight(new DirectionalLight(), name: "sun");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var stream = iteration.Stream();
        var irradiance = Irradiance.Sample(stream, "irradiance");
        var (elevation, azimuth) = Latitude is null
            ? (Elevation.Sample(stream, "elevation"), Azimuth.Sample(stream, "azimuth"))
            : ByTime(Latitude, stream);
        var light = (DirectionalLight)_sun!.Light with { Irradiance = elevation > 0 ? irradiance : 0 };
        if (Atmosphere && elevation > 0)
        {
            var through = Transmittance(elevation) / Transmittance(MathF.PI / 2);
            var brightest = MathF.Max(through.X, MathF.Max(through.Y, through.Z));
            light = light with { Irradiance = irradiance * brightest, Color = through / brightest };
        }

        _sun.Light = light;
        _sun.PlaceInWorld(_sun.WorldFromNode.Translation, ShiningFrom(azimuth, elevation));
    }

    /// <summary>The rotation of a node whose −Z points away from where the light stands.</summary>
    internal static Quaternion ShiningFrom(float azimuth, float elevation) =>
        Quaternion.CreateFromAxisAngle(Vector3.UnitY, azimuth) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, -elevation);

    private (float Elevation, float Azimuth) ByTime(FloatParameter latitude, RandomStream stream)
    {
        var (elevation, azimuth) = SunPosition.At(
            latitude.Sample(stream, "latitude"), DayOfYear.Sample(stream, "dayOfYear"), Hour.Sample(stream, "hour"));
        return (stream.Record("elevation", elevation), stream.Record("azimuth", azimuth));
    }

    /// <summary>
    /// What clear air lets through, by Beer and Lambert, with the relative air mass of Kasten and Young (Applied Optics 28, 1989) and
    /// optical depths for 650, 550 and 450 nm of Rayleigh scattering (0.049, 0.097, 0.222) plus haze of 0.1.
    /// </summary>
    private static Vector3 Transmittance(float elevation)
    {
        var degrees = elevation * 180 / MathF.PI;
        var airMass = 1 / (MathF.Sin(elevation) + 0.50572f * MathF.Pow(degrees + 6.07995f, -1.6364f));
        return new Vector3(MathF.Exp(-0.149f * airMass), MathF.Exp(-0.197f * airMass), MathF.Exp(-0.322f * airMass));
    }
}
