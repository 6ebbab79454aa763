using SynthRender.Environments;
using SynthRender.Parameters;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Puts the scene into a photographer's studio with other soft boxes, backdrop and floor each time.</summary>
/// <remarks>What is not drawn here (ceiling, gloss of the floor, the background) stays as in the scene's own studio, if it has one.</remarks>
public sealed class StudioRandomizer : Randomizer
{
    private const int Seeds = 1 << 20;

    /// <summary>How many boxes, a whole number from 0 to <see cref="StudioEnvironment.MaxBoxes"/>. What follows is drawn for each.</summary>
    public FloatParameter BoxCount { get; init; } = Distributions.Uniform(1, 4);

    /// <summary>Turn of a box about the vertical, radians; 0 stands over +Z, π/2 over +X.</summary>
    public FloatParameter BoxAzimuth { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Height of a box above the horizon, radians, −π/2 to π/2.</summary>
    public FloatParameter BoxElevation { get; init; } = Distributions.Uniform(Units.Degrees(5), Units.Degrees(75));

    /// <summary>Turn of a box about the line to it, radians.</summary>
    public FloatParameter BoxRoll { get; init; } = Distributions.Uniform(-0.3, 0.3);

    /// <summary>Angle that a box's width spans, radians, 0.005 to 2.6.</summary>
    public FloatParameter BoxWidth { get; init; } = Distributions.LogUniform(Units.Degrees(10), Units.Degrees(70));

    /// <summary>Angle that a box's height spans, radians, 0.005 to 2.6.</summary>
    public FloatParameter BoxHeight { get; init; } = Distributions.LogUniform(Units.Degrees(20), Units.Degrees(80));

    /// <summary>Radiance of a box, W/(m²·sr), 0 to 10,000.</summary>
    public FloatParameter BoxRadiance { get; init; } = Distributions.LogUniform(1.5, 6);

    /// <summary>Colour temperature of a box, 1667 K to 25000 K.</summary>
    public FloatParameter BoxKelvin { get; init; } = Distributions.Uniform(3500, 7500);

    /// <summary>Fading edge of a box as a share of half its size, 0 to 1.</summary>
    public FloatParameter BoxSoftness { get; init; } = Distributions.Uniform(0, 0.5);

    /// <summary>Radiance of the backdrop.</summary>
    public ColorParameter Backdrop { get; init; } = Distributions.Hsv(Distributions.Uniform(0, 1), Distributions.Uniform(0, 0.25), Distributions.Uniform(0.1, 0.7));

    /// <summary>Radiance of the floor.</summary>
    public ColorParameter Floor { get; init; } = Distributions.Hsv(Distributions.Uniform(0, 1), Distributions.Uniform(0, 0.15), Distributions.Uniform(0.1, 0.6));

    /// <summary>How far the backdrop's painted cloud varies, 0 to 1; it differs from frame to frame.</summary>
    public FloatParameter Mottling { get; init; } = Distributions.Uniform(0, 0.6);

    /// <summary>Factor on all of its light, 0 or more.</summary>
    public FloatParameter Intensity { get; init; } = 1;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        BoxCount.WithinWhole(0, StudioEnvironment.MaxBoxes, $"{Name}.BoxCount");
        BoxElevation.WithinAngle(-Math.PI / 2, Math.PI / 2, $"{Name}.BoxElevation");
        BoxWidth.WithinAngle(0.005f, 2.6f, $"{Name}.BoxWidth");
        BoxHeight.WithinAngle(0.005f, 2.6f, $"{Name}.BoxHeight");
        BoxRadiance.Within(0, 10000, $"{Name}.BoxRadiance");
        BoxKelvin.Within(ColorSpace.LeastKelvin, ColorSpace.MostKelvin, $"{Name}.BoxKelvin");
        BoxSoftness.Within(0, 1, $"{Name}.BoxSoftness");
        Mottling.Within(0, 1, $"{Name}.Mottling");
        Intensity.Within(0, float.MaxValue, $"{Name}.Intensity");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var stream = iteration.Stream();
        var own = iteration.Scene.Surroundings as StudioEnvironment ?? new StudioEnvironment { Background = iteration.Scene.Surroundings.Background };
        var boxes = new SoftBox[BoxCount.SampleInteger(stream, "boxCount")];
        for (var i = 0; i < boxes.Length; i++) boxes[i] = Box(iteration.Stream($"box {i}"));
        iteration.Scene.Surroundings = own with
        {
            Boxes = [.. boxes],
            BackdropRadiance = Backdrop.Sample(stream, "backdrop"),
            FloorRadiance = Floor.Sample(stream, "floor"),
            Mottling = Mottling.Sample(stream, "mottling"),
            Seed = stream.Record("seed", stream.NextIndex(Seeds)),
            Intensity = Intensity.Sample(stream, "intensity"),
            Rotation = 0,
        };
    }

    private SoftBox Box(Samplers.RandomStream stream) => new()
    {
        Azimuth = BoxAzimuth.Sample(stream, "azimuth"),
        Elevation = BoxElevation.Sample(stream, "elevation"),
        Roll = BoxRoll.Sample(stream, "roll"),
        Width = BoxWidth.Sample(stream, "width"),
        Height = BoxHeight.Sample(stream, "height"),
        Radiance = BoxRadiance.Sample(stream, "radiance"),
        Color = ColorSpace.LinearFromKelvin(BoxKelvin.Sample(stream, "kelvin")),
        Softness = BoxSoftness.Sample(stream, "softness"),
    };
}
