using System.Numerics;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Parameters;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Moves the sun, and reddens and dims it near the horizon as the air does. Adds a sun when the scene has none.</summary>
public sealed class SunAngleRandomizer : Randomizer
{
    private LightNode? _sun;

    /// <summary>Height above the horizon, radians, above 0 and at most π/2.</summary>
    public FloatParameter Elevation { get; init; } = Distributions.Uniform(Units.Degrees(10), Units.Degrees(80));

    /// <summary>Turn about the vertical, radians; 0 shines from +Z.</summary>
    public FloatParameter Azimuth { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Irradiance with the sun overhead, W/m².</summary>
    public FloatParameter Irradiance { get; init; } = 3.2;

    /// <summary>False keeps the sun's colour and brightness at every height.</summary>
    public bool Atmosphere { get; init; } = true;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        Elevation.Within(1e-3, Math.PI / 2, $"{Name}.Elevation");
        Irradiance.Within(0, double.MaxValue, $"{Name}.Irradiance");
        _sun = scenario.Scene.Lights.FirstOrDefault(l => l.Light is DirectionalLight)
            ?? scenario.Scene.AddLight(new DirectionalLight(), name: "sun");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var stream = iteration.Stream();
        var elevation = Elevation.Sample(stream, "elevation");
        var irradiance = Irradiance.Sample(stream, "irradiance");
        var light = (DirectionalLight)_sun!.Light with { Irradiance = irradiance };
        if (Atmosphere)
        {
            var through = Transmittance(elevation) / Transmittance(MathF.PI / 2);
            var brightest = MathF.Max(through.X, MathF.Max(through.Y, through.Z));
            light = light with { Irradiance = irradiance * brightest, Color = through / brightest };
        }

        _sun.Light = light;
        _sun.Local = _sun.Local with { Rotation = Shining(Azimuth.Sample(stream, "azimuth"), elevation) };
    }

    /// <summary>The rotation of a node whose −Z points away from where the sun stands.</summary>
    internal static Quaternion Shining(float azimuth, float elevation) =>
        Quaternion.CreateFromAxisAngle(Vector3.UnitY, azimuth) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, -elevation);

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
