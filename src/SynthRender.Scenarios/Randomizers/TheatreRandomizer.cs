using SynthRender.Environments;
using SynthRender.Parameters;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Puts the scene into another operating theatre each time: its lamps, the size of the room, the colour of its tiles, its furniture.</summary>
/// <remarks>What is not drawn here (ceiling, floor, the background) stays as in the scene's own theatre, if it has one.</remarks>
public sealed class TheatreRandomizer : Randomizer
{
    private const int Seeds = 1 << 20;

    /// <summary>How many lamp heads, a whole number from 0 to <see cref="TheatreEnvironment.MaxLamps"/>. What follows is drawn for each.</summary>
    public FloatParameter LampCount { get; init; } = Distributions.Uniform(1, 2);

    /// <summary>Turn of a lamp about the vertical, radians; 0 stands over +Z, π/2 over +X.</summary>
    public FloatParameter LampAzimuth { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Height of a lamp above the horizon, radians, −π/2 to π/2.</summary>
    public FloatParameter LampElevation { get; init; } = Distributions.Uniform(Units.Degrees(45), Units.Degrees(85));

    /// <summary>Angle from a lamp's middle to its edge, radians, 0.02 to 1.2.</summary>
    public FloatParameter LampRadius { get; init; } = Distributions.Uniform(Units.Degrees(8), Units.Degrees(22));

    /// <summary>Radiance of a lamp's LEDs, W/(m²·sr), 0 to 10,000.</summary>
    public FloatParameter LampRadiance { get; init; } = Distributions.LogUniform(12, 50);

    /// <summary>Colour temperature of a lamp, 1667 K to 25000 K.</summary>
    public FloatParameter LampKelvin { get; init; } = Distributions.Uniform(3800, 5500);

    /// <summary>Petals of a lamp's outer ring, a whole number from 6 to 24.</summary>
    public FloatParameter LampPetals { get; init; } = Distributions.Uniform(8, 18);

    /// <summary>Radiance of the wall's tiles.</summary>
    public ColorParameter Walls { get; init; } = Distributions.Hsv(Distributions.Uniform(0.38, 0.6), Distributions.Uniform(0.1, 0.5), Distributions.Uniform(0.4, 0.7));

    /// <summary>Radiance of the luminous ceiling panels, W/(m²·sr), 0 to 1000.</summary>
    public FloatParameter PanelRadiance { get; init; } = Distributions.Uniform(0.5, 2.5);

    /// <summary>Extent of the room along X, metres, 2 to 50.</summary>
    public FloatParameter Width { get; init; } = Distributions.Uniform(5, 9);

    /// <summary>Extent of the room along Z, metres, 2 to 50.</summary>
    public FloatParameter Length { get; init; } = Distributions.Uniform(5, 9);

    /// <summary>From floor to ceiling, metres, 2 to 10.</summary>
    public FloatParameter Height { get; init; } = Distributions.Uniform(2.7, 3.5);

    /// <summary>Side of a tile, metres, 0.05 to 1.</summary>
    public FloatParameter TileSize { get; init; } = Distributions.Uniform(0.1, 0.6);

    /// <summary>Factor on all of its light, 0 or more.</summary>
    public FloatParameter Intensity { get; init; } = 1;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        LampCount.WithinWhole(0, TheatreEnvironment.MaxLamps, $"{Name}.LampCount");
        LampElevation.WithinAngle(-Math.PI / 2, Math.PI / 2, $"{Name}.LampElevation");
        LampRadius.WithinAngle(0.02f, 1.2f, $"{Name}.LampRadius");
        LampRadiance.Within(0, 10000, $"{Name}.LampRadiance");
        LampKelvin.Within(ColorSpace.LeastKelvin, ColorSpace.MostKelvin, $"{Name}.LampKelvin");
        LampPetals.WithinWhole(6, 24, $"{Name}.LampPetals");
        PanelRadiance.Within(0, 1000, $"{Name}.PanelRadiance");
        Width.Within(2, 50, $"{Name}.Width");
        Length.Within(2, 50, $"{Name}.Length");
        Height.Within(2, 10, $"{Name}.Height");
        TileSize.Within(0.05f, 1, $"{Name}.TileSize");
        Intensity.Within(0, float.MaxValue, $"{Name}.Intensity");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var stream = iteration.Stream();
        var own = iteration.Scene.Surroundings as TheatreEnvironment ?? new TheatreEnvironment { Background = iteration.Scene.Surroundings.Background };
        var lamps = new SurgicalLamp[LampCount.SampleInteger(stream, "lampCount")];
        for (var i = 0; i < lamps.Length; i++) lamps[i] = Lamp(iteration.Stream($"lamp {i}"));
        iteration.Scene.Surroundings = own with
        {
            Lamps = [.. lamps],
            WallRadiance = Walls.Sample(stream, "walls"),
            PanelRadiance = PanelRadiance.Sample(stream, "panelRadiance"),
            Width = Width.Sample(stream, "width"),
            Length = Length.Sample(stream, "length"),
            Height = Height.Sample(stream, "height"),
            TileSize = TileSize.Sample(stream, "tileSize"),
            Seed = stream.Record("seed", stream.NextIndex(Seeds)),
            Intensity = Intensity.Sample(stream, "intensity"),
            Rotation = 0,
        };
    }

    private SurgicalLamp Lamp(Samplers.RandomStream stream) => new()
    {
        Azimuth = LampAzimuth.Sample(stream, "azimuth"),
        Elevation = LampElevation.Sample(stream, "elevation"),
        AngularRadius = LampRadius.Sample(stream, "radius"),
        Radiance = LampRadiance.Sample(stream, "radiance"),
        Color = ColorSpace.LinearFromKelvin(LampKelvin.Sample(stream, "kelvin")),
        Petals = LampPetals.SampleInteger(stream, "petals"),
    };
}
