using System.Numerics;
using SynthRender.Lights;
using SynthRender.Parameters;

namespace SynthRender.Randomizers;

/// <summary>Changes the lights of the scene: direction, colour temperature, brightness, place.</summary>
public sealed class LightRandomizer : Randomizer
{
    /// <summary>The name of the one light to change, or null for all.</summary>
    public string? Light { get; init; }

    /// <summary>Factor on irradiance or intensity, 0 or more.</summary>
    public FloatParameter? IntensityFactor { get; init; }

    /// <summary>Colour temperature, 1667 K to 25000 K; replaces the colour.</summary>
    public FloatParameter? Kelvin { get; init; }

    /// <summary>Turn of the light's direction about the vertical, radians.</summary>
    public FloatParameter? Azimuth { get; init; }

    /// <summary>Height from which the light shines above the horizon, radians, within ±π/2; set together with <see cref="Azimuth"/>.</summary>
    public FloatParameter? Elevation { get; init; }

    /// <summary>Added to the light's position, metres.</summary>
    public Vector3Parameter? Translation { get; init; }

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenarios.Scenario scenario)
    {
        Kelvin?.Within(1667, 25000, $"{Name}.Kelvin");
        IntensityFactor?.Within(0, double.MaxValue, $"{Name}.IntensityFactor");
        Elevation?.Within(-Math.PI / 2, Math.PI / 2, $"{Name}.Elevation");
        if (Azimuth is null != Elevation is null)
            throw new ArgumentException($"{Name}: set Azimuth and Elevation both, or neither.");
        if (!scenario.Scene.Lights.Any(l => Light is null || l.Name == Light))
            throw new ArgumentException($"{Name}: the scene has no light{(Light is null ? "" : $" '{Light}'")}; add it in OnBuild with scene.AddLight(…).");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var node in iteration.Scene.Lights)
        {
            if (Light is not null && node.Name != Light) continue;
            var stream = iteration.Stream(node);
            if (Kelvin is not null) node.Light = node.Light with { Color = ColorSpace.LinearFromKelvin(Kelvin.Sample(stream, "kelvin")) };
            if (IntensityFactor is not null) node.Light = Scaled(node.Light, IntensityFactor.Sample(stream, "intensityFactor"));
            if (Azimuth is not null && Elevation is not null)
                node.Local = node.Local with { Rotation = SunAngleRandomizer.Shining(Azimuth.Sample(stream, "azimuth"), Elevation.Sample(stream, "elevation")) };
            if (Translation is not null) node.Local = node.Local with { Translation = node.Local.Translation + Translation.Sample(stream, "translation") };
        }
    }

    private static Light Scaled(Light light, float factor) => light switch
    {
        DirectionalLight sun => sun with { Irradiance = sun.Irradiance * factor },
        PointLight lamp => lamp with { Intensity = lamp.Intensity * factor },
        SpotLight spot => spot with { Intensity = spot.Intensity * factor },
        _ => throw new NotSupportedException($"A light of type {light.GetType().Name} has no intensity that is known here."),
    };
}
