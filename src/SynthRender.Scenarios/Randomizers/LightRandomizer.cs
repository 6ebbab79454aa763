using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Parameters;
using SynthRender.Samplers;

namespace SynthRender.Randomizers;

/// <summary>Changes the lights of the scene: direction, colour, brightness, place, on or off.</summary>
public sealed class LightRandomizer : Randomizer
{
    private LightNode[] _named = [];

    /// <summary>The name of the one light to change, or null for all.</summary>
    public string? Light { get; init; }

    /// <summary>Factor on irradiance, intensity or radiance, 0 or more.</summary>
    public FloatParameter? IntensityFactor { get; init; }

    /// <summary>
    /// Factor on the light's extent, above 0: the sun's angular diameter (a quarter turn at most), a lamp's radius, a panel's sides, a ring's radii. Above 1,
    /// shadows are softer. A panel or ring keeps its radiance, and so sends out the square of the factor.
    /// </summary>
    public FloatParameter? SizeFactor { get; init; }

    /// <summary>Colour temperature, 1667 K to 25000 K; replaces the colour.</summary>
    public FloatParameter? Kelvin { get; init; }

    /// <summary>Colour; replaces the light's own.</summary>
    public ColorParameter? Color { get; init; }

    /// <summary>Whether the light is on, e.g. Chance(0.7); null leaves it as it is.</summary>
    public BooleanParameter? On { get; init; }

    /// <summary>Turn about the vertical of where the light shines from, radians; 0 is +Z, π/2 is +X; set together with <see cref="Elevation"/>.</summary>
    public FloatParameter? Azimuth { get; init; }

    /// <summary>Height from which the light shines above the horizon, radians, within ±π/2; set together with <see cref="Azimuth"/>.</summary>
    public FloatParameter? Elevation { get; init; }

    /// <summary>Added to the light's position, metres, in its parent's axes.</summary>
    public Vector3Parameter? Translation { get; init; }

    internal override IEnumerable<LightNode> OwnLights => _named;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenarios.Scenario scenario)
    {
        Kelvin?.Within(ColorSpace.LeastKelvin, ColorSpace.MostKelvin, $"{Name}.Kelvin");
        IntensityFactor?.Within(0, double.MaxValue, $"{Name}.IntensityFactor");
        SizeFactor?.Within(1e-3, 1e3, $"{Name}.SizeFactor");
        Elevation?.WithinAngle(-Math.PI / 2, Math.PI / 2, $"{Name}.Elevation");
        if (Azimuth is null != Elevation is null)
            throw new ArgumentException($"{Name}: set Azimuth and Elevation both, or neither.");
        if (Kelvin is not null && Color is not null) throw new ArgumentException($"{Name}: set Kelvin or Color, not both.");
        _named = Light is null ? [] : [.. scenario.Scene.Lights.Where(l => l.Name == Light)];
        if (Light is null ? !scenario.Scene.Lights.Any() : _named.Length == 0)
            throw new ArgumentException($"{Name}: the scene has no light{(Light is null ? "" : $" '{Light}'")}; add it in OnBuild with scene.AddLight(…).");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var node in iteration.Scene.Lights.ToArray())
        {
            if (Light is not null && node.Name != Light) continue;
            var stream = iteration.Stream(node);
            node.Light = Changed(node.Light, stream);
            if (Azimuth is not null && Elevation is not null)
            {
                var rotation = SunAngleRandomizer.ShiningFrom(Azimuth.Sample(stream, "azimuth"), Elevation.Sample(stream, "elevation"));
                node.PlaceInWorld(node.WorldFromNode.Translation, rotation);
            }

            if (On is not null) node.Enabled = On.Sample(stream, "on");
            if (Translation is not null) node.Local = node.Local with { Translation = node.Local.Translation + Translation.Sample(stream, "translation") };
        }
    }

    private Light Changed(Light light, RandomStream stream)
    {
        if (Kelvin is not null) light = light with { Color = ColorSpace.LinearFromKelvin(Kelvin.Sample(stream, "kelvin")) };
        if (Color is not null) light = light with { Color = Color.Sample(stream, "color") };
        if (IntensityFactor is not null) light = Brighter(light, IntensityFactor.Sample(stream, "intensityFactor"));
        if (SizeFactor is not null) light = Larger(light, SizeFactor.Sample(stream, "sizeFactor"));
        return light;
    }

    private static Light Brighter(Light light, float factor) => light switch
    {
        DirectionalLight sun => sun with { Irradiance = sun.Irradiance * factor },
        PointLight lamp => lamp with { Intensity = lamp.Intensity * factor },
        SpotLight spot => spot with { Intensity = spot.Intensity * factor },
        RectangleLight panel => panel with { Radiance = panel.Radiance * factor },
        RingLight ring => ring with { Radiance = ring.Radiance * factor },
        _ => throw new NotSupportedException($"A light of type {light.GetType().Name} has no intensity that is known here."),
    };

    private static Light Larger(Light light, float factor) => light switch
    {
        DirectionalLight sun => sun with { AngularDiameter = MathF.Min(sun.AngularDiameter * factor, MathF.PI / 2) },
        PointLight lamp => lamp with { Radius = lamp.Radius * factor },
        SpotLight spot => spot with { Radius = spot.Radius * factor },
        RectangleLight panel => panel with { Width = panel.Width * factor, Height = panel.Height * factor },
        RingLight ring => ring with { OuterRadius = ring.OuterRadius * factor, InnerRadius = ring.InnerRadius * factor },
        _ => throw new NotSupportedException($"A light of type {light.GetType().Name} has no size that is known here."),
    };
}
